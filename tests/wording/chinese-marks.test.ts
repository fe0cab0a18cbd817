import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { widenMarks } from '../../src/answering/chinese-marks.ts';
import { answerMessage } from '../../src/slack/blocks/answer-message.ts';
import { helpMessage } from '../../src/slack/blocks/help-message.ts';
import { readLiterals } from '../support/read-literals.ts';
import { realAnswerer } from '../support/real-knowledge.ts';
import type { CallBody } from '../support/slack/fake-slack.ts';

/** Where the bot and its page speak to people. Elsewhere Chinese is data: words of reports and of questions. */
const SPEAKING = [
  'src/slack',
  'src/targets',
  'src/cli',
  'src/workspace',
  'src/answering/wording.ts',
  'src/setup-advice.ts',
];

/** A half-width mark beside a Chinese character, or beside what is put in between Chinese ones. */
const HALF_WIDTH =
  /[\p{Script=Han}”》】）][,:;?!(]|[,:;?!(][\p{Script=Han}“《【]|\p{Script=Han}\)|▢[,;?!]▢|▢:▢.*\p{Script=Han}|\p{Script=Han}.*▢:▢|\([^()]*\p{Script=Han}[^()]*\)/u;

/** For whoever installs the bot, and names of columns and fields. */
const ENGLISH = /[A-Za-z]{2,} [A-Za-z]{2,}|^\{"|^ +(?:▢: ▢ in )?“▢”: ▢$/u;

const filesOf = (path: string): string[] =>
  /\.\w+$/u.test(path)
    ? [path]
    : readdirSync(path, { recursive: true, encoding: 'utf8' }).map((name) => join(path, name));

/** What the report itself prints stays as printed, in quotes and headings. */
const withoutQuotes = (node: unknown): unknown => {
  if (Array.isArray(node)) return node.map(withoutQuotes);
  if (typeof node !== 'object' || node === null) return node;
  const part = node as CallBody;
  if (['rich_text_quote', 'rich_text_preformatted', 'context'].includes(part.type)) return undefined;
  return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, withoutQuotes(value)]));
};

const textsOf = (node: unknown): string[] => {
  if (typeof node !== 'object' || node === null) return [];
  const part = node as CallBody;
  const own = typeof part.text === 'string' ? [part.text] : [];
  return [...own, ...Object.values(part).flatMap(textsOf)];
};

describe('the bot’s own Chinese', () => {
  it.each(SPEAKING.flatMap(filesOf).filter((file) => /\.tsx?$/u.test(file)))(
    '%s has Chinese marks',
    (file) => {
      const faults = readLiterals(readFileSync(file, 'utf8'))
        .filter(({ text }) => HALF_WIDTH.test(text) && !ENGLISH.test(text))
        .map(({ text, line }) => `${file}:${line}: ${text}`);

      expect(faults).toEqual([]);
    },
  );

  it.each(filesOf('src/workspace/page').filter((file) => file.endsWith('.tsx')))(
    'the text of %s has Chinese marks',
    (file) => {
      const lines = readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => !/^\s*(?:\/?\*|\/\/)/u.test(line));

      expect(lines.filter((line) => /\p{Script=Han}[,;?!(]|[,;?!(]\p{Script=Han}/u.test(line))).toEqual([]);
    },
  );

  it.each(filesOf('knowledge/targets'))('what %s says in its own words has Chinese marks', (file) => {
    const said = [...readFileSync(file, 'utf8').matchAll(/^\s+(?:note|milestone): (?<said>.*)$/gmu)];

    expect(said.length).toBeGreaterThan(0);
    // Brackets belong to the names the report uses.
    expect(said.map(([, text = '']) => text).filter((text) => /\p{Script=Han}[,;:?!]/u.test(text))).toEqual(
      [],
    );
  });

  it.each(['manifest.yml', 'manifest.http.yml', 'src/workspace/demo/suggestions.yml'])(
    '%s has Chinese marks',
    (file) => {
      const lines = readFileSync(file, 'utf8').split('\n');

      expect(
        lines.filter((line) => /\p{Script=Han}[,;?!(]|\p{Script=Han}:\p{Script=Han}/u.test(line)),
      ).toEqual([]);
    },
  );

  it.each([
    '低保标准',
    '租赁产权的床位补贴涨了多少',
    '养老床位涨了几成',
    '特困人员基本生活标准',
    '2019年低保标准',
    '标准是多少',
    '火葬场有多少个',
    '稿子写处置非法社会组织80余家，数字对不对',
  ])('an answer to “%s” has Chinese marks', (question) => {
    const { blocks } = answerMessage(realAnswerer.answer(question), {
      questionId: 'q',
      titleOf: () => '年鉴',
      opening: [],
      sharing: 'offered',
      surface: 'message',
    });

    expect(textsOf(withoutQuotes(blocks)).filter((text) => /\p{Script=Han}[,:;?!(]/u.test(text))).toEqual([]);
  });

  it('so has the help', () => {
    const texts = textsOf(withoutQuotes(helpMessage(realAnswerer).blocks));

    expect(texts.filter((text) => /\p{Script=Han}[,:;?!]/u.test(text))).toEqual([]);
  });

  it.each([
    { said: '城市低保标准:546元', shown: '城市低保标准：546元' },
    { said: '补贴(提高后):1万元', shown: '补贴（提高后）：1万元' },
    { said: '约(2.5倍),是上年的', shown: '约（2.5倍），是上年的' },
    { said: '9:30,1:0.76,(5000元 − 1000元) ÷ 1000元', shown: '9:30,1:0.76,(5000元 − 1000元) ÷ 1000元' },
  ])('widens the marks of “$said”', ({ said, shown }) => {
    expect(widenMarks(said)).toBe(shown);
  });
});
