import { z } from 'zod';
import type { SourceFile } from './knowledge.ts';
import { readYaml } from './read-yaml.ts';

/** Words a report may print, and what people say instead when they no longer remember them. */
export type Saying = { readonly printed: readonly string[]; readonly said: readonly string[] };

/** Everyday Chinese of people asking about an official report: general language, of no one field or report. */
export type WordLists = {
  /** Words of which any stands for any other. */
  readonly groups: readonly (readonly string[])[];
  /** What people call the things of one field; a longer name is a special case of a shorter one. */
  readonly fields: readonly (readonly string[])[];
  readonly sayings: readonly Saying[];
  /** Words that may be missing from a report: they say how one asks, not what about. */
  readonly ignored: ReadonlySet<string>;
  /** Words that help to rank but whose absence does not make an answer wrong. */
  readonly soft: ReadonlySet<string>;
  /** Words that narrow a number to a part of the whole. A figure answers only if they stand in its own clause. */
  readonly scopes: ReadonlySet<string>;
  /** What is done with a thing. */
  readonly doings: ReadonlySet<string>;
  /** Doings that make another number of a thing (关停, 追回): they must be said of it. */
  readonly acts: ReadonlySet<string>;
};

/** Lines of words apart by blanks, as `lexicon/*.yaml` has them. */
const Lines = z.string().transform((text) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== ''),
);

/**
 * One group a line. `查{,出,到}` stands for 查, 查出 and 查到: verbs of speech seldom come without their complement. A
 * line of one word only has its role.
 */
const Groups = Lines.transform((lines) => lines.map((line) => line.split(' ').flatMap(expand)));

/**
 * `文件 < 文稿 红头文件`: whoever says 文稿 means what is printed as 文件; whoever says 文件 means 文件. Unlike words of a
 * group, those before `<` are not taken for one another: 坟 may be 墓位 or 公墓, and these are two.
 */
const Sayings = Lines.refine((lines) => lines.every((line) => /^[^<]+ < [^<]+$/u.test(line)), {
  error: 'each line has the printed words, “ < ”, and what people say',
}).transform((lines) =>
  lines.map((line): Saying => {
    const [printed = '', said = ''] = line.split(' < ');
    return { printed: printed.split(' '), said: said.split(' ') };
  }),
);

const Words = Lines.transform((lines) => lines.flatMap((line) => line.split(' ')));

/** `lexicon/<domain>.yaml`. */
const WordListSchema = z.strictObject({
  /** What the words are about, and where they come from: for whoever keeps the file. */
  domain: z.string().trim().min(1),
  source: z.string().trim().min(1),
  /** What part the words of the groups play in a question; of a thing asked for where it is left out. */
  role: z.enum(['doing', 'act', 'measure', 'scope']).optional(),
  groups: Groups.optional(),
  fields: Groups.optional(),
  sayings: Sayings.optional(),
  /** Doings that name a field of work, too, and keep their full weight. */
  weighty: Words.optional(),
  ignored: Words.optional(),
  soft: Words.optional(),
  scopes: Words.optional(),
});

type WordList = z.infer<typeof WordListSchema>;

function expand(written: string): string[] {
  const { stem, endings } = /^(?<stem>.*)\{(?<endings>.*)\}$/u.exec(written)?.groups ?? {};
  return stem === undefined || endings === undefined
    ? [written]
    : endings.split(',').map((ending) => stem + ending);
}

/** Where word lists are kept in the knowledge folder. */
export const WORD_LIST = /^lexicon\/.+\.yaml$/u;

/** Reads all word lists of the knowledge; those with problems are left out and told among the issues. */
export function readWordLists(files: readonly SourceFile[], issues: string[]): WordLists {
  const lists = files
    .filter(({ name }) => WORD_LIST.test(name))
    .flatMap((file) => readYaml<WordList>(file, WordListSchema, issues)?.value ?? []);
  const weighty = new Set(lists.flatMap((list) => list.weighty ?? []));
  const ofRole = (role: WordList['role']): string[][] =>
    lists.flatMap((list) => (list.role === role ? (list.groups ?? []) : []));
  const doings = ofRole('doing').flatMap((group) => keepApart(group, weighty));
  const acts = new Set(ofRole('act').flat());
  const saidDoings = lists
    .filter(({ role }) => role === 'doing')
    .flatMap(({ sayings = [] }) => sayings.flatMap(({ said }) => said));
  return {
    groups: [...ofRole(undefined), ...doings, ...ofRole('act'), ...ofRole('measure'), ...ofRole('scope')],
    fields: lists.flatMap((list) => list.fields ?? []),
    sayings: lists.flatMap((list) => list.sayings ?? []),
    ignored: new Set(lists.flatMap((list) => list.ignored ?? [])),
    soft: new Set([
      ...[...doings, ...ofRole('measure')].flat().filter((word) => !weighty.has(word)),
      ...saidDoings.filter((word) => !weighty.has(word) && !acts.has(word)),
      ...lists.flatMap((list) => list.soft ?? []),
    ]),
    scopes: new Set([...ofRole('scope').flat(), ...lists.flatMap((list) => list.scopes ?? [])]),
    doings: new Set(doings.flat()),
    acts,
  };
}

/** `办` means 办理 and 登记, but a 办 somewhere near a number does not make it one of 登记. */
function keepApart(group: readonly string[], weighty: ReadonlySet<string>): string[][] {
  if (!group.some((word) => weighty.has(word))) return [[...group]];
  return [group.filter((word) => !weighty.has(word)), group.filter((word) => [...word].length > 1)].filter(
    ({ length }) => length > 1,
  );
}
