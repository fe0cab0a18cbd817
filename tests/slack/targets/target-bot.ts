import { type Database, openDatabase } from '../../../src/storage/database.ts';
import { createTargetRecords } from '../../../src/storage/target-records.ts';
import type { TargetRecords } from '../../../src/targets/records.ts';
import { checkView } from '../../../src/workspace/block-kit/check-view.ts';
import { createSqliteFile, type TestLocation } from '../../support/database-places.ts';
import {
  commandDelivery,
  type Delivery,
  eventDelivery,
  nextTs,
  type PressScene,
  pressDelivery,
} from '../../support/slack/deliveries.ts';
import { type CallBody, startFakeSlack, TEAM } from '../../support/slack/fake-slack.ts';
import { allButtons, findButton } from '../../support/slack/read-message.ts';
import { type Bot, startBotOn } from '../../support/slack/start-bot.ts';

/** A Monday morning of the report's target year. */
export const NOW = new Date('2019-06-24T00:30:00.000Z');

/** The bot with a look into its records, and a person's hands. */
export type TargetBot = {
  readonly bot: Bot;
  readonly records: TargetRecords;
  /** Sends a `/policy` command and returns the private answer. */
  ask(text: string): Promise<CallBody>;
  /** Presses the button with a label. */
  press(blocks: unknown, label: string, scene?: Partial<PressScene>): Promise<void>;
  /** The form opened last. */
  openedForm(): Promise<CallBody>;
  /**
   * Submits a form as it was filled in: what stood in its fields, with changes by the name of the field. Returns what
   * Slack is told about it: `{}` when it is accepted.
   */
  submit(view: CallBody, values: Record<string, CallBody>, user?: string): Promise<CallBody>;
  /** The next message only one person gets in the channel. */
  privateMessage(): Promise<CallBody>;
  /** The next answer to a press or a command. */
  answer(): Promise<CallBody>;
  /** Presses a button inside a modal, on the view as it is open, and returns the view it becomes. */
  pressInForm(view: CallBody, action: CallBody): Promise<CallBody>;
  /** Opens a target's card by its name in the list. */
  openCard(name: string): Promise<CallBody>;
  /** Opens the App Home as somebody and returns its view. */
  openHome(user?: string): Promise<CallBody>;
  stop(): Promise<void>;
};

export async function startTargetBot(environment: Record<string, string> = {}): Promise<TargetBot> {
  const place: TestLocation = await createSqliteFile();
  const file = 'file' in place.location ? place.location.file : '';
  const bot = await startBotOn(await startFakeSlack(), { DATABASE_FILE: file, ...environment });
  bot.clock = NOW;
  const database: Database = await openDatabase(place.location);
  return {
    bot,
    records: createTargetRecords(database.db),
    async ask(text) {
      await bot.send(commandDelivery(bot.scene, text));
      return (await bot.slack.take('response_url')).body;
    },
    async press(blocks, label, scene = {}) {
      await bot.send(pressDelivery({ ...bot.scene, isEphemeral: true, ...scene }, findButton(blocks, label)));
    },
    openedForm: async () => accepted((await bot.slack.take('views.open')).body.view),
    async submit(view, values, user = bot.scene.user) {
      const response = await bot.send(submission(user, view, fillIn(view, values)));
      const text = await response.text();
      const answer = text === '' ? {} : JSON.parse(text);
      if (answer.view !== undefined) accepted(answer.view);
      return answer;
    },
    privateMessage: async () => (await bot.slack.take('chat.postEphemeral')).body,
    answer: async () => (await bot.slack.take('response_url')).body,
    async pressInForm(view, action) {
      const open = { id: 'V9', hash: 'h', ...view, state: { values: fillIn(view, {}, action) } };
      const press = pressDelivery({ ...bot.scene, isHome: true }, { type: 'button', ...action });
      const container = { type: 'view', view_id: open.id };
      await bot.send({ ...press, body: { ...press.body, view: open, container } });
      return accepted((await bot.slack.take('views.update')).body.view);
    },
    async openCard(name) {
      await bot.send(commandDelivery(bot.scene, `目标 ${name}`));
      const shown = (await bot.slack.take('response_url')).body;
      // A whole name shows the card itself.
      if (!allButtons(shown.blocks).some(({ text: { text: label } }) => label === '详情')) return shown;
      const button = findButton(shown.blocks, '详情');
      await bot.send(pressDelivery({ ...bot.scene, isEphemeral: true }, button));
      return (await bot.slack.take('response_url')).body;
    },
    async openHome(user = bot.scene.user) {
      const event = { type: 'app_home_opened', user, channel: 'D1', tab: 'home', event_ts: '1.1' };
      await bot.send(eventDelivery(event));
      return accepted((await bot.slack.take('views.publish')).body.view);
    },
    async stop() {
      await bot.stop();
      await database.close();
      await place.drop();
    },
  };
}

/** A view as Slack takes it; throws for one it would refuse. */
function accepted(view: CallBody): CallBody {
  const check = checkView(view);
  if (!check.ok) throw new Error(`Slack would refuse the view: ${check.messages.join(' ')}`);
  return view;
}

type Inputs = Record<string, CallBody>;

/** The state of a form: what its elements start with, with changes by field. Throws for a field it does not have. */
function fillIn(view: CallBody, values: Inputs, action: CallBody = {}): Inputs {
  const blocks: CallBody[] = (view.blocks ?? []).filter(({ type }: CallBody) => type === 'input');
  const fields = blocks.map(({ block_id }) => String(block_id).split(':')[0] ?? '');
  const unknown = Object.keys(values).filter((field) => !fields.includes(field));
  if (unknown.length > 0) throw new Error(`the form has no field ${unknown.join(', ')}`);
  return Object.fromEntries(
    blocks.map(({ block_id, element }, index) => {
      const typed = values[fields[index] ?? ''] ?? initialOf(element);
      const pressed = action.block_id === block_id ? action : {};
      return [block_id, { [element.action_id]: { type: element.type, ...typed, ...pressed } }];
    }),
  );
}

function initialOf(element: CallBody): CallBody {
  return {
    value: element.initial_value,
    selected_date: element.initial_date,
    selected_time: element.initial_time,
    // What has to be chosen is chosen, as Slack sees to it.
    selected_option:
      element.initial_option ?? (element.type === 'radio_buttons' ? element.options[0] : undefined),
    selected_options: element.initial_options,
    selected_users: element.initial_users,
  };
}

function submission(user: string, view: CallBody, values: Inputs): Delivery {
  return {
    kind: 'interaction',
    body: {
      token: 'unused',
      api_app_id: 'A1',
      team: { id: TEAM },
      trigger_id: nextTs(),
      type: 'view_submission',
      user: { id: user, team_id: TEAM },
      view: { id: `V${nextTs()}`, ...view, state: { values } },
    },
  };
}

export const text = (value: string): CallBody => ({ value });
export const choice = (value: string): CallBody => ({ selected_option: { value } });
export const choices = (...values: readonly string[]): CallBody => ({
  selected_options: values.map((value) => ({ value })),
});
export const day = (selected_date: string): CallBody => ({ selected_date });
export const people = (...selected_users: readonly string[]): CallBody => ({ selected_users });
