import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createConversationRecords } from '../../../src/storage/conversation-records.ts';
import { openDatabase } from '../../../src/storage/database.ts';
import {
  commandDelivery,
  mentionDelivery,
  messageDelivery,
  pressDelivery,
  submissionDelivery,
} from '../../support/slack/deliveries.ts';
import type { CallBody } from '../../support/slack/fake-slack.ts';
import { findButton, findOption, readBlocks } from '../../support/slack/read-message.ts';
import { type Bot, startBot } from '../../support/slack/start-bot.ts';

const RESPONSIBLE = 'U000000001';
let folder: string;
let bot: Bot;
const databaseFile = () => join(folder, 'bot.sqlite');

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'feedback-'));
  bot = await startBot({ DATABASE_FILE: databaseFile(), FEEDBACK_TO: RESPONSIBLE });
});
beforeEach(() => bot.slack.reset());
afterAll(async () => {
  await bot.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** What was kept, read as another process would. */
const keptFeedback = async () => {
  const database = await openDatabase({ file: databaseFile() });
  const kept = await createConversationRecords(database.db).feedback.list();
  await database.close();
  return kept;
};

const askFor = async (asked: Bot, text: string): Promise<CallBody[]> => {
  await asked.send(commandDelivery(asked.scene, text));
  return (await asked.slack.take('response_url')).body.blocks;
};
const openForm = async (asked: Bot, label: string): Promise<CallBody> => {
  const blocks = await askFor(asked, '低保标准？');
  await asked.send(pressDelivery({ ...asked.scene, isEphemeral: true }, findOption(blocks, label)));
  return (await asked.slack.take('views.open')).body;
};
const submit = (asked: Bot, form: CallBody, comment: string | null) =>
  asked.send(submissionDelivery(asked.scene, form.view, comment));

describe('the thumbs', () => {
  it.each([
    { rating: 'helpful', button: 'positive_button' },
    { rating: 'not-helpful', button: 'negative_button' },
  ])('keep $rating and thank privately where others see the answer', async ({ rating, button }) => {
    const blocks = await askFor(bot, '低保标准？');
    const element = blocks.find(({ type }) => type === 'context_actions')?.elements[0];

    await bot.send(
      pressDelivery(bot.scene, {
        type: 'feedback_buttons',
        action_id: element.action_id,
        value: element[button].value,
      }),
    );

    expect((await bot.slack.take('response_url')).body.text).toContain('谢谢');
    expect(await keptFeedback()).toContainEqual(
      expect.objectContaining({ kind: rating, question: '低保标准？', userId: bot.slack.user }),
    );
  });

  it('give way to thanks in an answer of one’s own, which keeps everything else', async () => {
    const blocks = await askFor(bot, '低保标准？');
    const element = blocks.find(({ type }) => type === 'context_actions')?.elements[0];

    await bot.send(
      pressDelivery(
        { ...bot.scene, isEphemeral: true },
        { type: 'feedback_buttons', action_id: element.action_id, value: element.positive_button.value },
      ),
    );

    const { body } = await bot.slack.take('response_url');
    expect(body.replace_original).toBe(true);
    expect(body.blocks.filter(({ type }: CallBody) => type === 'context_actions')).toEqual([]);
    expect(readBlocks(body.blocks)).toMatch(/问：低保标准？\n.*546元.*\[分享到频道\].*谢谢，已记录。/su);
  });

  it('with a value that cannot be read are answered with words', async () => {
    await bot.send(
      pressDelivery(bot.scene, { type: 'feedback_buttons', action_id: 'rate', value: '{"q":1}' }),
    );

    expect((await bot.slack.take('chat.postEphemeral')).body.text).toContain('没能完成');
  });

  it('thank by an ephemeral message when the response_url has expired', async () => {
    const blocks = await askFor(bot, '低保标准？');
    const element = blocks.find(({ type }) => type === 'context_actions')?.elements[0];
    bot.slack.fail('response_url', { status: 404 });

    await bot.send(
      pressDelivery(bot.scene, {
        type: 'feedback_buttons',
        action_id: 'rate',
        value: element.positive_button.value,
      }),
    );

    expect((await bot.slack.take('chat.postEphemeral')).body.text).toContain('谢谢');
  });
});

describe.each([
  { label: '数字有误', kind: 'wrong-number', headline: '认为下面这条回答的数字有误' },
  { label: '需要人工', kind: 'needs-person', headline: '请人工帮忙确认' },
])('$label', ({ label, kind, headline }) => {
  it('opens a short form, keeps what is written and passes it on with question and answer', async () => {
    const form = await openForm(bot, label);
    expect(form.view.title.text).toBe(label);

    const response = await submit(bot, form, '应该是 <!channel> 600元');

    expect([response.status, await response.text()]).toEqual([200, '']);
    const forwarded = await bot.slack.take('chat.postMessage');
    expect(forwarded.body.channel).toBe(RESPONSIBLE);
    const shown = readBlocks(forwarded.body.blocks);
    expect(shown).toContain(`@${bot.slack.user}${headline}`);
    expect(shown).toContain('**问题：**低保标准？');
    expect(shown).toContain('546元');
    expect(shown).toContain('> 应该是 <!channel> 600元');
    expect(forwarded.body.text).toContain('&lt;!channel&gt;');
    expect((await bot.slack.take('chat.postEphemeral')).body.text).toContain('已转给');
    expect(await keptFeedback()).toContainEqual(
      expect.objectContaining({ kind, comment: '应该是 <!channel> 600元' }),
    );
  });

  it('asks for more when nothing is written', async () => {
    const form = await openForm(bot, label);

    for (const comment of [null, '', '  ', '。']) {
      const response = await submit(bot, form, comment);
      expect(await response.json()).toMatchObject({
        response_action: 'errors',
        errors: { comment: expect.stringContaining('请写') },
      });
    }
  });

  it('keeps it and says so when it cannot be delivered', async () => {
    const form = await openForm(bot, label);
    bot.slack.fail('chat.postMessage', { error: 'channel_not_found' });

    await submit(bot, form, '应该是600元');

    expect((await bot.slack.take('chat.postEphemeral')).body.text).toContain('没能送到');
    expect(await keptFeedback()).toContainEqual(expect.objectContaining({ kind, comment: '应该是600元' }));
  });

  it('tells the person when Slack does not open the form', async () => {
    const blocks = await askFor(bot, '低保标准？');
    bot.slack.fail('views.open', { error: 'expired_trigger_id' });

    await bot.send(pressDelivery({ ...bot.scene, isEphemeral: true }, findOption(blocks, label)));

    expect((await bot.slack.take('chat.postEphemeral')).body.text).toContain('没能完成');
  });
});

describe('what the menu of an answer does', () => {
  const direct = () => ({ ...bot.scene, channel: bot.slack.directChannel });
  const say = async (text: string): Promise<CallBody> => {
    await bot.send(messageDelivery(direct(), text));
    return (await bot.slack.take('chat.postMessage')).body;
  };

  it.each([
    { typed: '转人工', label: '需要人工', kind: 'needs-person' },
    { typed: '需要人工。', label: '需要人工', kind: 'needs-person' },
    { typed: '数字不对', label: '数字有误', kind: 'wrong-number' },
  ])('$typed typed in a conversation does for its last answer', async ({ typed, label, kind }) => {
    await say('低保标准？');
    const offered = await say(typed);
    expect(offered.text).toContain('刚才问的是“低保标准”');

    await bot.send(pressDelivery(direct(), findButton(offered.blocks, label)));
    await submit(bot, (await bot.slack.take('views.open')).body, '请确认一下');

    const forwarded = await bot.slack.take('chat.postMessage');
    // As the asker saw it.
    expect(readBlocks(forwarded.body.blocks)).toContain(
      '每人每月546元（城市低保标准，2018年）；每人每月410元（农村低保标准，2018年）',
    );
    expect((await bot.slack.take('chat.postMessage')).body.text).toContain('已转给');
    expect(await keptFeedback()).toContainEqual(
      expect.objectContaining({ kind, question: '低保标准？', comment: '请确认一下' }),
    );
  });

  it('is offered without a question where none was asked', async () => {
    await bot.send(mentionDelivery(bot.scene, `<@${bot.slack.botUser}> 转人工`));
    const offered = (await bot.slack.take('chat.postEphemeral')).body;
    expect(offered.text).toContain('写一句');

    await bot.send(pressDelivery(bot.scene, findButton(offered.blocks, '需要人工')));
    await submit(bot, (await bot.slack.take('views.open')).body, '想问殡葬的事');

    const shown = readBlocks((await bot.slack.take('chat.postMessage')).body.blocks);
    expect(shown).toContain('> 想问殡葬的事');
    expect(shown).not.toContain('问题：');
  });

  it('opens its form at once by /policy', async () => {
    await bot.send(commandDelivery(bot.scene, '转人工'));

    expect((await bot.slack.take('views.open')).body.view.title.text).toBe('需要人工');
  });

  it('quotes and tells the place when that is typed', async () => {
    await say('城市低保标准？');

    expect((await say('复制引用')).text).toMatch(/^「.*546元.*」，《/u);
    expect((await say('出处')).text).toContain('知识版本');
    expect(readBlocks((await say('给我全文')).blocks)).toContain('城乡低保标准分别提高到每人每月**546元**');
    expect(readBlocks((await say('都列出来')).blocks)).toContain('**546元**');
  });

  it('is explained where nothing was asked before', async () => {
    await bot.send(mentionDelivery(bot.scene, `<@${bot.slack.botUser}> 出处`));

    expect((await bot.slack.take('chat.postEphemeral')).body.text).toContain(
      '找不到刚才的答案。用 /policy 问的，请点那条答案下面的“⋯”',
    );
  });
});

describe('without anybody configured', () => {
  let alone: Bot;
  beforeEach(async () => {
    alone = await startBot();
  });
  afterEach(() => alone.stop());

  it('a form is kept and logged, and the person is told to ask somebody directly', async () => {
    const form = await openForm(alone, '需要人工');

    await submit(alone, form, '请帮忙确认');

    expect((await alone.slack.take('chat.postEphemeral')).body.text).toContain('请直接联系');
    expect(alone.slack.callsOf('chat.postMessage')).toEqual([]);
    expect(alone.lines.join('')).toContain('"event":"feedback.received"');
    expect(alone.lines.join('')).not.toContain('请帮忙确认');
  });
});

describe('a form whose subject cannot be read', () => {
  it('says so itself', async () => {
    const form = await openForm(bot, '需要人工');

    const response = await submit(bot, { view: { ...form.view, private_metadata: '{}' } }, '请帮忙');

    expect(await response.json()).toMatchObject({
      response_action: 'errors',
      errors: { comment: expect.stringContaining('已经过时') },
    });
  });
});
