import { VARIABLES } from './config.ts';
import type { ErrorCode } from './errors.ts';
import { inBothLanguages } from './in-both-languages.ts';
import { findMeant } from './slack/commands/find-name.ts';

/** What is wrong when the bot does not start, and what to do, for an administrator who reads no English. */
const SETUP_ADVICE: Readonly<Partial<Record<ErrorCode, string>>> = {
  config_invalid:
    '配置有问题：上面列出的每个变量都要在 .env 里改好，每个变量的说明见 .env.example；改好后再运行一次。',
  report_invalid: '报告读不了：请看上面写的文件和行；改好，或先把它移出 seeds/，再运行一次。',
  knowledge_invalid:
    '知识文件与报告对不上：请看上面写的文件和行，用 npm run knowledge:check 查看全部问题，改好后再运行一次。',
  storage_failed:
    '数据库打不开：用文件的，请检查 DATABASE_FILE 和目录的写权限；用 PostgreSQL 的，请检查 DATABASE_URL 里的地址、库名、用户和密码，以及服务是否在运行。',
  storage_busy: '数据库被别的程序锁住：请关掉正在打开它的程序，再运行一次。',
  storage_gone: '数据库文件不见了：请放回原来的文件，或用备份恢复，再运行一次。',
  address_unavailable:
    '地址或端口用不了：请停下占用端口的程序，或把 PORT、HEALTH_PORT 改成别的端口，把 HOST、HEALTH_HOST 改成本机的地址。',
  slack_failed:
    '连不上 Slack，或 Slack 不认授权：请检查网络和 SLACK_API_URL；授权失效时，到 OAuth & Permissions 重新复制 SLACK_BOT_TOKEN。',
};

/** A line in Chinese below the English one; empty for a fault that is not about setting up. */
export function adviseSetup(code: ErrorCode): string {
  const advice = SETUP_ADVICE[code];
  return advice === undefined ? '' : `${advice}\n`;
}

/** A line for each variable that nobody reads and that is one slip away from one that the bot reads; values are never said. */
export function adviseMisspelt(environment: Readonly<Record<string, string | undefined>>): readonly string[] {
  const known = VARIABLES.map((name) => ({ name, names: [name] }));
  return Object.keys(environment).flatMap((name) => {
    const meant = findMeant(known, name)?.name;
    if (meant === undefined || meant === name) return [];
    return [
      inBothLanguages(
        `${name} is no variable of the bot and is not read; ${meant} is`,
        `没有这个变量，写的不起作用；是不是 ${meant}`,
      ),
    ];
  });
}

/** `FEEDBACK_TO=#民政`: in an environment file a mark begins a comment, so that nothing is set. */
const SET_TO_COMMENT = /^(?:export\s+)?(?<name>[A-Z_]+)=[ \t]*#\S/gmu;

/**
 * A line for each variable of the bot that an environment file sets to a comment, which leaves it empty; values are never
 * said.
 */
export function adviseCommentedOut(environmentFile: string): readonly string[] {
  return [...environmentFile.matchAll(SET_TO_COMMENT)].flatMap(({ groups }) => {
    const name = groups?.name ?? '';
    if (!VARIABLES.includes(name)) return [];
    return [
      inBothLanguages(
        `${name} is empty: what begins with # in .env is a comment; put the value in quotes if it is meant`,
        `没有读到值：在 .env 里 # 起头的是注释；要写的话请加英文引号，如 ${name}="…"`,
      ),
    ];
  });
}
