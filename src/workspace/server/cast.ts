/** Who and what exists in a fresh workspace. Ids look like Slack's, so that the bot's own checks accept them. */
import type { Conversation, Person } from '../protocol.ts';

export const TEAM = { id: 'T0LOCAL001', domain: 'local' } as const;
export const APP_ID = 'A0LOCAL001';
export const BOT_ID = 'B0LOCAL001';
export const BOT_USER_ID = 'U0LOCALBOT';
/** Speaks for Slack itself: a command that failed, a shortcut that could not run. */
export const SLACKBOT_ID = 'USLACKBOT';

/** Stands for whoever loaded the sample entries, in the history of the targets. */
export const SAMPLER_ID = 'U0SAMPLE01';

const STAFF: Person = { id: 'U0STAFF001', name: '工作人员', isBot: false };
/** The only one who may manage targets and subscriptions. */
export const ADMINISTRATOR: Person = { id: 'U0ADMIN001', name: '管理员', isBot: false };
export const PEOPLE: readonly Person[] = [STAFF, ADMINISTRATOR];

/** Where the weekly digest goes. */
export const WEEKLY_CHANNEL: Conversation = {
  id: 'C0WEEKLY01',
  kind: 'channel',
  name: '周报',
  topic: '每周一的目标进展',
};

/** The channels, and one direct message with the bot for each person. */
export const CONVERSATIONS: readonly Conversation[] = [
  {
    id: 'C0POLICY01',
    kind: 'channel',
    name: '民政政策',
    topic: '用 /policy 或 @policy-bot 问报告里的数字和说法',
  },
  WEEKLY_CHANNEL,
  ...PEOPLE.map(
    (person, index): Conversation => ({
      id: `D0DIRECT0${index + 1}`,
      kind: 'im',
      name: '私信',
      topic: '只有你和机器人看得到',
      userId: person.id,
    }),
  ),
];

/** The zone people of this workspace live in; profiles and the clock control use it. */
export const TIME_ZONE = {
  name: 'Asia/Shanghai',
  label: 'China Standard Time',
  offsetSeconds: 28_800,
} as const;
