import { afterEach, describe, expect, it } from 'vitest';
import { type FaultyThread, startFaultyThread } from '../answers/support/start-faulty-thread.ts';
import { commandDelivery } from '../support/slack/deliveries.ts';
import { startFakeSlack } from '../support/slack/fake-slack.ts';
import { type Bot, startBotOn } from '../support/slack/start-bot.ts';

let bot: Bot;
let answers: FaultyThread;
afterEach(async () => {
  await bot.stop();
  await answers.close();
});

async function start(options: Parameters<typeof startFaultyThread>[0]) {
  const faulty = startFaultyThread(options);
  answers = faulty;
  bot = await startBotOn(await startFakeSlack(), {}, faulty);
  return faulty;
}

async function ask(question: string, user: string): Promise<void> {
  const response = await bot.send(commandDelivery({ ...bot.scene, user }, question));
  expect(response.status).toBe(200);
}

/** What people were told: answers where they asked, failures to them alone. */
const told = (): string[] =>
  ['response_url', 'chat.postEphemeral'].flatMap((method) =>
    bot.slack.callsOf(method).map(({ body }): string => body.text),
  );

describe('when the answering thread fails', () => {
  it('whoever asked what takes too long is told so, and the others get their answers', async () => {
    await start({ limits: { callMs: 1_000 } });
    await ask('hang', 'U101');
    await ask('低保标准?', 'U102');
    await ask('养老床位?', 'U103');

    await bot.settle();

    expect(told().toSorted()).toEqual([
      expect.stringContaining('546'),
      expect.stringContaining('546'),
      '这个问题算了太久，已经停下。请换一种短一点的说法再问。',
    ]);
  });

  it('an answer over which it died once comes all the same', async () => {
    await start({ deaths: 1 });
    await ask('die', 'U101');

    await bot.settle();

    expect(told()).toEqual([expect.stringContaining('546')]);
  });

  it('an answer over which it died twice is told to have failed, with a number for the log', async () => {
    await start({ deaths: 2 });
    await ask('die', 'U101');

    await bot.settle();

    expect(told()).toEqual([expect.stringMatching(/没能完成.*编号 [0-9a-f]{8}/u)]);
    expect(bot.lines.join('')).toContain('"code":"answer_failed"');
  });

  it('the bot is not ready while no thread can start, and says which part is away', async () => {
    const thread = await start({ deaths: 1, limits: { restartMs: 600_000 } });
    thread.failStarts(1);
    await ask('die', 'U101');
    await bot.settle();

    const response = await fetch(`${bot.address}/readyz`);

    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ ready: false, checks: { answers: false, slack: true } });
  });
});
