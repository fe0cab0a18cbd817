import { z } from 'zod';
import { AppError } from './errors.ts';
import { LOG_LEVELS } from './logging.ts';
import { describeVariables, optional, PLACE_VARIABLES, type Places, toPlaces } from './places.ts';
import { readSecretFiles, SECRET_FILE_VARIABLES } from './read-secret-files.ts';

/** Ids of people (U…, W…) and user groups (S…), separated by commas or spaces. */
const listOfIds = z
  .string()
  .transform((text) => text.split(/[,\s]+/u).filter((id) => id !== ''))
  .pipe(
    z.array(
      z.string().regex(/^[USW][A-Z0-9]{2,}$/u, {
        error:
          'holds something that is not the id of a person (U…) or user group (S…); names are not accepted',
      }),
    ),
  );

const port = z.coerce
  .number({ error: 'is not a number' })
  .int({ error: 'is not a whole number' })
  .min(0, { error: 'is not a port' })
  .max(65_535, { error: 'is not a port' });

const EnvironmentSchema = z
  .object({
    SLACK_BOT_TOKEN: optional(
      z
        .string({ error: 'is missing; copy the bot token (xoxb-…) from “OAuth & Permissions”' })
        .regex(/^xoxb-\S+$/u, { error: 'is not a bot token; it starts with xoxb-' }),
    ),
    SLACK_APP_TOKEN: optional(
      z
        .string()
        .regex(/^xapp-\S+$/u, { error: 'is not an app-level token; it starts with xapp-' })
        .optional(),
    ),
    SLACK_SIGNING_SECRET: optional(z.string().optional()),
    SLACK_API_URL: optional(
      z.url({ protocol: /^https?$/u, error: 'is not an http(s) address' }).default('https://slack.com/api/'),
    ),
    HOST: optional(z.string().default('0.0.0.0')),
    PORT: optional(port.default(3000)),
    HEALTH_HOST: optional(z.string().optional()),
    HEALTH_PORT: optional(port.optional()),
    LOG_LEVEL: optional(z.enum(LOG_LEVELS, { error: `is none of ${LOG_LEVELS.join(', ')}` }).default('info')),
    ...PLACE_VARIABLES,
    FEEDBACK_TO: optional(
      z
        .string()
        .regex(/^[CGDUW][A-Z0-9]{2,}$/u, {
          error: 'is not an id of a channel (C…) or person (U…); names are not accepted',
        })
        .optional(),
    ),
    QUESTION_RETENTION_DAYS: optional(
      z.coerce
        .number({ error: 'is not a number of days' })
        .int({ error: 'is not a whole number of days' })
        .min(1, { error: 'is less than a day' })
        .max(3_650, { error: 'is more than ten years' })
        .default(90),
    ),
    DIGEST_GRACE_HOURS: optional(
      z.coerce
        .number({ error: 'is not a number of hours' })
        .min(0, { error: 'is less than nothing' })
        .max(168, { error: 'is more than a week, when the next digest is due' })
        .default(24),
    ),
    TARGET_RECORDERS: optional(listOfIds.default([])),
    TARGET_MANAGERS: optional(listOfIds.default([])),
    FOLLOW_UPS_WITHOUT_MENTION: optional(z.stringbool({ error: 'is neither true nor false' }).default(false)),
  })
  .refine(
    (environment) =>
      environment.SLACK_APP_TOKEN !== undefined || environment.SLACK_SIGNING_SECRET !== undefined,
    {
      path: ['SLACK_APP_TOKEN'],
      error:
        'is missing, and so is SLACK_SIGNING_SECRET; set the first for Socket Mode or the second for HTTP',
      // Checked even when other variables are wrong, so that all problems are listed at once.
      when: () => true,
    },
  )
  .refine(
    ({ SLACK_APP_TOKEN, HEALTH_HOST, HEALTH_PORT }) =>
      SLACK_APP_TOKEN !== undefined || HEALTH_HOST === undefined || HEALTH_PORT !== undefined,
    {
      path: ['HEALTH_PORT'],
      error: 'is missing; where events come by HTTP, HEALTH_HOST needs a port of its own',
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
