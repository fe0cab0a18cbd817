import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commandDelivery } from '../support/slack/deliveries.ts';
import { readBlocks } from '../support/slack/read-message.ts';
import { type Bot, startBot } from '../support/slack/start-bot.ts';

const QINGLAN = '青岚市民政事业发展报告(2022)\n\n一、2022年发展回顾\n\n城市低保标准为每人每月715元。\n';
const YUNLING = '云岭县民政事业发展报告(2022)\n\n一、2022年发展回顾\n\n新建养老服务站36所。\n';

let bot: Bot;
let root: string;
let env: Record<string, string>;
const write = (path: string, text: string) => writeFileSync(join(root, path), text);

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'live-'));
  mkdirSync(join(root, 'seeds'));
  mkdirSync(join(root, 'knowledge'));
  write('seeds/qinglan.txt', QINGLAN);
  env = { SEEDS_DIR: join(root, 'seeds'), KNOWLEDGE_DIR: join(root, 'knowledge') };
  bot = await startBot(env);
});
afterEach(async () => {
  await bot.stop();
  rmSync(root, { recursive: true });
});

async function ask(text: string): Promise<string> {
  await bot.send(commandDelivery(bot.scene, text));
  await bot.settle();
  return readBlocks((await bot.slack.take('response_url')).body.blocks);
}

/** What was written is taken once it has been the same for two looks. */
async function refresh(): Promise<boolean> {
  const first = await bot.application.refreshKnowledge();
  // The bot looks by itself as well, so that either may be the one that exchanges.
  return (await bot.application.refreshKnowledge()) || first;
}

const versionIn = (shown: string): string => /版本 ?(\w{12})/u.exec(shown)?.[1] ?? '';

describe('a running bot', () => {
  it('answers from a report that is put into the folder, and names the new version', async () => {
    const before = await ask('云岭县新建养老服务站多少所');
    const versionBefore = versionIn(await ask('诊断'));
    write('seeds/yunling.txt', YUNLING);

    expect(await refresh()).toBe(true);
    const after = await ask('云岭县新建养老服务站多少所');

    expect(before).not.toContain('36所');
    expect(after).toContain('36所');
    expect(after).toContain('云岭县民政事业发展报告(2022)');
    expect(versionBefore).not.toBe('');
    expect(versionIn(await ask('诊断'))).not.toBe(versionBefore);
  });

  it('answers no more from a report that was taken out', async () => {
    write('seeds/yunling.txt', YUNLING);
    await refresh();
    rmSync(join(root, 'seeds/yunling.txt'));

    expect(await refresh()).toBe(true);

    expect(await ask('云岭县新建养老服务站多少所')).not.toContain('36所');
  });

  it('takes over a review, and shows the new title everywhere', async () => {
    write('knowledge/catalogue.yaml', 'reports:\n  - id: qinglan\n    title: 青岚民政年报\n');
    await refresh();

    expect(await ask('城市低保标准是多少')).toContain('《青岚民政年报》');
    expect(await ask('目录')).toContain('青岚民政年报');
  });

  it('says what is wrong with a file that came while it ran', async () => {
    write('knowledge/catalogue.yaml', 'reports:\n  - id: nobody\n');
    await refresh();

    const response = await fetch(`${bot.address}/readyz`);
    expect(await response.json()).toMatchObject({ warnings: ['knowledge/catalogue.yaml: review_invalid'] });
  });

  it('exchanges nothing while nothing changes', async () => {
    expect(await refresh()).toBe(false);
  });

  it('goes on with what it has when the folder is away', async () => {
    cpSync(join(root, 'seeds'), join(root, 'kept'), { recursive: true });
    rmSync(join(root, 'seeds'), { recursive: true });

    await Promise.allSettled([bot.application.refreshKnowledge(), bot.application.refreshKnowledge()]);

    expect(await ask('城市低保标准是多少')).toContain('715元');
    cpSync(join(root, 'kept'), join(root, 'seeds'), { recursive: true });
  });
});
