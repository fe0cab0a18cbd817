/**
 * What Slack accepts, as documented at https://docs.slack.dev/reference/block-kit unless a line says otherwise.
 * Lengths count UTF-16 units, as Slack's own messages do.
 */
export const LIMITS = {
  message: {
    blocks: 50,
    /** Undocumented: posts were refused with `msg_blocks_too_long` from about here (slackapi/bolt-js#2509). */
    characters: 13_200,
    /** `text` beyond this is cut by Slack; this workspace refuses it, so that nothing is lost unseen. */
    text: 40_000,
    charts: 2,
    tables: 1,
  },
  view: { blocks: 100, title: 24, button: 24, privateMetadata: 3_000, callbackId: 255 },
  id: 255,
  text: 3_000,
  section: { fields: 10, field: 2_000 },
  header: 150,
  context: 10,
  actions: 25,
  contextActions: 5,
  container: { blocks: 10, title: 150 },
  alert: 200,
  image: { url: 3_000, altText: 2_000, title: 2_000 },
  input: { label: 2_000, hint: 2_000 },
  button: { text: 75, value: 2_000, url: 3_000, accessibilityLabel: 75 },
  option: { text: 75, value: 150, description: 75 },
  select: { options: 100, groups: 100, placeholder: 150 },
  overflow: 5,
  checkboxes: 10,
  confirm: { title: 100, text: 300, button: 30 },
  plainTextInput: 3_000,
  table: { rows: 100, columns: 20, characters: 10_000 },
  dataTable: { minRows: 2, rows: 201, columns: 20, characters: 20_000, pageSize: 100 },
  chart: { title: 50, segments: 12, series: 12, points: 20, label: 20, axisLabel: 50 },
  markdown: 12_000,
} as const;
