import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const SOUND_SEED = '重庆市民政局\n\n一、2018年发展回顾\n\n新增养老服务站200所,培训1.2万人次。\n';
/** `区民政局`, two paragraphs and a number, as an office saves them on Windows. */
const GBK_SEED = Buffer.from(
  'c7f8c3f1d5febed60d0a0d0ad2bb' +
    'a1a2' +
    '32303138c4eab7a2d5b9bbd8b9cb0d0a0d0a' +
    'd0c2d4f6b4b2cebb333030d5c5a1a30d0a',
  'hex',
);

/** Folders in which one file of each kind is good and the others are not. */
export function makeBadFolders(): {
  readonly seedsDir: string;
  readonly knowledgeDir: string;
  readonly env: Readonly<Record<string, string>>;
} {
  const root = mkdtempSync(join(tmpdir(), 'bad-folders-'));
  const [seedsDir, knowledgeDir] = [join(root, 'seeds'), join(root, 'knowledge')];
  for (const folder of ['figures', 'targets', 'drafts/figures'])
    mkdirSync(join(knowledgeDir, folder), { recursive: true });
  mkdirSync(seedsDir);
  writeFileSync(join(seedsDir, 'sound.txt'), SOUND_SEED);
  writeFileSync(join(seedsDir, 'gbk.txt'), GBK_SEED);
  writeFileSync(join(seedsDir, 'noise.txt'), Buffer.from([0xff, 0xff, 0x80, 0x80]));
  writeFileSync(join(seedsDir, 'no-text.txt'), '标题\n');
  writeFileSync(join(seedsDir, 'other.docx'), 'PK');
  writeFileSync(join(seedsDir, 'LOUD.TXT'), SOUND_SEED);
  writeFileSync(join(seedsDir, 'sound.original.pdf'), '%PDF');
  writeFileSync(join(seedsDir, 'sound.map.json'), '{}');
  symlinkSync('nowhere.txt', join(seedsDir, 'gone.txt'));
  writeFileSync(join(knowledgeDir, 'catalogue.yaml'), 'reports: [\n');
  writeFileSync(join(knowledgeDir, 'figures', 'sound.yaml'), 'clauses:\n  - quote: 这里没有这句话\n');
  writeFileSync(join(knowledgeDir, 'targets', 'sound.yaml'), 'year: 不知道\n');
  writeFileSync(join(knowledgeDir, 'drafts', 'figures', 'sound.yaml'), 'not: read\n');
  return { seedsDir, knowledgeDir, env: { SEEDS_DIR: seedsDir, KNOWLEDGE_DIR: knowledgeDir } };
}
