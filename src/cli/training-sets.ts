import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { type EvaluationQuestion, parseQuestions } from '../evaluation/question.ts';
import { readJsonLines } from './read-json-lines.ts';

/** The questions of one file, with the reports they are about. */
export type TrainingSet = {
  readonly corpus: string;
  readonly name: string;
  readonly seedsDir: string;
  readonly knowledgeDir: string;
  readonly questions: readonly EvaluationQuestion[];
  /**
   * Questions that ask for several numbers at once, or look as if they did. What weighs single answers is not fitted to them, so
   * that what it says of them is as unsure as of questions nobody has asked.
   */
  readonly together: readonly EvaluationQuestion[];
  /** Where the known questions of the reports are kept; reports of tests have none. */
  readonly askedFile: string | null;
};

/** The reports that ship with the code, all of whose questions are known to the answering. */
export const SHIPPED_CORPUS = 'shipped';

/** The same reports as if nobody had reviewed or asked about them, which is what every new report is like. */
export const BARE_CORPUS = 'shipped, unreviewed';

/** Every so many questions are also fitted to the unreviewed reports. */
const BARE_EVERY = 3;

const SETS_DIR = 'tests/eval';
const SHIPPED = '000_756653252c613bca';
const FIXTURES_DIR = 'tests/fixtures';
const WORDINGS_DIR = `${FIXTURES_DIR}/wordings`;

/** How people ask for what a report prints, whatever the report: a clause, and questions that it answers. */
const WordingSchema = z.strictObject({
  printed: z.string().min(1),
  asked: z.array(z.string().min(1)).min(1),
});

export type Wording = z.infer<typeof WordingSchema>;

/** Reads how people ask for what reports of all fields print. */
export function readWordings(): Wording[] {
  return readdirSync(WORDINGS_DIR)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .flatMap((name) => {
      const file = `${WORDINGS_DIR}/${name}`;
      return readJsonLines(readFileSync(file, 'utf8'), { file, schema: WordingSchema }).map(
        ({ value }) => value,
      );
    });
}

const ASIDES_DIR = `${FIXTURES_DIR}/asides`;

/** Reads messages in which what is only said beside the question is marked with 【】. */
export function readMarkedMessages(): string[] {
  return readdirSync(ASIDES_DIR)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .flatMap((name) => readFileSync(`${ASIDES_DIR}/${name}`, 'utf8').split('\n'))
    .filter((line) => line.trim() !== '');
}

/** Sets larger than this tell each fact in many ways. */
const LARGE = 300;
const PARTS = 6;

/** Deals the questions of a large set out to several, so that each part is looked at with the others known. */
function splitLarge(
  name: string,
  questions: readonly EvaluationQuestion[],
): readonly Pick<TrainingSet, 'name' | 'questions'>[] {
  if (questions.length <= LARGE) return [{ name, questions }];
  return Array.from({ length: PARTS }, (_, part) => ({
    name: `${name}-${part + 1}`,
    questions: questions.filter((_question, at) => at % PARTS === part),
  }));
}

const readTogether = (file: string): readonly EvaluationQuestion[] =>
  existsSync(file) ? parseQuestions(readFileSync(file, 'utf8'), file) : [];

/** Reads every question set that may be looked at: those of the shipped report and those of the reports of tests. */
export function readTrainingSets(): TrainingSet[] {
  const own = readdirSync(SETS_DIR)
    .filter((name) => /^questions\..+\.jsonl$/u.test(name))
    .sort()
    .flatMap((name): TrainingSet[] => {
      const file = `${SETS_DIR}/${name}`;
      const base = {
        corpus: SHIPPED_CORPUS,
        seedsDir: 'seeds',
        knowledgeDir: 'knowledge',
        askedFile: `knowledge/asked/${SHIPPED}.jsonl`,
        together: [],
      };
      return splitLarge(
        name.replace(/^questions\.|\.jsonl$/gu, ''),
        parseQuestions(readFileSync(file, 'utf8'), file),
      ).map((part) => ({ ...base, ...part }));
    });
  const folders = readdirSync(FIXTURES_DIR).filter((name) => /^other-reports(?:-\d+)?$/u.test(name));
  const others = folders.sort(byNumber).map((folder): TrainingSet => {
    const base = `${FIXTURES_DIR}/${folder}`;
    return {
      corpus: folder,
      name: folder,
      seedsDir: `${base}/seeds`,
      knowledgeDir: `${base}/knowledge`,
      questions: parseQuestions(readFileSync(`${base}/questions.jsonl`, 'utf8'), base),
      together: readTogether(`${base}/together.jsonl`),
      askedFile: null,
    };
  });
  const bare = own.map(
    (set): TrainingSet => ({
      ...set,
      corpus: BARE_CORPUS,
      questions: set.questions.filter((_question, at) => at % BARE_EVERY === 0),
      askedFile: null,
    }),
  );
  return [...own, ...bare, ...others];
}

const byNumber = (one: string, other: string): number => one.localeCompare(other, 'en', { numeric: true });
