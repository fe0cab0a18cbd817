import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { mentionDelivery, messageDelivery, nextTs } from '../../support/slack/deliveries.ts';
import { allButtons, readBlocks } from '../../support/slack/read-message.ts';
import { type Bot, startBot } from '../../support/slack/start-bot.ts';

let bot: Bot;
beforeAll(async () => {
  bot = await startBot();
});
beforeEach(() => bot.slack.reset());
afterAll(() => bot.stop());

const mention = (text: string) => `<@${bot.slack.botUser}> ${text}`;
const directScene = () => ({ ...bot.scene, channel: bot.slack.directChannel });
describe('a mention', () => {
  it('is answered in the thread it starts, for everybody', async () => {
    const ts = nextTs();
    await bot.send(mentionDelivery(bot.scene, mention('低保标准？'), { ts }));

    const post = await bot.slack.take('chat.postMessage');

    expect(post.body).toMatchObject({ channel: bot.slack.channel, thread_ts: ts, unfurl_links: 'false' });
    expect(post.body.text).toContain('546元');
    expect(allButtons(post.body.blocks).map((b) => b.text.text)).not.toContain('分享到频道');
  });

  it('in a thread is answered in that thread', async () => {
    const threadTs = nextTs();
    await bot.send(mentionDelivery(bot.scene, mention('低保标准？'), { thread_ts: threadTs }));

    expect((await bot.slack.take('chat.postMessage')).body.thread_ts).toBe(threadTs);
  });

  it('without a question gets help', async () => {
    await bot.send(mentionDelivery(bot.scene, mention('')));

    expect(readBlocks((await bot.slack.take('chat.postMessage')).body.blocks)).toContain('可以这样问');
  });

  it('by a bot is left alone', async () => {
    await bot.send(mentionDelivery(bot.scene, mention('低保标准？'), { bot_id: 'B1' }));
    await bot.settle();

    expect(bot.slack.calls).toEqual([]);
  });

  it('is answered once although Slack also sends the message itself, in either order', async () => {
    const ts = nextTs();
    const text = mention('低保标准？');
    await bot.send(messageDelivery(directScene(), text, { ts }));
    await bot.send(mentionDelivery(directScene(), text, { ts }));
    await bot.settle();

    expect(bot.slack.callsOf('chat.postMessage')).toHaveLength(1);
  });

  it('that cannot be answered in the channel is explained to the person alone', async () => {
    bot.slack.fail('chat.postMessage', { error: 'restricted_action' });
    await bot.send(mentionDelivery(bot.scene, mention('低保标准？')));

    const told = await bot.slack.take('chat.postEphemeral');

    expect(told.body.user).toBe(bot.slack.user);
    expect(told.body.text).toMatch(/没能完成.*编号 [0-9a-f]{8}/u);
    expect(told.body.text).not.toContain('restricted_action');
    await bot.settle();
    const [failure] = bot.lines
      .map((line) => JSON.parse(line))
      .filter(({ event }) => event === 'listener.failed');
    expect(told.body.text).toContain(failure.failureId);
    expect(failure.detail).toContain('restricted_action');
  });

  it('is posted once when the connection breaks after Slack took the message', async () => {
    bot.slack.fail('chat.postMessage', 'cut');
    await bot.send(mentionDelivery(bot.scene, mention('低保标准？')));
    await bot.slack.take('chat.postEphemeral');

    expect(bot.slack.callsOf('chat.postMessage')).toHaveLength(1);
  });
});

describe('a follow-up', () => {
  it('takes what it lacks from the last question of its thread', async () => {
    const threadTs = nextTs();
    await bot.send(mentionDelivery(bot.scene, mention('城市低保标准是多少？'), { ts: threadTs }));
    expect((await bot.slack.take('chat.postMessage')).body.text).toContain('546元');

    await bot.send(mentionDelivery(bot.scene, mention('那农村呢？'), { thread_ts: threadTs }));

    const followUp = await bot.slack.take('chat.postMessage');
    expect(followUp.body.text).toContain('410元');
    expect(readBlocks(followUp.body.blocks)).toMatch(/按“.*农村.*低保.*”理解/u);
  });

  it('asks again for what was told for a month, in the thread of a channel', async () => {
    const threadTs = nextTs();
    await bot.send(mentionDelivery(bot.scene, mention('特困人员救助供养标准是多少'), { ts: threadTs }));
    await bot.slack.take('chat.postMessage');

    await bot.send(mentionDelivery(bot.scene, mention('一个月补助多少'), { thread_ts: threadTs }));

    expect((await bot.slack.take('chat.postMessage')).body.text).toContain('710元/月');
  });

  it('of its own is not completed from what was refused', async () => {
    const threadTs = nextTs();
    await bot.send(mentionDelivery(bot.scene, mention('民办和公办养老机构一共多少家'), { ts: threadTs }));
    await bot.slack.take('chat.postMessage');

    await bot.send(mentionDelivery(bot.scene, mention('民办的多少'), { thread_ts: threadTs }));

    expect(readBlocks((await bot.slack.take('chat.postMessage')).body.blocks)).not.toContain('理解');
  });

  it('knows nothing of another thread', async () => {
    await bot.send(mentionDelivery(bot.scene, mention('城市低保标准是多少？')));
    await bot.slack.take('chat.postMessage');

    await bot.send(mentionDelivery(bot.scene, mention('那农村呢？')));

    expect(readBlocks((await bot.slack.take('chat.postMessage')).body.blocks)).not.toContain('理解');
  });

  it('knows nothing after a day', async () => {
    const threadTs = nextTs();
    await bot.send(mentionDelivery(bot.scene, mention('城市低保标准是多少？'), { ts: threadTs }));
    await bot.slack.take('chat.postMessage');
    bot.clock = new Date(bot.clock.getTime() + 25 * 3_600_000);

    await bot.send(mentionDelivery(bot.scene, mention('那农村呢？'), { thread_ts: threadTs }));

    expect(readBlocks((await bot.slack.take('chat.postMessage')).body.blocks)).not.toContain('理解');
  });

  it('works in direct messages', async () => {
    await bot.send(messageDelivery(directScene(), '城市低保标准是多少？'));
    await bot.slack.take('chat.postMessage');

    await bot.send(messageDelivery(directScene(), '那农村呢？'));

    expect((await bot.slack.take('chat.postMessage')).body.text).toContain('410元');
  });

  it.each([
    { typed: '加起来呢？', said: '956元', understood: '城市低保标准和农村低保标准加起来是多少' },
    { typed: '差多少', said: '136元', understood: '城市低保标准和农村低保标准相差多少' },
  ])('“$typed” puts the last two numbers together', async ({ typed, said, understood }) => {
    const threadTs = nextTs();
    await bot.send(mentionDelivery(bot.scene, mention('城市低保标准'), { ts: threadTs }));
    await bot.slack.take('chat.postMessage');
    await bot.send(mentionDelivery(bot.scene, mention('那农村呢'), { thread_ts: threadTs }));
    await bot.slack.take('chat.postMessage');

    await bot.send(mentionDelivery(bot.scene, mention(typed), { thread_ts: threadTs }));

    const { body } = await bot.slack.take('chat.postMessage');
    expect(body.text).toContain(said);
    expect(readBlocks(body.blocks)).toContain(`按“${understood}”理解`);
  });

  it('asks people’s reports on an aim how far it has come', async () => {
    const threadTs = nextTs();
    await bot.send(mentionDelivery(bot.scene, mention('社区养老服务站今年建多少'), { ts: threadTs }));
    await bot.slack.take('chat.postMessage');

    await bot.send(mentionDelivery(bot.scene, mention('完成多少了'), { thread_ts: threadTs }));

    expect(readBlocks((await bot.slack.take('chat.postEphemeral')).body.blocks)).toContain(
      '建设社区养老服务站',
    );
  });

  it.each(['完成多少了', '比上年呢'])(
    'has nothing to go on from where nothing was asked: %s',
    async (typed) => {
      await bot.send(mentionDelivery(bot.scene, mention(typed), { ts: nextTs() }));

      expect(readBlocks((await bot.slack.take('chat.postMessage')).body.blocks)).not.toContain('理解');
    },
  );

  it('goes on from what was understood, whatever was said in between', async () => {
    const threadTs = nextTs();
    const say = async (text: string) =>
      bot.send(mentionDelivery(bot.scene, mention(text), { thread_ts: threadTs }));
    await say('城市低保标准是多少？');
    await bot.slack.take('chat.postMessage');
    await say('那农村呢');
    await bot.slack.take('chat.postMessage');
    await say('说得好');
    await bot.slack.take('chat.postEphemeral');

    await say('加起来呢');

    expect((await bot.slack.take('chat.postMessage')).body.text).toContain('956元');
  });

  it('without a mention is left alone in channels', async () => {
    const threadTs = nextTs();
    await bot.send(mentionDelivery(bot.scene, mention('城市低保标准是多少？'), { ts: threadTs }));
    await bot.slack.take('chat.postMessage');
    bot.slack.reset();

    await bot.send(messageDelivery(bot.scene, '那农村呢？', { thread_ts: threadTs }));
    await bot.settle();

    expect(bot.slack.calls).toEqual([]);
  });
});

describe('a direct message', () => {
  it('is answered there', async () => {
    await bot.send(messageDelivery(directScene(), '低保标准？'));

    const post = await bot.slack.take('chat.postMessage');

    expect(post.body.channel).toBe(bot.slack.directChannel);
    expect(post.body).not.toHaveProperty('thread_ts');
    expect(post.body.text).toContain('546元');
  });

  it.each([
    { how: 'with a file', subtype: 'file_share' },
    { how: 'as a reply also shown in the channel', subtype: 'thread_broadcast' },
    { how: 'with /me', subtype: 'me_message' },
  ])('is answered when it comes $how', async ({ subtype }) => {
    await bot.send(messageDelivery(directScene(), '低保标准？', { subtype }));

    expect((await bot.slack.take('chat.postMessage')).body.text).toContain('546元');
  });

  it('is read without the emoji in it', async () => {
    await bot.send(messageDelivery(directScene(), '低保标准：+1::skin-tone-3:'));

    expect((await bot.slack.take('chat.postMessage')).body.text).toContain('546元');
  });

  it.each([
    { who: 'a bot', extra: { bot_id: 'B1' } },
    { who: 'Slackbot', extra: { user: 'USLACKBOT' } },
    { who: 'an edit', extra: { subtype: 'message_changed' } },
    { who: 'a deletion', extra: { subtype: 'message_deleted' } },
    { who: 'nobody', extra: { user: undefined } },
  ])('of $who is left alone', async ({ extra }) => {
    await bot.send(messageDelivery(directScene(), '低保标准？', extra));
    await bot.settle();

    expect(bot.slack.calls).toEqual([]);
  });

  it('of its own is left alone', async () => {
    await bot.send(messageDelivery(directScene(), '低保标准？', { user: bot.slack.botUser }));
    await bot.settle();

    expect(bot.slack.calls).toEqual([]);
  });

  it('that fails is explained there', async () => {
    bot.slack.fail('chat.postMessage', { error: 'msg_too_long' });
    await bot.send(messageDelivery(directScene(), '低保标准？'));
    await bot.settle();

    expect(bot.slack.callsOf('chat.postMessage').at(-1)?.body.text).toContain('没能完成');
  });
});

describe('follow-ups without a mention, switched on', () => {
  let eager: Bot;
  beforeAll(async () => {
    eager = await startBot({ FOLLOW_UPS_WITHOUT_MENTION: 'true' });
  });
  afterAll(() => eager.stop());

  it('are answered in a thread where the bot answered, and only when the report has an answer', async () => {
    const threadTs = nextTs();
    const text = `<@${eager.slack.botUser}> 城市低保标准是多少？`;
    await eager.send(mentionDelivery(eager.scene, text, { ts: threadTs }));
    await eager.slack.take('chat.postMessage');

    await eager.send(messageDelivery(eager.scene, '谢谢，我转给小李', { thread_ts: threadTs }));
    await eager.send(messageDelivery(eager.scene, '那农村呢？', { thread_ts: nextTs() }));
    await eager.send(messageDelivery(eager.scene, '那农村呢？'));
    await eager.settle();
    expect(eager.slack.callsOf('chat.postMessage')).toHaveLength(1);

    await eager.send(messageDelivery(eager.scene, '那农村呢？', { thread_ts: threadTs }));
    expect((await eager.slack.take('chat.postMessage')).body).toMatchObject({
      thread_ts: threadTs,
      text: expect.stringContaining('410元'),
    });
  });
});
