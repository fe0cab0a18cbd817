import { describe, expect, it } from 'vitest';
import { createTurns } from '../../src/slack/turns.ts';
import { commandDelivery } from '../support/slack/deliveries.ts';
import { startBot } from '../support/slack/start-bot.ts';

describe('turns', () => {
  it('are given one in each round of the event loop', async () => {
    const turns = createTurns();
    const order: string[] = [];
    const first = turns.compute('U1').then(() => order.push('first'));
    const second = turns.compute('U1').then(() => order.push('second'));
    setImmediate(() => order.push('round'));

    await Promise.all([first, second]);

    expect(order).toEqual(['first', 'round', 'second']);
  });

  it('are counted while answers wait for one', async () => {
    const turns = createTurns();
    const waiting = ['U1', 'U1', 'U2'].map((person) => turns.compute(person));

    expect(turns.count()).toBe(3);

    await Promise.all(waiting);
    expect(turns.count()).toBe(0);
  });

  it('to begin come before turns to compute', async () => {
    const turns = createTurns();
    const order: string[] = [];
    const waiting = [
      turns.compute('U1').then(() => order.push('compute')),
      turns.begin().then(() => order.push('begin 1')),
      turns.begin().then(() => order.push('begin 2')),
    ];

    await Promise.all(waiting);

    expect(order).toEqual(['begin 1', 'begin 2', 'compute']);
  });

  it('to compute go round among the people who wait', async () => {
    const turns = createTurns();
    const order: string[] = [];
    const asked = ['U1', 'U1', 'U1', 'U2', 'U3', 'U2'];

    await Promise.all(asked.map((person) => turns.compute(person).then(() => order.push(person))));

    expect(order).toEqual(['U1', 'U2', 'U3', 'U1', 'U2', 'U1']);
  });

  it('are bounded for each person and for all', () => {
    const turns = createTurns();
    const admit = (person: string, times: number) =>
      Array.from({ length: times }, () => turns.admit(person)).filter((done) => done !== undefined);

    const ofOne = admit('U1', 400);
    expect(ofOne).toHaveLength(300);
    expect(admit('U2', 300)).toHaveLength(300);
    expect(admit('U3', 300)).toHaveLength(300);
    expect(admit('U4', 300)).toHaveLength(100);

    ofOne[0]?.();

    expect(admit('U4', 2)).toHaveLength(1);
  });
});

describe('many commands at once', () => {
  it('are all acknowledged before the first of the last half is answered, and all answered', async () => {
    const bot = await startBot();
    const answeredAtAck: number[] = [];

    const statuses = await Promise.all(
      Array.from({ length: 200 }, async (_, index) => {
        const scene = { ...bot.scene, user: `U${100 + (index % 20)}` };
        const { status } = await bot.send(commandDelivery(scene, `低保标准？${'请问'.repeat(index % 7)}`));
        answeredAtAck.push(countAnswers(bot.lines));
        return status;
      }),
    );
    await bot.settle();

    expect(new Set(statuses)).toEqual(new Set([200]));
    expect(Math.max(...answeredAtAck)).toBeLessThan(100);
    expect(countAnswers(bot.lines)).toBe(200);
    await bot.stop();
  });

  it('of one person that are too many are told so at once', async () => {
    const bot = await startBot();
    const release = bot.slack.hold('response_url');

    const answers = await Promise.all(
      Array.from({ length: 310 }, async () => {
        const response = await bot.send(commandDelivery(bot.scene, '低保标准？'));
        return response.text();
      }),
    );
    release();

    expect(answers.filter((text) => text.includes('排队') || text.includes('太多'))).toHaveLength(10);
    await bot.settle();
    await bot.stop();
  });
});

function countAnswers(lines: readonly string[]): number {
  return lines.filter((line) => line.includes('"event":"question.answered"')).length;
}
