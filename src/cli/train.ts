// Fits the answering to the questions of tests/eval and says how well it does on sets it was not fitted to.
import '../../scripts/require-node.cjs';

import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createLibrary, type Library } from '../answering/library.ts';
import { createAskedIndex, gramsOfQuestion } from '../answering/retrieval/asked-index.ts';
import { type AskedClassifier, openAskedClassifier, placeOf } from '../answering/scoring/asked-classifier.ts';
import { completeText } from '../answering/scoring/asked-evidence.ts';
import {
  type Associations,
  type AssociationTable,
  openAssociations,
} from '../answering/scoring/associations.ts';
import { type Features, joinFeatures } from '../answering/scoring/features.ts';
import { type FormClassifier, type FormTables, openForms } from '../answering/scoring/form-classifier.ts';
import type { Model, Models } from '../answering/scoring/model.ts';
import { estimateProbability } from '../answering/scoring/model.ts';
import { openOperations } from '../answering/scoring/operation-classifier.ts';
import type { Rewording } from '../answering/scoring/rewording.ts';
import {
  decisionFeatures,
  findCandidates,
  rankFound,
  SURE,
  WRONG_ANSWER_COST,
} from '../answering/scoring/weigh.ts';
import type { EvaluationQuestion } from '../evaluation/question.ts';
import { type AskedModel, packAskedModel } from '../knowledge/asked-model.ts';
import { buildKnowledge } from '../knowledge/build-knowledge.ts';
import type { AskedExample } from '../knowledge/knowledge.ts';
import { readKnowledgeFiles } from '../loading/read-knowledge-files.ts';
import { readGrams } from '../search/grams.ts';
import { normalizeText } from '../search/normalize.ts';
import { type AlignedPair, fitAssociations } from '../training/fit-associations.ts';
import { type ClassifierCase, fitAskedModel } from '../training/fit-classifier.ts';
import { collectComputations, fitComputation } from '../training/fit-computation.ts';
import { fitDecision, joinForests, OF_ANY_REPORT, OF_ONE_REPORT } from '../training/fit-decision.ts';
import { type FormCase, fitForms, toFormCase } from '../training/fit-forms.ts';
import {
  type AskingCase,
  collectAskings,
  collectJoint,
  fitJoint,
  fitOperations,
} from '../training/fit-joint.ts';
import { collectLists, collectNamed, fitLists } from '../training/fit-lists.ts';
import { fitRanking, type RankingCase } from '../training/fit-ranking.ts';
import { nameLists, readListFrames } from '../training/name-lists.ts';
import { type TrainingCase, toTrainingCases } from '../training/training-case.ts';
import {
  BARE_CORPUS,
  readTrainingSets,
  readWordings,
  SHIPPED_CORPUS,
  type TrainingSet,
  type Wording,
} from './training-sets.ts';

/** The very question in another set would give its answer away. */
const NEAR_TWIN = 0.9;
/** Question sets are left out in so many groups. */
const FOLDS = 4;
const MODEL_FILE = 'src/answering/scoring/weights.json';
const MODEL_OF_ASKED = 'knowledge/asked/000_756653252c613bca.model.json';
const ASSOCIATIONS_FILE = 'src/answering/scoring/associations.json';
const OPERATIONS_FILE = 'src/answering/scoring/operations.json';
const FORMS_FILE = 'src/answering/scoring/forms.json';
/** Every so many questions that want nothing computed are looked at. */
const OTHERS_EVERY = 2;
/** Of the many questions about the shipped report that ask for one thing, every so many teach how that is asked. */
const PLAIN_EVERY = 3;
/** The same of those that ask for no list, for what tells which list is asked for. */
const UNLISTED_EVERY = 6;
/** In how many ways the lists of the shipped report are asked for by their names, and how much of that teaches other reports. */
const NAMED_WAYS = 5;
const NAMED_EVERY = 7;
const LIST_FRAMES_FILE = 'tests/fixtures/frames/sections.txt';
/** Facts that stand within so many characters are left out together. */
const FACT_CHARS = 300;

type Folded = TrainingCase & {
  /** The group of sets it is left out with. */
  readonly fold: number;
  /** The group of facts its answer is left out with, and what is printed there; null where nothing answers. */
  readonly fact: number | null;
  readonly aligned: AlignedPair | null;
  readonly form: FormCase;
};

type Prepared = Folded & {
  readonly found: ReturnType<typeof findCandidates>['found'];
  readonly rewording: Rewording;
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
  const folded = [...libraries].flatMap(([corpus, library], at) =>
    foldCases(
      cases.filter((each) => each.corpus === corpus),
      { library, shift: at },
    ),
  );
  const learned = learnAssociations(folded);
  const forms = learnForms(folded);
  const heldOut = { associations: learned.heldOut, forms: forms.heldOut };
  const shipped = folded.filter(({ corpus }) => corpus === SHIPPED_CORPUS);
  const classifiers = learnClassifiers(shipped, libraries.get(SHIPPED_CORPUS));
  // One after the other, as each needs some gigabytes.
  const known = fitSingle(
    [...libraries].filter(([corpus]) => corpus === SHIPPED_CORPUS),
    folded,
    { ...heldOut, classifiers, decide: fitKnownDecision },
  );
  const others = fitSingle(
    [...libraries].filter(([corpus]) => corpus !== SHIPPED_CORPUS),
    folded,
    { ...heldOut, classifiers: () => new Map(), decide: fitOthersDecision },
  );
  report([...known.results, ...others.results]);
  if (values.check) return;
  const single = { known: known.model, unknown: others.model };
  const askedModel = fitAskedModel(shipped.map(toClassifierCase));
  const foldOf = new Map(
    folded.filter(({ corpus }) => corpus !== BARE_CORPUS).map(({ set, fold }) => [set, fold]),
  );
  const knownAsked = createAskedIndex(shipped.map(toExample));
  const toLibrary = (set: TrainingSet): Library[] => {
    const library = libraries.get(set.corpus);
    const isKnown = set.corpus === SHIPPED_CORPUS;
    const fold = foldOf.get(set.name) ?? 0;
    const nothingYet = {
      computation: {},
      joint: { known: {}, unknown: {} },
      list: { known: {}, unknown: {} },
    };
    return library === undefined
      ? []
      : [
          {
            ...library,
            weigher: {
              index: library.weigher.index,
              asked: isKnown ? knownAsked : library.weigher.asked,
              classifiers: isKnown ? classifiers({ fold }) : new Map(),
              associations: openAssociations(learned.table),
              operations: library.weigher.operations,
              forms: forms.withoutFold[fold] ?? library.weigher.forms,
              // What is fitted to single answers must be as unsure of these questions as of new ones.
              models: {
                known: known.withoutFold[fold] ?? single.known,
                unknown: others.withoutFold[fold] ?? single.unknown,
                ...nothingYet,
              },
            },
          },
        ];
  };
  const computations = sets
    .filter(({ corpus }) => corpus === SHIPPED_CORPUS)
    .flatMap((set) =>
      toLibrary(set).flatMap((library) => collectComputations(thinOut(set.questions), library)),
    );
  const askedWithout = [...Array(FOLDS).keys()].map((fold) =>
    createAskedIndex(shipped.filter((each) => each.fold !== fold).map(toExample)),
  );
  const askings = sets
    .filter(({ corpus }) => corpus !== BARE_CORPUS)
    .flatMap((set, at) => {
      const fold = foldOf.get(set.name) ?? at % FOLDS;
      const asked = set.corpus === SHIPPED_CORPUS ? askedWithout[fold] : undefined;
      return toLibrary(set).map((library) =>
        readAskings(set, { ...library, weigher: { ...library.weigher, ...(asked ? { asked } : {}) } }, fold),
      );
    });
  const models: Models = {
    ...single,
    computation: fitComputation(computations),
    joint: {
      known: fitJoint(learnJoint(askings, ({ corpus }) => corpus === SHIPPED_CORPUS)),
      unknown: fitJoint(learnJoint(askings, ({ corpus }) => corpus !== SHIPPED_CORPUS)),
    },
    list: {
      known: fitLists(learnLists(askings, ({ corpus }) => corpus === SHIPPED_CORPUS)),
      unknown: fitLists(
        learnLists(
          [
            ...askings,
            ...sets
              .filter(({ corpus }) => corpus === BARE_CORPUS)
              .flatMap((set) => toLibrary(set).map((library) => ({ set, library }))),
          ],
          ({ corpus }) => corpus !== SHIPPED_CORPUS,
        ),
      ),
    },
  };
  writeFileSync(
    OPERATIONS_FILE,
    `${JSON.stringify(fitOperations(askings.flatMap(({ cases: all }) => all)))}\n`,
  );
  writeFileSync(FORMS_FILE, `${JSON.stringify(forms.tables)}\n`);
  writeFileSync(MODEL_FILE, `${JSON.stringify(models)}\n`);
  writeFileSync(MODEL_OF_ASKED, `${JSON.stringify(askedModel)}\n`);
  writeFileSync(ASSOCIATIONS_FILE, `${JSON.stringify(learned.table, null, 0)}\n`);
  for (const set of sets)
    if (set.askedFile)
      writeFileSync(set.askedFile, renderAsked(folded.filter((each) => each.corpus === set.corpus)));
}

/** What weighs single answers. */
type FittedSingle = {
  readonly model: Model;
  /** By group of sets: what was fitted without it. */
  readonly withoutFold: readonly Model[];
  readonly results: readonly HeldOutResult[];
};

/** Fits what weighs single answers to the questions of some reports. */
function fitSingle(
  libraries: readonly (readonly [string, Library])[],
  cases: readonly Folded[],
  { decide, ...heldOut }: HeldOutEvidence & { readonly decide: FitDecision },
): FittedSingle {
  const prepared = libraries.flatMap(([corpus, library]) =>
    prepare(
      cases.filter((each) => each.corpus === corpus),
      library,
      heldOut,
    ),
  );
  const cross = crossFit(prepared, decide);
  return {
    model: { ranking: fitOn(prepared), decision: decide(cross.held) },
    withoutFold: cross.models,
    results: judge(cross),
  };
}

/** All that want something computed, and every so many of the others: few of those look as if they did. */
const thinOut = (questions: readonly EvaluationQuestion[]): readonly EvaluationQuestion[] =>
  questions.filter(({ expect }, at) => 'computed' in expect || at % OTHERS_EVERY === 0);

/** A question set with how its questions ask. */
type Askings = {
  readonly set: TrainingSet;
  readonly questions: readonly EvaluationQuestion[];
  readonly library: Library;
  /** The group whose ways of asking are left out when it is read. */
  readonly fold: number;
  readonly cases: readonly AskingCase[];
};

function readAskings(set: TrainingSet, library: Library, fold: number): Askings {
  const questions =
    set.corpus === SHIPPED_CORPUS
      ? set.questions.filter((question, index) => asksForSeveral(question) || index % PLAIN_EVERY === 0)
      : [...set.questions, ...set.together];
  return { set, questions, library, fold, cases: collectAskings(questions, library) };
}

const asksForSeveral = ({ expect }: EvaluationQuestion): boolean =>
  'computed' in expect || 'values' in expect;

/** What may be asked for together, each set read as if its way of asking were new. */
function learnJoint(askings: readonly Askings[], isLearned: (set: TrainingSet) => boolean): RankingCase[] {
  return [...Array(FOLDS).keys()].flatMap((fold) => {
    const others = askings.filter((each) => each.fold !== fold).flatMap(({ cases }) => cases);
    const operations = openOperations(fitOperations(others));
    return askings
      .filter((each) => each.fold === fold && isLearned(each.set))
      .flatMap(({ questions, library }) =>
        collectJoint(questions, { ...library, weigher: { ...library.weigher, operations } }),
      );
  });
}

/** What lists may be asked for in sets, by their questions and by questions made of the names of lists. */
function learnLists(
  read: readonly Pick<Askings, 'set' | 'library'>[],
  isLearned: (set: TrainingSet) => boolean,
): RankingCase[] {
  const frames = readListFrames(readFileSync(LIST_FRAMES_FILE, 'utf8'));
  return read
    .filter(({ set }) => isLearned(set))
    .flatMap(({ set, library }, _at, learned) => {
      const sharing = learned.filter((each) => each.set.corpus === set.corpus);
      const place = sharing.findIndex((each) => each.set === set);
      const isOfTests = sharing.length === 1;
      const named = nameLists(library, frames, isOfTests ? 1 : NAMED_WAYS)
        .filter((_, at) => set.corpus === SHIPPED_CORPUS || at % NAMED_EVERY === 0)
        .filter((_, at) => at % sharing.length === place);
      const every = isOfTests ? OTHERS_EVERY : UNLISTED_EVERY;
      const questions = set.questions.filter(({ expect }, at) => 'includes' in expect || at % every === 0);
      return [...collectLists(questions, library), ...collectNamed(named, library)];
    });
}

/** The knowledge without its known questions, which are about to be written anew. */
function openLibrary({ corpus, seedsDir, knowledgeDir }: TrainingSet): Library {
  const { seeds, knowledge } = readKnowledgeFiles({ seedsDir, knowledgeDir });
  const left = corpus === BARE_CORPUS ? /^(?:asked|figures|targets)\//u : /^asked\//u;
  return createLibrary(
    buildKnowledge({ seeds, knowledge: knowledge.filter(({ name }) => !left.test(name)) }),
  );
}

/** Deals cases out to the groups that are left out together; those of unreviewed reports by what is asked about. */
function foldCases(
  cases: readonly TrainingCase[],
  { library, shift }: { readonly library: Library; readonly shift: number },
): Folded[] {
  const sets = [...new Set(cases.map(({ set }) => set))];
  return cases.map((each): Folded => {
    const aligned = alignCase(each, library);
    const bySet = (sets.indexOf(each.set) + shift) % FOLDS;
    const fact = aligned ? Math.floor(aligned.start / FACT_CHARS) % FOLDS : null;
    return {
      ...each,
      fold: each.corpus === BARE_CORPUS ? (fact ?? bySet) : bySet,
      fact,
      aligned,
      form: toFormCase(each, library),
    };
  });
}

/** What a question says beside what is printed where it is answered; numbers before sentences. */
function alignCase(
  { asked, answers }: TrainingCase,
  { weigher: { index } }: Library,
): (AlignedPair & { readonly start: number }) | null {
  const ids = [...answers];
  const candidate = index.get(ids.find((id) => id.startsWith('figure:')) ?? ids[0] ?? '');
  if (!candidate) return null;
  const { sayable, span } = candidate;
  const printed = [...new Set([...sayable.own, ...sayable.near])].flatMap((number) => {
    const gram = index.grams.terms[number] ?? '';
    return HOLDS_DIGIT.test(gram) ? [] : [gram];
  });
  return { asked: gramsOfQuestion(asked.text), printed, start: span.start };
}

/** A number is nobody's word for a thing. */
const HOLDS_DIGIT = /\d/u;

/** Numbers of a wording are made up. */
const NUMERAL = /[\d.]+/gu;

function alignWording({ printed, asked }: Wording): AlignedPair[] {
  const grams = [...new Set(readGrams(normalizeText(printed).replace(NUMERAL, ' ')))];
  return asked.map((question) => ({ asked: gramsOfQuestion(normalizeText(question)), printed: grams }));
}

type Learned = {
  readonly table: AssociationTable;
  /** The associations as if the set of a question, or in an unreviewed report the fact it asks for, were not known. */
  readonly heldOut: (each: Folded) => Associations;
};

/** Learns what words mean from the questions of reviewed reports: once from all, and without each group. */
function learnAssociations(cases: readonly Folded[]): Learned {
  const known = cases.filter(({ corpus }) => corpus !== BARE_CORPUS);
  const wordings = readWordings().flatMap(alignWording);
  const learn = (isKept: (each: Folded) => boolean): AssociationTable =>
    fitAssociations([
      ...known.flatMap((each) => (each.aligned && isKept(each) ? [each.aligned] : [])),
      ...wordings,
    ]);
  const folds = [...Array(FOLDS).keys()];
  const withoutSets = folds.map((fold) => openAssociations(learn((each) => each.fold !== fold)));
  const withoutFacts = folds.map((fold) => openAssociations(learn((each) => each.fact !== fold)));
  return {
    table: learn(() => true),
    heldOut({ corpus, fold }) {
      const found = (corpus === BARE_CORPUS ? withoutFacts : withoutSets)[fold];
      if (!found) throw new Error(`no group ${fold}`);
      return found;
    },
  };
}

type LearnedForms = {
  readonly tables: FormTables;
  /** The same without the sets of each group. */
  readonly withoutFold: readonly FormClassifier[];
  readonly heldOut: (each: Folded) => FormClassifier;
};

/** Learns what form of answer questions ask for: from all, and without each group of sets. */
function learnForms(cases: readonly Folded[]): LearnedForms {
  const others = cases.filter(({ corpus }) => corpus !== SHIPPED_CORPUS && corpus !== BARE_CORPUS);
  // The many questions about one report must not teach its make-up.
  const shipped = cases
    .filter(({ corpus }) => corpus === SHIPPED_CORPUS)
    .filter((_, at) => at % PLAIN_EVERY === 0);
  const all = [...others, ...shipped];
  const learn = (kept: readonly Folded[]): FormTables => fitForms(kept.map(({ form }) => form));
  const withoutFold = [...Array(FOLDS).keys()].map((fold) =>
    openForms(learn(all.filter((each) => each.fold !== fold))),
  );
  const ofOthers = openForms(learn(others));
  return {
    tables: learn(all),
    withoutFold,
    heldOut({ corpus, fold }) {
      const found = corpus === BARE_CORPUS ? ofOthers : withoutFold[fold];
      if (!found) throw new Error(`no group ${fold}`);
      return found;
    },
  };
}

const toClassifierCase = ({ asked, answers, operands, computation, list }: TrainingCase): ClassifierCase => ({
  grams: gramsOfQuestion(completeText(asked)),
  answers: [...answers].map(placeOf),
  operands: [...operands].map(placeOf),
  computation,
  list,
});

type Classifiers = ReadonlyMap<string, AskedClassifier>;

/** The classifier of the first report, which is the one that ships. */
const openClassifiers = (model: AskedModel, { knowledge }: Library): Classifiers =>
  new Map(
    knowledge.reports
      .slice(0, 1)
      .map((known) => [known.report.id, openAskedClassifier(packAskedModel(model), known)]),
  );

/** Learns what the known questions of the shipped report ask for, without each group of sets in turn. */
function learnClassifiers(
  cases: readonly Folded[],
  library: Library | undefined,
): (each: Pick<Folded, 'fold'>) => Classifiers {
  if (!library) return () => new Map();
  const withoutSets = [...Array(FOLDS).keys()].map((fold) =>
    openClassifiers(fitAskedModel(cases.filter((each) => each.fold !== fold).map(toClassifierCase)), library),
  );
  return ({ fold }) => withoutSets[fold] ?? new Map();
}

type HeldOutEvidence = {
  readonly associations: (each: Folded) => Associations;
  readonly forms: (each: Folded) => FormClassifier;
  readonly classifiers: (each: Pick<Folded, 'fold'>) => Classifiers;
};

/** Finds the candidates of each question as if its own set, and near-twins of other sets, were not known. */
function prepare(cases: readonly Folded[], library: Library, heldOut: HeldOutEvidence): Prepared[] {
  // Of reports nobody has asked about or reviewed yet, nothing but their text is known.
  const isBare = cases.every(({ corpus }) => corpus === BARE_CORPUS);
  const asked = createAskedIndex(cases.map(toExample));
  return cases.map((each): Prepared => {
    const { found, evidence } = findCandidates(
      each.asked,
      {
        ...library.weigher,
        asked,
        associations: heldOut.associations(each),
        forms: heldOut.forms(each),
        classifiers: heldOut.classifiers(each),
      },
      (example, likeness) => isBare || example.from === each.set || likeness >= NEAR_TWIN,
    );
    return {
      ...each,
      rewording: evidence.rewording,
      found: found.map((one) => ({
        candidate: one.candidate,
        // Joined once, as every fit reads all of them.
        evidence: { groups: [joinFeatures(one.evidence)], forSentence: [] },
      })),
    };
  });
}

const toExample = ({ asked, set, answers }: TrainingCase): AskedExample => ({
  question: asked.text,
  from: set,
  answers: [...answers],
});

function fitOn(cases: readonly Prepared[]): Record<string, number> {
  return fitRanking(
    cases.flatMap(({ found, answers }) => {
      const candidates = found.map(({ candidate, evidence }) => ({
        features: joinFeatures(evidence),
        isAnswer: answers.has(candidate.id),
      }));
      return candidates.some(({ isAnswer }) => isAnswer) ? [{ candidates }] : [];
    }),
  );
}

function decisionCases(cases: readonly Prepared[], model: Model): HeldOut[] {
  return cases.flatMap((each) => {
    const ranked = rankFound(each.found, model);
    const features = decisionFeatures(ranked, each.rewording);
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

type FitDecision = (held: readonly HeldOut[]) => Model['decision'];

const fitKnownDecision: FitDecision = (held) => fitDecision(held, OF_ONE_REPORT);

/** Two forests vote: the shipped report fills one half of the questions, which no other report is like. */
const fitOthersDecision: FitDecision = (held) =>
  joinForests([
    fitDecision(held, OF_ANY_REPORT),
    fitDecision(
      held.filter((each) => each.case.corpus !== BARE_CORPUS),
      OF_ANY_REPORT,
    ),
  ]);

type CrossFitted = {
  /** The first candidates of each question, ranked by weights that were fitted without its set. */
  readonly held: readonly HeldOut[];
  /** By group: what was fitted without it. */
  readonly models: readonly Model[];
};

function crossFit(prepared: readonly Prepared[], decide: FitDecision): CrossFitted {
  const folds = [...Array(FOLDS).keys()];
  const rankings = folds.map((fold) => fitOn(prepared.filter((each) => each.fold !== fold)));
  const held = folds.flatMap((fold) =>
    decisionCases(
      prepared.filter((each) => each.fold === fold),
      { ranking: rankings[fold] ?? {}, decision: [] },
    ),
  );
  const models = folds.map((fold) => ({
    ranking: rankings[fold] ?? {},
    decision: decide(held.filter((each) => each.case.fold !== fold)),
  }));
  return { held, models };
}

type HeldOut = { readonly features: Features; readonly isAnswer: boolean; readonly case: Prepared };

type HeldOutResult = {
  readonly set: string;
  readonly answerable: boolean;
  readonly right: boolean;
  readonly probability: number;
};

/** Prints how often what is thought so likely is right, which is what makes the decision one that can be trusted. */
function reportCalibration(results: readonly HeldOutResult[]): void {
  console.log('probability | questions | right');
  for (let from = 0; from < 10; from += 1) {
    const of = results.filter(({ probability }) => Math.min(9, Math.floor(probability * 10)) === from);
    const share = (all: readonly HeldOutResult[]): string =>
      all.length === 0 ? '-' : (all.filter(({ right }) => right).length / all.length).toFixed(2);
    console.log([`${from / 10}–${(from + 1) / 10}`, of.length, share(of)].join(' | '));
  }
}

/** How the first candidates of each question are judged by a decision that was fitted without its set. */
function judge({ held, models }: CrossFitted): HeldOutResult[] {
  return held.map((each) => ({
    set: each.case.corpus === BARE_CORPUS ? BARE_CORPUS : `${each.case.corpus} / ${each.case.set}`,
    answerable: each.case.answers.size > 0,
    right: each.isAnswer,
    probability: estimateProbability(each.features, models[each.case.fold] ?? { decision: [] }),
  }));
}

/** Prints how sets are answered that had no part in the fitting. */
function report(results: readonly HeldOutResult[]): void {
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
function renderAsked(cases: readonly Folded[]): string {
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
