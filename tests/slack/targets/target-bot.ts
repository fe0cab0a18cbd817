import { type Database, openDatabase } from '../../../src/storage/database.ts';
import { createTargetRecords } from '../../../src/storage/target-records.ts';
import type { TargetRecords } from '../../../src/targets/records.ts';
import { createSqliteFile, type TestLocation } from '../../support/engines.ts';
import {
  commandDelivery,
  type Delivery,
  nextTs,
  type PressScene,
  pressDelivery,
} from '../../support/slack/deliveries.ts';
import { type CallBody, startFakeSlack, TEAM } from '../../support/slack/fake-slack.ts';
import { findButton } from '../../support/slack/read-message.ts';
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
  /** Submits a form and returns what Slack is told about it: `{}` when it is accepted. */
  submit(view: CallBody, values: Record<string, CallBody>, user?: string): Promise<CallBody>;
  /** The next message only one person gets, whichever way it comes. */
  privateMessage(): Promise<CallBody>;
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
    openedForm: async () => (await bot.slack.take('views.open')).body.view,
    async submit(view, values, user = bot.scene.user) {
      const response = await bot.send(submission(user, view, values));
      const text = await response.text();
      return text === '' ? {} : JSON.parse(text);
    },
    privateMessage: async () => (await bot.slack.take('chat.postEphemeral')).body,
    async stop() {
      await bot.stop();
      await database.close();
      await place.drop();
    },
  };
}

function submission(user: string, view: CallBody, values: Record<string, CallBody>): Delivery {
  const state = Object.fromEntries(Object.entries(values).map(([block, input]) => [block, { input }]));
  return {
    kind: 'interaction',
    body: {
      token: 'unused',
      api_app_id: 'A1',
      team: { id: TEAM },
      trigger_id: nextTs(),
      type: 'view_submission',
      user: { id: user, team_id: TEAM },
      view: { id: `V${nextTs()}`, ...view, state: { values: state } },
    },
  };
}

export const text = (value: string): CallBody => ({ type: 'plain_text_input', value });
export const choice = (value: string): CallBody => ({ type: 'radio_buttons', selected_option: { value } });
export const day = (selected_date: string): CallBody => ({ type: 'datepicker', selected_date });
