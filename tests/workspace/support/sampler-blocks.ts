import type { KnownBlock } from '@slack/types';

const plain = (text: string) => ({ type: 'plain_text', text }) as const;

type MessageBlock =
  | KnownBlock
  | { readonly type: 'data_visualization'; readonly title: string; readonly chart: object };

/** One of every block and element a message can hold. Numbers are made up: this bot quotes no report. */
export const EVERY_MESSAGE_BLOCK: readonly MessageBlock[] = [
  { type: 'header', text: plain('各种块') },
  {
    type: 'section',
    text: { type: 'mrkdwn', text: '*粗体* _斜体_ ~删除~ `代码` <https://example.com|链接> &lt;转义&gt;' },
    accessory: {
      type: 'overflow',
      action_id: 'overflow',
      options: [
        { text: plain('甲项'), value: 'a' },
        { text: plain('乙项'), value: 'b' },
      ],
    },
  },
  {
    type: 'section',
    fields: [
      { type: 'mrkdwn', text: '*左栏*\n一' },
      { type: 'mrkdwn', text: '*右栏*\n二' },
    ],
  },
  {
    type: 'rich_text',
    elements: [
      {
        type: 'rich_text_section',
        elements: [
          { type: 'text', text: '引文里的数字 ' },
          { type: 'text', text: '546元', style: { bold: true } },
        ],
      },
      { type: 'rich_text_quote', elements: [{ type: 'text', text: '这是一段引文。' }] },
      {
        type: 'rich_text_list',
        style: 'ordered',
        elements: [
          { type: 'rich_text_section', elements: [{ type: 'text', text: '第一点' }] },
          { type: 'rich_text_section', elements: [{ type: 'text', text: '第二点' }] },
        ],
      },
      { type: 'rich_text_preformatted', elements: [{ type: 'text', text: '原样  文字' }] },
    ],
  },
  {
    type: 'data_table',
    caption: '进度表',
    page_size: 3,
    rows: [
      [
        { type: 'raw_text', text: '目标' },
        { type: 'raw_text', text: '完成' },
      ],
      ...[30, 4, 200, 17].map((value) => [
        { type: 'raw_text', text: `目标${value}` } as const,
        { type: 'raw_number', value, text: `${value}个` } as const,
      ]),
    ],
  },
  chart('bar'),
  chart('line'),
  {
    type: 'container',
    title: plain('可以收起的一组'),
    is_collapsible: true,
    child_blocks: [{ type: 'section', text: plain('组里的文字') }],
  },
  { type: 'divider' },
  {
    type: 'actions',
    elements: [
      { type: 'button', action_id: 'press', text: plain('按我'), style: 'primary', value: 'v' },
      {
        type: 'button',
        action_id: 'risky',
        text: plain('先问'),
        style: 'danger',
        confirm: {
          title: plain('真的?'),
          text: plain('会记下来。'),
          confirm: plain('是'),
          deny: plain('否'),
        },
      },
      {
        type: 'static_select',
        action_id: 'menu',
        placeholder: plain('选一个'),
        options: [
          { text: plain('红'), value: 'red' },
          { text: plain('蓝'), value: 'blue' },
        ],
      },
      { type: 'datepicker', action_id: 'date', initial_date: '2019-06-24' },
    ],
  },
  {
    type: 'image',
    image_url: 'https://example.invalid/chart.png',
    alt_text: '一张示意图',
  },
  { type: 'context', elements: [{ type: 'mrkdwn', text: '来源:样例' }] },
  {
    type: 'context_actions',
    elements: [
      {
        type: 'feedback_buttons',
        action_id: 'feedback',
        positive_button: { text: plain('有用'), value: 'up' },
        negative_button: { text: plain('没用'), value: 'down' },
      },
    ],
  },
];

function chart(type: 'bar' | 'line' | 'area') {
  const categories = ['一月', '二月', '三月'];
  return {
    type: 'data_visualization',
    title: `${type} 图`,
    chart: {
      type,
      series: [
        { name: '实际', data: categories.map((label, index) => ({ label, value: 10 + index * 15 })) },
        { name: '应到', data: categories.map((label, index) => ({ label, value: 20 + index * 10 })) },
      ],
      axis_config: { categories, y_label: '%' },
    },
  } as const;
}

/** What does not fit beside those: Slack takes one table and two charts a message. */
export const MORE_BLOCKS: readonly MessageBlock[] = [
  {
    type: 'table',
    rows: [
      [
        { type: 'raw_text', text: '名称' },
        { type: 'raw_text', text: '数' },
      ],
      [
        { type: 'raw_text', text: '甲' },
        { type: 'raw_number', value: 1, text: '1' },
      ],
    ],
  },
  chart('area'),
  {
    type: 'data_visualization',
    title: 'pie 图',
    chart: {
      type: 'pie',
      segments: [
        { label: '完成', value: 3 },
        { label: '未完成', value: 1 },
      ],
    },
  } as const,
];

/** A form with a field for text, a number, a date, a choice and an alert. */
export const FORM_BLOCKS: readonly KnownBlock[] = [
  { type: 'alert', level: 'info', text: plain('数字要大于 10。') },
  {
    type: 'input',
    block_id: 'amount',
    label: plain('数值'),
    element: { type: 'number_input', action_id: 'value', is_decimal_allowed: true },
    hint: plain('按报告的单位填。'),
  },
  {
    type: 'input',
    block_id: 'day',
    label: plain('日期'),
    element: { type: 'datepicker', action_id: 'value', initial_date: '2019-06-24' },
  },
  {
    type: 'input',
    block_id: 'kind',
    label: plain('口径'),
    optional: true,
    element: {
      type: 'radio_buttons',
      action_id: 'value',
      options: [
        { text: plain('累计'), value: 'total' },
        { text: plain('当期'), value: 'period' },
      ],
    },
  },
  {
    type: 'input',
    block_id: 'note',
    optional: true,
    label: plain('备注'),
    element: { type: 'plain_text_input', action_id: 'value', multiline: true },
  },
];
