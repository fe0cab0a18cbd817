// Fits the answering to the questions of tests/eval and says how well it does on sets it was not fitted to.
import '../../scripts/require-node.cjs';

import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createLibrary, type Library } from '../answering/library.ts';
import { createAskedIndex } from '../answering/retrieval/asked-index.ts';
import type { Features } from '../answering/scoring/features.ts';
import type { Model } from '../answering/scoring/model.ts';
import { estimateProbability } from '../answering/scoring/model.ts';
import {
  decisionFeatures,
  findCandidates,
  rankFound,
  SURE,
  WRONG_ANSWER_COST,
} from '../answering/scoring/weigh.ts';
import { buildKnowledge } from '../knowledge/build-knowledge.ts';
import type { AskedExample } from '../knowledge/knowledge.ts';
import { readKnowledgeFiles } from '../loading/read-knowledge-files.ts';
import { fitDecision } from '../training/fit-decision.ts';
import { fitRanking } from '../training/fit-ranking.ts';
import { type TrainingCase, toTrainingCases } from '../training/training-case.ts';
import { BARE_CORPUS, readTrainingSets, type TrainingSet } from './training-sets.ts';

/** The very question in another set would give its answer away. */
const NEAR_TWIN = 0.9;
/** Question sets are left out in so many groups. */
const FOLDS = 4;
const MODEL_FILE = 'src/answering/scoring/weights.json';

type Prepared = TrainingCase & {
  readonly found: ReturnType<typeof findCandidates>['found'];
  readonly fold: number;
};

function main(): void {
  const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
  const sets = readTrainingSets();
  const libraries = new Map<string, Library>();
  const cases: TrainingCase[] = [];
  for (const set of sets) {
    const library = libraries.get(set.corpus) ?? openLibrary(set);
    libraries.set(set.corpus, library);
    for (const question of set.questions) {
      cases.push(...toTrainingCases(question, { corpus: set.corpus, set: set.name, library }));
    }
  }
  const prepared = [...libraries].flatMap(([corpus, library], at) =>
    prepare(
      cases.filter((each) => each.corpus === corpus),
      library,
      at,
    ),
  );
  const held = holdOut(prepared);
  report(held);
  if (values.check) return;
  const model: Model = { ranking: fitOn(prepared), decision: fitDecision(held) };
  writeFileSync(MODEL_FILE, `${JSON.stringify(model)}\n`);
  for (const set of sets)
    if (set.askedFile)
      writeFileSync(set.askedFile, renderAsked(prepared.filter((each) => each.corpus === set.corpus)));
}

/** The knowledge without its known questions, which are about to be written anew. */
function openLibrary({ corpus, seedsDir, knowledgeDir }: TrainingSet): Library {
  const { seeds, knowledge } = readKnowledgeFiles({ seedsDir, knowledgeDir });
  const left = corpus === BARE_CORPUS ? /^(?:asked|figures|targets)\//u : /^asked\//u;
  return createLibrary(
    buildKnowledge({ seeds, knowledge: knowledge.filter(({ name }) => !left.test(name)) }),
  );
}

/** Finds the candidates of each question as if its own set, and near-twins of other sets, were not known. */
function prepare(cases: readonly TrainingCase[], library: Library, shift: number): Prepared[] {
  // Of reports nobody has asked about or reviewed yet, nothing but their text is known.
  const isBare = cases.every(({ corpus }) => corpus === BARE_CORPUS);
  const sets = [...new Set(cases.map(({ set }) => set))];
  const examples = cases.map(toExample);
  const weigher = { ...library.weigher, asked: createAskedIndex(examples) };
  return cases.map(
    (each): Prepared => ({
      ...each,
      fold: (sets.indexOf(each.set) + shift) % FOLDS,
      found: findCandidates(
        each.asked,
        weigher,
        (example, likeness) => isBare || example.from === each.set || likeness >= NEAR_TWIN,
      ).found,
    }),
  );
}

const toExample = ({ asked, set, answers }: TrainingCase): AskedExample => ({
  question: asked.text,
  from: set,
  answers: [...answers],
});

function fitOn(cases: readonly Prepared[]): Record<string, number> {
  return fitRanking(
    cases.flatMap(({ found, answers }) => {
      const candidates = found.map(({ candidate, features }) => ({
        features,
        isAnswer: answers.has(candidate.id),
      }));
      return candidates.some(({ isAnswer }) => isAnswer) ? [{ candidates }] : [];
    }),
  );
}

function decisionCases(cases: readonly Prepared[], model: Model): HeldOut[] {
  return cases.flatMap((each) => {
    const ranked = rankFound(each.found, model);
    const features = decisionFeatures(ranked);
    return features ? [{ features, isAnswer: isAnswered(each, ranked), case: each }] : [];
  });
}

/** A number in the very sentence that answers in words shows that sentence, too. */
function isAnswered({ answers, question }: Prepared, [first]: ReturnType<typeof rankFound>): boolean {
  if (!first) return false;
  if (answers.has(first.candidate.id)) return true;
  if (question.kind === 'number' || first.candidate.kind !== 'figure') return false;
  const { sentenceId } = first.candidate.context.figure;
  const sentence = first.candidate.known.report.sentences.find(({ id }) => id === sentenceId);
  return (
    sentence !== undefined &&
    answers.has(`sentence:${first.candidate.known.report.id}:${sentence.start}-${sentence.end}`)
  );
}

/** The first candidates of each question, ranked by weights that were fitted without its set. */
function holdOut(prepared: readonly Prepared[]): HeldOut[] {
  return [...Array(FOLDS).keys()].flatMap((fold) => {
    const model: Model = { ranking: fitOn(prepared.filter((each) => each.fold !== fold)), decision: [] };
    return decisionCases(
      prepared.filter((each) => each.fold === fold),
      model,
    );
  });
}

type HeldOut = { readonly features: Features; readonly isAnswer: boolean; readonly case: Prepared };

type HeldOutResult = {
  readonly set: string;
  readonly answerable: boolean;
  readonly right: boolean;
  readonly probability: number;
  /** Every word of the question is said by the first number. */
  readonly saysEach: boolean;
};

/** Prints how often what is thought so likely is right, which is what makes the decision one that can be trusted. */
function reportCalibration(results: readonly HeldOutResult[]): void {
  console.log('probability | questions | right | of those that say every word | right');
  for (let from = 0; from < 10; from += 1) {
    const of = results.filter(({ probability }) => Math.min(9, Math.floor(probability * 10)) === from);
    const named = of.filter(({ saysEach }) => saysEach);
    const share = (all: readonly HeldOutResult[]): string =>
      all.length === 0 ? '-' : (all.filter(({ right }) => right).length / all.length).toFixed(2);
    console.log(
      [`${from / 10}–${(from + 1) / 10}`, of.length, share(of), named.length, share(named)].join(' | '),
    );
  }
}

/** Prints how sets are answered that had no part in the fitting. */
function report(held: readonly HeldOut[]): void {
  const results: HeldOutResult[] = [];
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const model: Model = {
      ranking: {},
      decision: fitDecision(held.filter((each) => each.case.fold !== fold)),
    };
    for (const each of held.filter((other) => other.case.fold === fold))
      results.push({
        saysEach: each.features.saysEachBest === 1,
        set: each.case.corpus === BARE_CORPUS ? BARE_CORPUS : `${each.case.corpus} / ${each.case.set}`,
        answerable: each.case.answers.size > 0,
        right: each.isAnswer,
        probability: estimateProbability(each.features, model),
      });
  }
  reportCalibration(results.filter(({ set }) => set !== BARE_CORPUS));
  reportCalibration(results.filter(({ set }) => set === BARE_CORPUS || set.startsWith('other')));
  const rows = [...new Set(results.map(({ set }) => set)), 'all'];
  console.log(
    `set | questions | first right | answered right | answered wrong | refused rightly   (sure from ${SURE.toFixed(3)}, a wrong answer costs ${WRONG_ANSWER_COST})`,
  );
  for (const row of rows) {
    const of = results.filter(({ set }) => (row === 'all' && set !== BARE_CORPUS) || set === row);
    const answerable = of.filter((each) => each.answerable);
    const rest = of.filter((each) => !each.answerable);
    const sure = answerable.filter(({ probability }) => probability >= SURE);
    const percent = (part: number, whole: number): string =>
      whole === 0 ? '-' : ((100 * part) / whole).toFixed(1);
    console.log(
      [
        row,
        of.length,
        percent(answerable.filter(({ right }) => right).length, answerable.length),
        percent(sure.filter(({ right }) => right).length, answerable.length),
        percent(sure.filter(({ right }) => !right).length, answerable.length),
        percent(rest.filter(({ probability }) => probability < SURE).length, rest.length),
      ].join(' | '),
    );
  }
}

/** The known questions of a report, one a line, each once. */
function renderAsked(cases: readonly Prepared[]): string {
  const lines = cases.map(({ asked, set, answers }) =>
    JSON.stringify({
      asked: asked.text,
      from: set,
      answers: [...answers].map((id) => id.replace(/:.*:/u, ':')),
    }),
  );
  return `${[...new Set(lines)].join('\n')}\n`;
}

main();
