import { readFileSync } from 'node:fs';
import { AppError } from './errors.ts';
import { inBothLanguages } from './in-both-languages.ts';

/** Heads the list of all problems of the environment. */
export const CONFIG_PROBLEMS = inBothLanguages(
  'the configuration has problems, see .env.example',
  '配置有问题，每一项的说明见 .env.example',
);

type Environment = Readonly<Record<string, string | undefined>>;

/** What may stand in a file instead of the environment, as containers and supervisors hand secrets over. */
const SECRETS = ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET', 'DATABASE_URL'] as const;

/** `SLACK_BOT_TOKEN_FILE` and the like: each names the file that holds the value of the variable without `_FILE`. */
export const SECRET_FILE_VARIABLES: readonly string[] = SECRETS.map((name) => `${name}_FILE`);

/**
 * Puts the content of each file that a `…_FILE` variable names into the variable it stands for, without white space
 * around it.
 *
 * @throws AppError `config_invalid` naming every file that cannot be read or is empty, and every variable set twice.
 */
export function readSecretFiles(environment: Environment): Environment {
  const problems: string[] = [];
  const secrets: Record<string, string> = {};
  for (const name of SECRETS) {
    const file = environment[`${name}_FILE`]?.trim();
    if (!file) continue;
    if (environment[name]?.trim()) {
      problems.push(
        inBothLanguages(`${name}_FILE is set, and so is ${name}; set one of them`, '两个都填了，只留一个'),
      );
      continue;
    }
    try {
      secrets[name] = readFileSync(file, 'utf8').trim();
      if (secrets[name] === '')
        problems.push(
          inBothLanguages(`${name}_FILE names a file that is empty: ${file}`, '文件是空的，请把值写进去'),
        );
    } catch (error) {
      const reason = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
      problems.push(
        inBothLanguages(
          `${name}_FILE names a file that cannot be read${reason}: ${file}`,
          '文件读不了，请检查路径和读权限',
        ),
      );
    }
  }
  if (problems.length > 0) {
    throw new AppError(
      'config_invalid',
      [CONFIG_PROBLEMS, ...problems.map((problem) => `  ${problem}`)].join('\n'),
    );
  }
  return { ...environment, ...secrets };
}
