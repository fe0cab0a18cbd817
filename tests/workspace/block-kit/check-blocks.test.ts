import { describe, expect, it } from 'vitest';
import { checkBlocks } from '../../../src/workspace/block-kit/check-blocks.ts';
import { EVERY_MESSAGE_BLOCK, FORM_BLOCKS, MORE_BLOCKS } from '../support/sampler-blocks.ts';

const TABLE_BLOCK = { type: 'table', rows: [[{ type: 'raw_text', text: '一' }]] };
const section = (length: number) => ({
  type: 'section',
  text: { type: 'mrkdwn', text: '字'.repeat(length) },
});
const divider = { type: 'divider' };
const repeat = <Item>(count: number, item: Item) => Array.from({ length: count }, () => item);
const raw = (text: string) => ({ type: 'raw_text', text });
const chart = (change: object) => ({
  type: 'data_visualization',
  title: '进度',
  chart: {
    type: 'bar',
    series: [{ name: '实际', data: [{ label: '一', value: 1 }] }],
    axis_config: { categories: ['一'] },
    ...change,
  },
});

describe('checkBlocks', () => {
  it.each([
    { what: 'every block a message can hold', blocks: EVERY_MESSAGE_BLOCK, surface: 'message' },
    { what: 'the rest of them', blocks: MORE_BLOCKS, surface: 'message' },
    { what: 'two tables in a home', blocks: repeat(2, TABLE_BLOCK), surface: 'home' },
    { what: 'a form in a modal', blocks: FORM_BLOCKS, surface: 'modal' },
    { what: '50 blocks in a message', blocks: repeat(50, divider), surface: 'message' },
    { what: '100 blocks in a modal', blocks: repeat(100, divider), surface: 'modal' },
    { what: '3,000 characters in a section', blocks: [section(3000)], surface: 'message' },
    {
      what: 'a block Slack knows and this page does not draw',
      blocks: [{ type: 'video' }],
      surface: 'message',
    },
  ] as const)('accepts $what', ({ blocks, surface }) => {
    expect(checkBlocks(blocks, surface)).toMatchObject({ ok: true });
  });

  it.each([
    { what: '51 blocks', blocks: repeat(51, divider), message: 'no more than 50 items allowed' },
    {
      what: '3,001 characters in a section',
      blocks: [section(3001)],
      message: 'must be less than 3001 characters [json-pointer:/blocks/0/text/text]',
    },
    { what: 'an unknown type', blocks: [{ type: 'banner' }], message: 'unsupported type: banner' },
    { what: 'a header without text', blocks: [{ type: 'header' }], message: 'missing required field: text' },
    {
      what: 'a section without text and fields',
      blocks: [{ type: 'section' }],
      message: 'missing required field: text',
    },
    {
      what: 'a property Slack does not know',
      blocks: [{ ...divider, colour: 'red' }],
      message: 'invalid additional property: colour',
    },
    { what: 'an empty text', blocks: [section(0)], message: 'must be more than 0 characters' },
    {
      what: 'mrkdwn in a header',
      blocks: [{ type: 'header', text: { type: 'mrkdwn', text: '题' } }],
      message: '/blocks/0/text/type',
    },
    {
      what: 'a button with 76 characters',
      blocks: [
        {
          type: 'actions',
          elements: [{ type: 'button', text: { type: 'plain_text', text: 'x'.repeat(76) } }],
        },
      ],
      message: 'must be less than 76 characters',
    },
    {
      what: '26 buttons in a row',
      blocks: [
        {
          type: 'actions',
          elements: repeat(26, { type: 'button', text: { type: 'plain_text', text: '按' } }),
        },
      ],
      message: 'no more than 25 items allowed',
    },
    {
      what: 'a block_id used twice',
      blocks: repeat(2, { ...divider, block_id: 'same' }),
      message: 'block_id already in use: same',
    },
    {
      what: 'a data_table without rows under its heading',
      blocks: [{ type: 'data_table', caption: '表', rows: [[raw('头')]] }],
      message: 'no fewer than 2 items allowed',
    },
    {
      what: 'a table with over 10,000 characters',
      blocks: [{ type: 'table', rows: [[raw('字'.repeat(10_001))]] }],
      message: 'cells hold more than 10000 characters',
    },
    { what: 'three charts', blocks: repeat(3, chart({})), message: 'no more than 2 data_visualization' },
    {
      what: 'a series that leaves a category out',
      blocks: [chart({ axis_config: { categories: ['一', '二'] } })],
      message: 'every series must have one data point for each category',
    },
    {
      what: 'an empty pie slice',
      blocks: [
        {
          type: 'data_visualization',
          title: '饼',
          chart: { type: 'pie', segments: [{ label: '一', value: 0 }] },
        },
      ],
      message: '/blocks/0/chart/segments/0/value',
    },
    {
      what: 'an alert in a message',
      blocks: [{ type: 'alert', text: { type: 'plain_text', text: '注意' } }],
      message: 'unsupported type: alert',
    },
  ])('refuses $what with invalid_blocks', ({ blocks, message }) => {
    const check = checkBlocks(blocks, 'message');

    expect(check).toMatchObject({ ok: false, error: 'invalid_blocks' });
    expect(check).toHaveProperty('messages', expect.arrayContaining([expect.stringContaining(message)]));
  });

  it('refuses more text than a whole message may hold, although each block may hold its part', () => {
    expect(checkBlocks(repeat(5, section(2_700)), 'message')).toMatchObject({ error: 'msg_blocks_too_long' });
    expect(checkBlocks(repeat(5, section(2_600)), 'message')).toMatchObject({ ok: true });
  });

  it('refuses a second table, of either kind and wherever it stands, with the code Slack has for it', () => {
    const container = {
      type: 'container',
      title: { type: 'plain_text', text: '表' },
      child_blocks: [TABLE_BLOCK],
    };
    const dataTable = { type: 'data_table', caption: '表', rows: [[raw('头')], [raw('一')]] };

    expect(checkBlocks([container, dataTable], 'message')).toMatchObject({
      error: 'invalid_attachments',
      messages: ['[ERROR] only_one_table_allowed'],
    });
  });

  it('adds the markdown of all blocks up', () => {
    const markdown = (length: number) => ({ type: 'markdown', text: '字'.repeat(length) });

    expect(checkBlocks([markdown(6_000), markdown(6_000)], 'message')).toMatchObject({ ok: true });
    expect(checkBlocks([markdown(6_000), markdown(6_001)], 'message')).toMatchObject({
      error: 'msg_too_long',
    });
  });

  it('refuses what is no list of blocks', () => {
    expect(checkBlocks('[{]', 'message')).toMatchObject({ error: 'invalid_blocks_format' });
  });

  it('names every block and element that came without an id, each by its place', () => {
    const check = checkBlocks(
      [
        {
          type: 'actions',
          elements: repeat(2, { type: 'button', text: { type: 'plain_text', text: '按' } }),
        },
      ],
      'message',
    );

    expect(check).toMatchObject({
      blocks: [{ block_id: 'b0', elements: [{ action_id: 'a0' }, { action_id: 'a1' }] }],
    });
  });
});
