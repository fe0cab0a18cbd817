import { describe, expect, it } from 'vitest';
import { createFairQueue } from '../../src/answers/fair-queue.ts';

function makeQueue(...people: string[]) {
  const queue = createFairQueue<string>();
  for (const [index, person] of people.entries()) queue.add(person, `${person}${index}`);
  return queue;
}

describe('createFairQueue', () => {
  it('goes round among the people who wait', () => {
    const queue = makeQueue('a', 'a', 'a', 'b', 'c', 'b');

    expect(queue.takeAll()).toEqual(['a0', 'b3', 'c4', 'a1', 'b5', 'a2']);
  });

  it('puts whoever has been served behind those who came meanwhile', () => {
    const queue = makeQueue('a', 'a');
    queue.take();

    queue.add('b', 'b');

    expect(queue.takeAll()).toEqual(['a1', 'b']);
  });

  it('gives what was put first before all others', () => {
    const queue = makeQueue('a', 'b');

    queue.addFirst('again');

    expect(queue.takeAll()).toEqual(['again', 'a0', 'b1']);
  });

  it('counts what waits', () => {
    const queue = makeQueue('a', 'a', 'b');
    queue.addFirst('again');

    expect(queue.size()).toBe(4);
    queue.takeAll();
    expect(queue.size()).toBe(0);
    expect(queue.take()).toBeUndefined();
  });
});
