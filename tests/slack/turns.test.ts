import { describe, expect, it } from 'vitest';
import type { AnswerThread } from '../../src/answers/answer-thread.ts';
import { createTurns } from '../../src/slack/turns.ts';
import { realAnswers } from '../support/real-answers.ts';
import { commandDelivery } from '../support/slack/deliveries.ts';
import { startFakeSlack } from '../support/slack/fake-slack.ts';
import { startBot, startBotOn } from '../support/slack/start-bot.ts';

describe('turns', () => {
  it('are given one in each round of the event loop', async () => {
    const turns = createTurns();
    const order: string[] = [];
    const first = turns.begin().then(() => order.push('first'));
    const second = turns.begin().then(() => order.push('second'));
    setImmediate(() => order.push('round'));

    await Promise.all([first, second]);

    expect(order).toEqual(['first', 'round', 'second']);
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
        // No two alike: what was asked before is answered at once.
        const question = `帮${index}号窗口查一下，去年临时救助和低保${'一共'.repeat(1 + (index % 7))}花了多少钱`;
        const { status } = await bot.send(commandDelivery(scene, question));
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
    // No answer ends before all have asked: what waits for Slack is given up after some seconds, and makes room.
    const allAsked = Promise.withResolvers<void>();
    const answers: AnswerThread = {
      ...realAnswers(),
      call: async (...asked) => {
        await allAsked.promise;
        return realAnswers().call(...asked);
      },
    };
    const bot = await startBotOn(await startFakeSlack(), {}, answers);

    const texts = await Promise.all(
      Array.from({ length: 310 }, async () => {
        const response = await bot.send(commandDelivery(bot.scene, '低保标准？'));
        return response.text();
      }),
    );
    allAsked.resolve();

    expect(texts.filter((text) => text.includes('排队') || text.includes('太多'))).toHaveLength(10);
    await bot.settle();
    await bot.stop();
  });
});

function countAnswers(lines: readonly string[]): number {
  return lines.filter((line) => line.includes('"event":"question.answered"')).length;
}
