import { z } from 'zod';
import { AppError } from './errors.ts';
import { inBothLanguages } from './in-both-languages.ts';
import { LOG_LEVELS } from './logging.ts';
import { describeVariables, optional, PLACE_VARIABLES, type Places, toPlaces } from './places.ts';
import { readSecretFiles, SECRET_FILE_VARIABLES } from './read-secret-files.ts';

/** Ids of people (U…, W…) and user groups (S…), separated by commas or spaces. */
const listOfIds = z
  .string()
  .transform((text) => text.split(/[,，、;；\s]+/u).filter((id) => id !== ''))
  .pipe(
    z.array(
      z.string().regex(/^[USW][A-Z0-9]{2,}$/u, {
        error: inBothLanguages(
          'holds something that is not the id of a person (U…) or user group (S…); names are not accepted',
          '里面有的不是人（U…）或用户组（S…）的编号；不能写名字，编号在 Slack 的个人资料里复制，用逗号分开',
        ),
      }),
    ),
  );

const NOT_A_PORT = inBothLanguages('is not a port', '不是端口号，请填 0 到 65535 的整数，例如 3000');

const port = z.coerce
  .number({ error: inBothLanguages('is not a number', '不是数字，请填 3000 这样的端口号') })
  .int({ error: inBothLanguages('is not a whole number', '不是整数，请填 3000 这样的端口号') })
  .min(0, { error: NOT_A_PORT })
  .max(65_535, { error: NOT_A_PORT });

const NOT_DAYS = '请填整数的天数，从一天到十年，例如 365';
const NOT_HOURS = '请填小时数，0 到 168，例如 24';

const EnvironmentSchema = z
  .object({
    SLACK_BOT_TOKEN: optional(
      z
        .string({
          error: inBothLanguages(
            'is missing; copy the bot token (xoxb-…) from “OAuth & Permissions”',
            '没有填，请到应用的 OAuth & Permissions 页复制以 xoxb- 开头的 Bot User OAuth Token',
          ),
        })
        .regex(/^xoxb-[\w-]+$/u, {
          error: inBothLanguages(
            'is not a bot token; it starts with xoxb-',
            '不是机器人的令牌，它以 xoxb- 开头；请到 OAuth & Permissions 页重新复制',
          ),
        }),
    ),
    SLACK_APP_TOKEN: optional(
      z
        .string()
        .regex(/^xapp-[\w-]+$/u, {
          error: inBothLanguages(
            'is not an app-level token; it starts with xapp-',
            '不是应用级令牌，它以 xapp- 开头；请到 Basic Information 页的 App-Level Tokens 复制',
          ),
        })
        .optional(),
    ),
    SLACK_SIGNING_SECRET: optional(z.string().optional()),
    SLACK_API_URL: optional(
      z
        .url({
          protocol: /^https?$/u,
          error: inBothLanguages(
            'is not an http(s) address',
            '不是网址，请填以 https:// 开头的地址，一般留空',
          ),
        })
        .default('https://slack.com/api/'),
    ),
    HOST: optional(z.string().default('0.0.0.0')),
    PORT: optional(port.default(3000)),
    HEALTH_HOST: optional(z.string().optional()),
    HEALTH_PORT: optional(port.optional()),
    LOG_LEVEL: optional(
      z
        .enum(LOG_LEVELS, {
          error: inBothLanguages(`is none of ${LOG_LEVELS.join(', ')}`, `只能填 ${LOG_LEVELS.join('、')}`),
        })
        .default('info'),
    ),
    ...PLACE_VARIABLES,
    FEEDBACK_TO: optional(
      z
        .string()
        .regex(/^[CGDUW][A-Z0-9]{2,}$/u, {
          error: inBothLanguages(
            'is not an id of a channel (C…) or person (U…); names are not accepted',
            '不是频道（C…）或人（U…）的编号；不能写名字，编号在频道详情或个人资料里复制',
          ),
        })
        .optional(),
    ),
    QUESTION_RETENTION_DAYS: optional(
      z.coerce
        .number({ error: inBothLanguages('is not a number of days', NOT_DAYS) })
        .int({ error: inBothLanguages('is not a whole number of days', NOT_DAYS) })
        .min(1, { error: inBothLanguages('is less than a day', NOT_DAYS) })
        .max(3_650, { error: inBothLanguages('is more than ten years', NOT_DAYS) })
        .default(90),
    ),
    DIGEST_GRACE_HOURS: optional(
      z.coerce
        .number({ error: inBothLanguages('is not a number of hours', NOT_HOURS) })
        .min(0, { error: inBothLanguages('is less than nothing', NOT_HOURS) })
        .max(168, { error: inBothLanguages('is more than a week, when the next digest is due', NOT_HOURS) })
        .default(24),
    ),
    TARGET_RECORDERS: optional(listOfIds.default([])),
    TARGET_MANAGERS: optional(listOfIds.default([])),
    FOLLOW_UPS_WITHOUT_MENTION: optional(
      z
        .stringbool({
          error: inBothLanguages('is neither true nor false', '只能填 true 或 false'),
        })
        .default(false),
    ),
  })
  .refine(
    (environment) =>
      environment.SLACK_APP_TOKEN !== undefined || environment.SLACK_SIGNING_SECRET !== undefined,
    {
      path: ['SLACK_APP_TOKEN'],
      error: inBothLanguages(
        'is missing, and so is SLACK_SIGNING_SECRET; set the first for Socket Mode or the second for HTTP',
        '没有填，SLACK_SIGNING_SECRET 也没有填；用 Socket Mode 填前者，用 HTTP 填后者',
      ),
      // Checked even when other variables are wrong, so that all problems are listed at once.
      when: () => true,
    },
  )
  .refine(
    ({ SLACK_APP_TOKEN, HEALTH_HOST, HEALTH_PORT }) =>
      SLACK_APP_TOKEN !== undefined || HEALTH_HOST === undefined || HEALTH_PORT !== undefined,
    {
      path: ['HEALTH_PORT'],
      error: inBothLanguages(
        'is missing; where events come by HTTP, HEALTH_HOST needs a port of its own',
        '没有填；用 HTTP 收事件时，HEALTH_HOST 要配一个自己的端口，例如 3001',
      ),
      when: () => true,
    },
  );

/** Every variable the bot reads; `.env.example` explains them. */
export const VARIABLES: readonly string[] = [
  ...Object.keys(EnvironmentSchema.shape),
  ...SECRET_FILE_VARIABLES,
];

/** How events reach the bot: over a socket it opens itself, or by signed HTTP requests. */
export type Transport =
  | { readonly kind: 'socket'; readonly appToken: string }
  | { readonly kind: 'http'; readonly signingSecret: string };

export type Config = Places & {
  readonly slack: {
    readonly botToken: string;
    readonly transport: Transport;
    /** Base address of the Web API, with a slash at the end. */
    readonly apiUrl: string;
  };
  readonly http: { readonly host: string; readonly port: number };
  /** Where the health routes are served; null for beside the events. */
  readonly health: { readonly host: string; readonly port: number } | null;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  /** Channel or person that gets reports of wrong numbers and calls for a person; none when undefined. */
  readonly feedbackTo: string | undefined;
  readonly questionRetentionDays: number;
  /** How late a missed digest may still be posted. */
  readonly digestGraceMs: number;
  /** Ids of people and user groups; an empty list means everybody. */
  readonly targetRoles: {
    /** Who may record progress besides the owners of a target. */
    readonly recorders: readonly string[];
    /** Who may assign owners, override, pause, and subscribe channels. */
    readonly managers: readonly string[];
  };
  readonly answersFollowUpsWithoutMention: boolean;
};

/** Tried first by the local workspace; the next free one is taken when something else is there. */
const DEMO_PORT = 4000;

/**
 * Where the local workspace is to be opened, by `PORT`.
 *
 * @throws AppError `config_invalid` when it is no port
 */
export function readDemoPort(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): number {
  const parsed = z.object({ PORT: optional(port.default(DEMO_PORT)) }).safeParse(environment);
  if (!parsed.success) throw new AppError('config_invalid', describeVariables(parsed.error));
  return parsed.data.PORT;
}

/**
 * Reads the configuration from environment variables. An app token means Socket Mode, otherwise a signing
 * secret means HTTP.
 *
 * @throws AppError `config_invalid` naming every problem at once; values are never repeated, they may be secrets.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>> = process.env): Config {
  const parsed = EnvironmentSchema.safeParse(readSecretFiles(environment));
  if (!parsed.success) throw new AppError('config_invalid', describeVariables(parsed.error));
  const values = parsed.data;
  return {
    slack: {
      botToken: values.SLACK_BOT_TOKEN,
      transport: readTransport(values.SLACK_APP_TOKEN, values.SLACK_SIGNING_SECRET ?? ''),
      apiUrl: values.SLACK_API_URL.endsWith('/') ? values.SLACK_API_URL : `${values.SLACK_API_URL}/`,
    },
    http: { host: values.HOST, port: values.PORT },
    health: readHealthAddress(values),
    logLevel: values.LOG_LEVEL,
    ...toPlaces(values),
    feedbackTo: values.FEEDBACK_TO,
    questionRetentionDays: values.QUESTION_RETENTION_DAYS,
    digestGraceMs: values.DIGEST_GRACE_HOURS * 3_600_000,
    targetRoles: { recorders: values.TARGET_RECORDERS, managers: values.TARGET_MANAGERS },
    answersFollowUpsWithoutMention: values.FOLLOW_UPS_WITHOUT_MENTION,
  };
}

/** A port of their own when one is named; in Socket Mode, where no events come by HTTP, `PORT` is theirs. */
function readHealthAddress(values: z.infer<typeof EnvironmentSchema>): Config['health'] {
  const isSocket = values.SLACK_APP_TOKEN !== undefined;
  if (!isSocket && values.HEALTH_PORT === undefined) return null;
  return { host: values.HEALTH_HOST ?? values.HOST, port: values.HEALTH_PORT ?? values.PORT };
}

function readTransport(appToken: string | undefined, signingSecret: string): Transport {
  return appToken === undefined ? { kind: 'http', signingSecret } : { kind: 'socket', appToken };
}
