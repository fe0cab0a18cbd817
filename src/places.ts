import { z } from 'zod';
import { AppError } from './errors.ts';
import { inBothLanguages } from './in-both-languages.ts';
import { CONFIG_PROBLEMS, readSecretFiles } from './read-secret-files.ts';

/** An unset variable and an empty one (`FEEDBACK_TO=` in a copied .env) mean the same. */
const blankAsUnset = (value: unknown) =>
  typeof value === 'string' && value.trim() === '' ? undefined : value;
export const optional = <Schema extends z.ZodType>(schema: Schema) => z.preprocess(blankAsUnset, schema);

/** The variables that say where data lives. Bot and commands read them here, so that all of them read the same data. */
export const PLACE_VARIABLES = {
  DATABASE_FILE: optional(z.string().default('data/bot.sqlite')),
  DATABASE_URL: optional(
    z
      .url({
        protocol: /^postgres(?:ql)?$/u,
        error: inBothLanguages(
          'is not an address like postgres://user:password@host/name',
          '不是 postgres://用户:密码@主机/库名 这样的地址；用 SQLite 请留空',
        ),
      })
      .optional(),
  ),
  SEEDS_DIR: optional(z.string().default('seeds')),
  KNOWLEDGE_DIR: optional(z.string().default('knowledge')),
};

const PlacesSchema = z.object(PLACE_VARIABLES);

/** Where the bot of this environment has its data. */
export type Places = {
  /** PostgreSQL when an address is set, otherwise the SQLite file. */
  readonly database: { readonly url: string } | { readonly file: string };
  readonly seedsDir: string;
  readonly knowledgeDir: string;
};

/**
 * Reads where data lives, for commands that need nothing else of the configuration.
 *
 * @throws AppError `config_invalid` naming every problem at once, without the values: an address holds a password.
 */
export function readPlaces(environment: Readonly<Record<string, string | undefined>>): Places {
  const parsed = PlacesSchema.safeParse(readSecretFiles(environment));
  if (!parsed.success) throw new AppError('config_invalid', describeVariables(parsed.error));
  return toPlaces(parsed.data);
}

export function toPlaces(values: z.infer<typeof PlacesSchema>): Places {
  return {
    database:
      values.DATABASE_URL === undefined ? { file: values.DATABASE_FILE } : { url: values.DATABASE_URL },
    seedsDir: values.SEEDS_DIR,
    knowledgeDir: values.KNOWLEDGE_DIR,
  };
}

/** The database that replicas share, if there is one. */
export const sharedDatabaseUrl = ({ database }: Pick<Places, 'database'>): string | undefined =>
  'url' in database ? database.url : undefined;

/** Every problem of the environment, one a line; values are never repeated, they may be secrets. */
export function describeVariables(error: z.ZodError): string {
  // One of several ids may be wrong: the variable is named, and once.
  const problems = new Set(error.issues.map((issue) => `  ${String(issue.path[0])} ${issue.message}`));
  return [CONFIG_PROBLEMS, ...problems].join('\n');
}
