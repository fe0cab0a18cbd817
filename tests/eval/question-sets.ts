import { readFileSync } from 'node:fs';
import { readSources } from '../../src/cli/read-sources.ts';
import type { Sources } from '../../src/evaluation/evidence.ts';
import { type EvaluationQuestion, parseQuestions } from '../../src/evaluation/question.ts';

/** A collection with the questions it is held to. */
export type QuestionSet = {
  readonly name: string;
  readonly seedsDir: string;
  /** May name a folder that does not exist: a collection nobody has reviewed. */
  readonly knowledgeDir: string;
  /** Question files by part. */
  readonly parts: Readonly<Record<string, string>>;
};

export const CIVIL_AFFAIRS: QuestionSet = {
  name: 'civil affairs',
  seedsDir: 'seeds',
  knowledgeDir: 'knowledge',
  parts: {
    seen: 'tests/eval/questions.seen.jsonl',
    unseen: 'tests/eval/questions.unseen.jsonl',
    colloquial: 'tests/eval/questions.colloquial.jsonl',
    clerk: 'tests/eval/questions.clerk.jsonl',
    office: 'tests/eval/questions.office.jsonl',
    examiner: 'tests/eval/questions.examiner.jsonl',
    hard: 'tests/eval/questions.hard.jsonl',
    drafts: 'tests/eval/questions.drafts.jsonl',
    bureau: 'tests/eval/questions.bureau.jsonl',
    paraphrase: 'tests/eval/questions.paraphrase.jsonl',
    slack: 'tests/eval/questions.slack.jsonl',
    reckoning: 'tests/eval/questions.reckoning.jsonl',
    typing: 'tests/eval/questions.typing.jsonl',
    refusals: 'tests/eval/questions.refusals.jsonl',
    voices: 'tests/eval/questions.voices.jsonl',
    near: 'tests/eval/questions.near.jsonl',
    mixed: 'tests/eval/questions.mixed.jsonl',
    channel: 'tests/eval/questions.channel.jsonl',
    fresh: 'tests/eval/questions.fresh.jsonl',
    ordinary: 'tests/eval/questions.ordinary.jsonl',
    everyday: 'tests/eval/questions.everyday.jsonl',
    cases: 'tests/eval/questions.cases.jsonl',
    'near-misses': 'tests/eval/questions.near-misses.jsonl',
    told: 'tests/eval/questions.told.jsonl',
    'wordings-1': 'tests/eval/questions.wordings-1.jsonl',
    'wordings-2': 'tests/eval/questions.wordings-2.jsonl',
    'wordings-3': 'tests/eval/questions.wordings-3.jsonl',
    'wordings-4': 'tests/eval/questions.wordings-4.jsonl',
    'everyday-2': 'tests/eval/questions.everyday-2.jsonl',
    'ordinary-2': 'tests/eval/questions.ordinary-2.jsonl',
    'reckoning-2': 'tests/eval/questions.reckoning-2.jsonl',
    neighbours: 'tests/eval/questions.neighbours.jsonl',
    'wordings-5': 'tests/eval/questions.wordings-5.jsonl',
    'everyday-3': 'tests/eval/questions.everyday-3.jsonl',
    'ordinary-3': 'tests/eval/questions.ordinary-3.jsonl',
    'everyday-4': 'tests/eval/questions.everyday-4.jsonl',
    'ordinary-4': 'tests/eval/questions.ordinary-4.jsonl',
    'neighbours-2': 'tests/eval/questions.neighbours-2.jsonl',
    frames: 'tests/eval/questions.frames.jsonl',
    'reckoning-3': 'tests/eval/questions.reckoning-3.jsonl',
    'everyday-5': 'tests/eval/questions.everyday-5.jsonl',
    'ordinary-5': 'tests/eval/questions.ordinary-5.jsonl',
    'everyday-6': 'tests/eval/questions.everyday-6.jsonl',
    'ordinary-6': 'tests/eval/questions.ordinary-6.jsonl',
    'neighbours-3': 'tests/eval/questions.neighbours-3.jsonl',
    'words-1': 'tests/eval/questions.words-1.jsonl',
    'reckoning-5': 'tests/eval/questions.reckoning-5.jsonl',
    'reckoning-6': 'tests/eval/questions.reckoning-6.jsonl',
    'reckoning-4': 'tests/eval/questions.reckoning-4.jsonl',
    'everyday-7': 'tests/eval/questions.everyday-7.jsonl',
    'ordinary-7': 'tests/eval/questions.ordinary-7.jsonl',
    'lists-1': 'tests/eval/questions.lists-1.jsonl',
    'everyday-8': 'tests/eval/questions.everyday-8.jsonl',
    'ordinary-8': 'tests/eval/questions.ordinary-8.jsonl',
    'everyday-9': 'tests/eval/questions.everyday-9.jsonl',
    'ordinary-9': 'tests/eval/questions.ordinary-9.jsonl',
    'ordinary-10': 'tests/eval/questions.ordinary-10.jsonl',
    'everyday-10': 'tests/eval/questions.everyday-10.jsonl',
    'everyday-11': 'tests/eval/questions.everyday-11.jsonl',
    'ordinary-11': 'tests/eval/questions.ordinary-11.jsonl',
    'everyday-12': 'tests/eval/questions.everyday-12.jsonl',
    'ordinary-12': 'tests/eval/questions.ordinary-12.jsonl',
    'everyday-13': 'tests/eval/questions.everyday-13.jsonl',
    'everyday-14': 'tests/eval/questions.everyday-14.jsonl',
    'ordinary-13': 'tests/eval/questions.ordinary-13.jsonl',
    'everyday-15': 'tests/eval/questions.everyday-15.jsonl',
    'ordinary-14': 'tests/eval/questions.ordinary-14.jsonl',
    'everyday-16': 'tests/eval/questions.everyday-16.jsonl',
    'times-1': 'tests/eval/questions.times-1.jsonl',
    'reckoning-7': 'tests/eval/questions.reckoning-7.jsonl',
    'reckoning-8': 'tests/eval/questions.reckoning-8.jsonl',
    'reckoning-9': 'tests/eval/questions.reckoning-9.jsonl',
  },
};

export const OTHER_REPORT: QuestionSet = {
  name: 'another department',
  seedsDir: 'tests/fixtures/other-reports/seeds',
  knowledgeDir: 'tests/fixtures/other-reports/knowledge',
  parts: { all: 'tests/fixtures/other-reports/questions.jsonl' },
};

/** A report of a county's government in another form: three parts, four periods, no year in its title. */
export const GOVERNMENT_REPORT: QuestionSet = {
  name: 'a county government',
  seedsDir: 'tests/fixtures/other-reports-2/seeds',
  knowledgeDir: 'tests/fixtures/other-reports-2/knowledge',
  parts: { all: 'tests/fixtures/other-reports-2/questions.jsonl' },
};

/** Folders of reports of tests that nobody has reviewed, by what each is. */
const UNREVIEWED_KINDS: Readonly<Record<number, string>> = {
  3: 'a city government',
  4: 'a provincial government',
  5: 'statistics of a county, with tables',
  6: 'another provincial government',
  7: 'another city government',
  8: 'an inland provincial government',
  9: 'statistics of a department',
  10: 'a coastal provincial government',
  11: 'a bureau',
};

/** Reports nobody has reviewed, asked about in plain and in everyday words. */
export const UNREVIEWED: readonly QuestionSet[] = Object.entries(UNREVIEWED_KINDS).map(([number, name]) => ({
  name,
  seedsDir: `tests/fixtures/other-reports-${number}/seeds`,
  knowledgeDir: `tests/fixtures/other-reports-${number}/knowledge`,
  parts: { all: `tests/fixtures/other-reports-${number}/questions.jsonl` },
}));

/** Reads the questions of one part. */
export function readPart(set: QuestionSet, part: string): readonly EvaluationQuestion[] {
  const file = set.parts[part];
  if (file === undefined) throw new Error(`${set.name} has no part "${part}"`);
  return parseQuestions(readFileSync(file, 'utf8'), file);
}

/** Reads the questions of every part. */
export function readAllParts(set: QuestionSet): readonly EvaluationQuestion[] {
  return Object.keys(set.parts).flatMap((part) => readPart(set, part));
}

/** Reads the reports of a set, by id. */
export function readSetSources(set: QuestionSet): Sources {
  return readSources(set.seedsDir);
}
