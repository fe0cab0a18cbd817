import { describe, expect, it } from 'vitest';
import { checkBlocks } from '../../../src/workspace/block-kit/check-blocks.ts';
import { checkView } from '../../../src/workspace/block-kit/check-view.ts';

const plain = (length: number) => ({ type: 'plain_text', text: '字'.repeat(length) });
const mrkdwn = (length: number) => ({ type: 'mrkdwn', text: '字'.repeat(length) });
const raw = (length: number) => ({ type: 'raw_text', text: '字'.repeat(length) });
const list = <Item>(count: number, item: (index: number) => Item) =>
  Array.from({ length: count }, (_, index) => item(index));
const button = { type: 'button', text: plain(1) };
const feedback = {
  type: 'feedback_buttons',
  positive_button: { text: plain(1), value: 'up' },
  negative_button: { text: plain(1), value: 'down' },
};
const option = (index: number) => ({ text: plain(1), value: String(index) });
const select = (element: object) => ({ type: 'actions', elements: [{ type: 'static_select', ...element }] });
const chart = (title: number, body: object) => ({
  type: 'data_visualization',
  title: '题'.repeat(title),
  chart: body,
});
const bars = (series: number, points: number, label = 2) => {
  const categories = list(points, (index) => String(index).padStart(label, '0'));
  const data = categories.map((category) => ({ label: category, value: 1 }));
  return chart(1, {
    type: 'bar',
    series: list(series, (index) => ({ name: `列${index}`, data })),
    axis_config: { categories },
  });
};
const container = (children: number, title: number) => ({
  type: 'container',
  title: plain(title),
  child_blocks: list(children, () => ({ type: 'divider' })),
});

/** The largest of each that Slack takes, as documented; one more is refused. */
const MAXIMA = [
  {
    what: 'characters of a section',
    max: 3_000,
    block: (n: number) => ({ type: 'section', text: mrkdwn(n) }),
  },
  {
    what: 'fields of a section',
    max: 10,
    block: (n: number) => ({ type: 'section', fields: list(n, () => mrkdwn(1)) }),
  },
  {
    what: 'characters of a field',
    max: 2_000,
    block: (n: number) => ({ type: 'section', fields: [mrkdwn(n)] }),
  },
  { what: 'characters of a header', max: 150, block: (n: number) => ({ type: 'header', text: plain(n) }) },
  {
    what: 'levels of a header',
    max: 4,
    block: (n: number) => ({ type: 'header', text: plain(1), level: n }),
  },
  {
    what: 'elements of a context',
    max: 10,
    block: (n: number) => ({ type: 'context', elements: list(n, () => mrkdwn(1)) }),
  },
  {
    what: 'elements of an actions block',
    max: 25,
    block: (n: number) => ({ type: 'actions', elements: list(n, () => button) }),
  },
  {
    what: 'elements of context_actions',
    max: 5,
    block: (n: number) => ({ type: 'context_actions', elements: list(n, () => feedback) }),
  },
  {
    what: 'characters of a button',
    max: 75,
    block: (n: number) => ({ type: 'actions', elements: [{ ...button, text: plain(n) }] }),
  },
  {
    what: 'characters of a button value',
    max: 2_000,
    block: (n: number) => ({ type: 'actions', elements: [{ ...button, value: 'x'.repeat(n) }] }),
  },
  { what: 'options of a menu', max: 100, block: (n: number) => select({ options: list(n, option) }) },
  {
    what: 'groups of a menu',
    max: 100,
    block: (n: number) =>
      select({ option_groups: list(n, (index) => ({ label: plain(1), options: [option(index)] })) }),
  },
  {
    what: 'characters of an option',
    max: 75,
    block: (n: number) => select({ options: [{ text: plain(n), value: 'a' }] }),
  },
  {
    what: 'options of an overflow menu',
    max: 5,
    block: (n: number) => ({ type: 'actions', elements: [{ type: 'overflow', options: list(n, option) }] }),
  },
  {
    what: 'characters of a block_id',
    max: 255,
    block: (n: number) => ({ type: 'divider', block_id: 'b'.repeat(n) }),
  },
  {
    what: 'characters of an action_id',
    max: 255,
    block: (n: number) => ({ type: 'actions', elements: [{ ...button, action_id: 'a'.repeat(n) }] }),
  },
  {
    what: 'rows of a table',
    max: 100,
    block: (n: number) => ({ type: 'table', rows: list(n, () => [raw(1)]) }),
  },
  {
    what: 'columns of a table',
    max: 20,
    block: (n: number) => ({ type: 'table', rows: [list(n, () => raw(1))] }),
  },
  { what: 'characters of a table', max: 10_000, block: (n: number) => ({ type: 'table', rows: [[raw(n)]] }) },
  {
    what: 'rows of a data_table',
    max: 201,
    block: (n: number) => ({ type: 'data_table', caption: '表', rows: list(n, () => [raw(1)]) }),
  },
  {
    what: 'columns of a data_table',
    max: 20,
    block: (n: number) => ({
      type: 'data_table',
      caption: '表',
      rows: list(2, () => list(n, () => raw(1))),
    }),
  },
  {
    what: 'characters of a data_table',
    max: 20_000,
    block: (n: number) => ({ type: 'data_table', caption: '表', rows: [[raw(1)], [raw(n - 1)]] }),
  },
  {
    what: 'rows a page of a data_table',
    max: 100,
    block: (n: number) => ({ type: 'data_table', caption: '表', page_size: n, rows: [[raw(1)], [raw(1)]] }),
  },
  {
    what: 'characters of a chart’s title',
    max: 50,
    block: (n: number) => chart(n, { type: 'pie', segments: [{ label: '一', value: 1 }] }),
  },
  {
    what: 'slices of a pie',
    max: 12,
    block: (n: number) =>
      chart(1, { type: 'pie', segments: list(n, (index) => ({ label: String(index), value: 1 })) }),
  },
  { what: 'series of a chart', max: 12, block: (n: number) => bars(n, 1) },
  { what: 'points of a series', max: 20, block: (n: number) => bars(1, n) },
  { what: 'characters of a chart’s label', max: 20, block: (n: number) => bars(1, 1, n) },
  { what: 'blocks of a container', max: 10, block: (n: number) => container(n, 1) },
  { what: 'characters of a container’s title', max: 150, block: (n: number) => container(1, n) },
  {
    what: 'characters of an alternative text',
    max: 2_000,
    block: (n: number) => ({
      type: 'image',
      image_url: 'https://example.invalid/a.png',
      alt_text: '字'.repeat(n),
    }),
  },
  {
    what: 'characters of a picture’s address',
    max: 3_000,
    block: (n: number) => ({
      type: 'image',
      image_url: `https://example.invalid/${'a'.repeat(n - 24)}`,
      alt_text: '图',
    }),
  },
];

const modal = (change: object) => ({ type: 'modal', title: plain(1), blocks: [], ...change });

const VIEW_MAXIMA = [
  { what: 'characters of a title', max: 24, view: (n: number) => modal({ title: plain(n) }) },
  { what: 'characters of a submit button', max: 24, view: (n: number) => modal({ submit: plain(n) }) },
  {
    what: 'characters of private_metadata',
    max: 3_000,
    view: (n: number) => modal({ private_metadata: 'x'.repeat(n) }),
  },
  {
    what: 'blocks of a modal',
    max: 100,
    view: (n: number) => modal({ blocks: list(n, () => ({ type: 'divider' })) }),
  },
  {
    what: 'characters of an alert',
    max: 200,
    view: (n: number) => modal({ blocks: [{ type: 'alert', text: plain(n) }] }),
  },
  {
    what: 'blocks of a home',
    max: 100,
    view: (n: number) => ({ type: 'home', blocks: list(n, () => ({ type: 'divider' })) }),
  },
];

describe('Slack’s limits', () => {
  it.each(MAXIMA)('takes $max $what in a message and refuses one more', ({ max, block }) => {
    expect(checkBlocks([block(max)], 'message')).toMatchObject({ ok: true });
    expect(checkBlocks([block(max + 1)], 'message')).toMatchObject({ ok: false, error: 'invalid_blocks' });
  });

  it.each(VIEW_MAXIMA)('takes $max $what and refuses one more', ({ max, view }) => {
    expect(checkView(view(max))).toMatchObject({ ok: true });
    expect(checkView(view(max + 1))).toMatchObject({ ok: false, error: 'invalid_arguments' });
  });

  it.each([
    { what: 'a chart', block: bars(1, 1) },
    { what: 'a table', block: { type: 'table', rows: [[raw(1)]] } },
    { what: 'feedback buttons', block: { type: 'context_actions', elements: [feedback] } },
    { what: 'a container', block: container(1, 1) },
  ])('refuses $what in a modal', ({ block }) => {
    expect(checkView(modal({ blocks: [block] }))).toMatchObject({ ok: false, error: 'invalid_arguments' });
  });

  it('refuses a form without a submit button', () => {
    const input = { type: 'input', label: plain(1), element: { type: 'plain_text_input' } };

    expect(checkView(modal({ blocks: [input] }))).toMatchObject({ ok: false });
    expect(checkView(modal({ blocks: [input], submit: plain(2) }))).toMatchObject({ ok: true });
  });
});
