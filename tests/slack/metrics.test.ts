import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandDelivery, mentionDelivery } from '../support/slack/deliveries.ts';
import { type Bot, startBot } from '../support/slack/start-bot.ts';

let bot: Bot;
beforeAll(async () => {
  bot = await startBot();
});
afterAll(() => bot.stop());

/** The number a line of the metrics ends with; 0 for a line that is not there. */
async function read(line: string): Promise<number> {
  const text = await (await fetch(`${bot.address}/metrics`)).text();
  return Number(
    text
      .split('\n')
      .find((candidate) => candidate.startsWith(`${line} `))
      ?.split(' ')
      .at(-1) ?? 0,
  );
}

describe('/metrics', () => {
  it('tells of questions, acknowledgements and calls to Slack, and nothing of what was asked', async () => {
    await bot.send(commandDelivery(bot.scene, '低保标准？'));
    await bot.send(mentionDelivery(bot.scene, '今天天气怎么样？'));
    await bot.settle();

    expect(await read('policy_bot_questions_total{outcome="answered",reason="none"}')).toBe(1);
    expect(await read('policy_bot_answer_seconds_count')).toBe(2);
    expect(await read('policy_bot_acknowledgement_seconds_count{kind="command"}')).toBe(1);
    expect(await read('policy_bot_acknowledgement_seconds_count{kind="event"}')).toBe(1);
    expect(await read('policy_bot_slack_calls_total{method="auth.test",result="ok"}')).toBe(1);
    await expect.poll(() => read('policy_bot_slack_calls_total{method="response_url",result="ok"}')).toBe(1);
    await expect
      .poll(() => read('policy_bot_slack_calls_total{method="chat.postMessage",result="ok"}'))
      .toBe(1);
    const text = await (await fetch(`${bot.address}/metrics`)).text();
    for (const queue of ['work', 'answers', 'deliveries'])
      expect(text).toContain(`policy_bot_queue_length{queue="${queue}"} 0\n`);
    expect(await read('policy_bot_digest_healthy')).toBe(1);
    expect(text).not.toMatch(/低保|天气|xoxb|hooks/u);
  });
});
