import type { Knowledge } from '../knowledge/knowledge.ts';
import { contains, sliceSpan } from '../report/span.ts';
import { normalizeText } from '../search/normalize.ts';
import { readLate, rememberLately } from '../search/remember-lately.ts';
import type {
  AbstainReason,
  Answer,
  Answerer,
  AnswerItem,
  NumberPlace,
  OutlineNode,
  Quote,
} from './answer.ts';
import { answerNth } from './answer-nth.ts';
import { answerPart, answerTogether, computeWhole, explain } from './answer-part.ts';
import { answerQuoted } from './answer-quoted.ts';
import { checkDraft } from './check-draft.ts';
import { answerFollowUp } from './follow-ups/answer-follow-up.ts';
import { answerHalves } from './follow-ups/answer-halves.ts';
import { answerBeside } from './follow-ups/beside-told.ts';
import { guardAnswer } from './guard.ts';
import { fillBlanks } from './language/blanks.ts';
import { readComparison } from './language/comparisons.ts';
import { readDraft } from './language/drafts.ts';
import { INSTRUCTION, NOT_MEANT, SAYS_ANYTHING, WANTS_A_TEXT } from './language/question-frames.ts';
import type { Library } from './library.ts';
import { describeWording } from './lists/list-features.ts';
import { type WeighedList, weighLists } from './lists/weigh-lists.ts';
import { type Explained, firstAnswer, isNumber, type Outcome } from './outcome.ts';
import { describeOutline } from './outline.ts';
import { paragraphsAround, quoteSpan } from './quotes.ts';
import { NOTHING, refuse } from './refusals.ts';
import {
  type Asked,
  type AskedOfReports,
  createReportsAnswerer,
  MAX_FOUND,
} from './reports/answer-from-reports.ts';
import { catalogueReport } from './reports/catalogue-report.ts';
import { createLibraries, type Libraries } from './reports/libraries.ts';
import type { Explanation, ReportAnswer } from './reports/merge-answers.ts';
import { createReportFinder } from './reports/report-finder.ts';
import { SURE } from './scoring/weigh.ts';
import { suggestExamples } from './suggest-examples.ts';
import { interpretQuestion } from './understanding/interpret-question.ts';
import { listReadings } from './understanding/list-readings.ts';
import { readLines } from './understanding/read-lines.ts';
import { spell } from './understanding/spell-out.ts';
import {
  type HalfQuestion,
  type QuestionPart,
  splitJoined,
  splitQuestion,
} from './understanding/split-question.ts';
import { WORDING } from './wording.ts';

/** Longest question taken; longer text is a document, not a question. */
const MAX_QUESTION_CHARS = 500;

/** A part of a question as understood, with everything that was ranked for it. */
type ExplainedText = {
  readonly text: string;
  readonly explained: Explained;
  readonly lists: readonly WeighedList[];
};

/** An answerer that can also show how it came to an answer. */
export type ExplainingAnswerer = Answerer & {
  /** The parts of a question, each explained. */
  explain(question: string): readonly ExplainedText[];
  /** Prepares one more report, or what finds them, ahead of the first question; false when all is prepared. */
  prepareNext(): boolean;
};

/**
 * Creates the answerer of a knowledge. Answering is pure. The first report is prepared here, each other one with the
 * first question about it, or by `prepareNext` while nobody asks. `given` are libraries that others use, too.
 */
export function createAnswerer(knowledge: Knowledge, given?: Libraries): ExplainingAnswerer {
  const libraries = given ?? createLibraries(knowledge);
  const findReport = (id: string) => knowledge.reports.find(({ report }) => report.id === id);
  const reports = knowledge.reports.map(catalogueReport);
  const fromReports = createReportsAnswerer({
    knowledge,
    reports,
    tokenizer: libraries.tokenizer,
    answerFrom: answerFromLibrary,
  });
  const libraryOf = libraries.among(knowledge.reports.map((known) => ({ known })));
  const findCandidates = createReportFinder(knowledge.reports);
  // Of one report nothing is ever searched for.
  let isFinderReady = knowledge.reports.length < 2;
  let outline: readonly OutlineNode[] | undefined;
  let examples: readonly string[] | undefined;
  if (!given) prepareNext();

  /** The question with the reports it may be about, and those among them that its words are found in. */
  function read(asked: Asked): readonly [AskedOfReports, readonly string[]] {
    const read = fromReports.read(asked);
    return [read, read.search ? findCandidates(read.search.query, read.search.filter, MAX_FOUND) : []];
  }

  function answer(question: string, earlier?: readonly string[], scope?: readonly string[]): Answer {
    // Nothing is read of it, as reading alone would take long.
    const refused = refuseLong(question, knowledge);
    if (refused) return refused;
    return guardAnswer(fromReports.answer(...read({ question, earlier, scope }), libraryOf), knowledge);
  }

  const librariesFor = (question: string): readonly Library[] =>
    fromReports.listAsked(...read({ question })).map(libraryOf);

  function prepareNext(): boolean {
    const next = knowledge.reports.find(({ report }) => !libraries.find(report.id));
    if (next && libraries.hasRoom(next)) {
      libraries.of(next).listIndex();
      return true;
    }
    if (isFinderReady) return false;
    // The first search makes the index, whatever it is for.
    findCandidates([], { reports: null }, 0);
    isFinderReady = true;
    return true;
  }

  return {
    knowledgeVersion: knowledge.version,
    reports,
    /** Found when somebody first looks: it takes answering some questions. */
    get examples() {
      examples ??= suggestExamples(librariesFor(''), (question) => answer(question).status === 'answered');
      return examples;
    },
    answer,
    outline() {
      outline ??= knowledge.reports.map(describeOutline);
      return outline;
    },
    contextOf(source, start, end): Quote | null {
      const known = findReport(source);
      const item = known?.report.items.find((candidate) => contains(candidate, { start, end }));
      return known && item ? quoteSpan(known, paragraphsAround(known, item)) : null;
    },
    figuresIn(source, start, end): readonly NumberPlace[] {
      const known = findReport(source);
      return (known?.figures ?? [])
        .filter((figure) => contains({ start, end }, figure))
        .map((figure) => ({
          source,
          start: figure.start,
          end: figure.end,
          printed: known ? sliceSpan(known.report.source, figure) : '',
          name: figure.name === '' ? figure.measure : figure.name,
        }));
    },
    explain: (question) =>
      librariesFor(question).flatMap((library) =>
        splitQuestion(spell(normalizeQuestion(question), library)).map((part) => {
          const explained = explain(part, library);
          return { text: part.text, explained, lists: weighLists(explained, library) };
        }),
      ),
    prepareNext,
  };
}

/** The refusal of what is too long to be a question; null for a question. */
export const refuseLong = (question: string, knowledge: Pick<Knowledge, 'version'>): Answer | null =>
  question.length > MAX_QUESTION_CHARS
    ? combine(question, [refuse('too-long', WORDING.tooLong)], knowledge)
    : null;

/** Answers a question from one library; `earlier` are the complete questions before it in the conversation, newest first. */
export function answerFromLibrary(
  library: Library,
  question: string,
  earlier: readonly string[],
): ReportAnswer {
  const asked = new Map<string, ReportAnswer>();
  const ask = (text: string): ReportAnswer => {
    const known = asked.get(text);
    if (known) return known;
    const alone = answerAlone(library, text);
    const said = answerHalves(text, library, { whole: alone, ask }) ?? alone;
    asked.set(text, said);
    return said;
  };
  return answerFollowUp({ question, earlier, library, ask }) ?? ask(question);
}

/** Answers a question that stands on its own. */
function answerAlone(library: Library, question: string): ReportAnswer {
  const text = normalizeQuestion(question);
  const spelled = spell(text, library);
  const understood = spelled === text ? question : spelled;
  const beside = readDraft(text) ? null : answerBeside(text, library);
  const outcomes = beside ? [beside] : answerText(understood, library);
  const combined = combine(question, outcomes, library.knowledge);
  return {
    answer: understood === question ? combined : { ...combined, understoodAs: understood },
    probability: Math.max(0, ...outcomes.map(({ probability }) => probability ?? 0)),
    strange: [...new Set(outcomes.flatMap(({ strange = [] }) => strange))].join('').length,
    explains: readLate(() => readExplanation(understood, combined.answers[0], library)),
  };
}

/** What the list that answers a question, or else its best candidate, explains of the whole of it. */
function readExplanation(question: string, answer: AnswerItem | undefined, library: Library): Explanation {
  const { weighing } = explain({ text: normalizeQuestion(question), context: null }, library);
  const listed =
    answer?.kind === 'section' &&
    library
      .listIndex()
      .find(({ context: { span } }) => span.start === answer.start && span.end === answer.end);
  if (listed) {
    const { explainedBody = 0, explainedName = 0 } = describeWording(listed, weighing.evidence.rewording);
    return { said: explainedBody, called: explainedName };
  }
  const best = weighing.ranked[0]?.features;
  return { said: best?.explainedSentence ?? 0, called: best?.nameMatch ?? 0 };
}

function answerText(question: string, library: Library): readonly Outcome[] {
  if (question.length > MAX_QUESTION_CHARS) return [refuse('too-long', WORDING.tooLong)];
  const text = normalizeQuestion(question);
  const quoted = answerQuoted(text, library);
  if (quoted) return [quoted];
  const draft = readDraft(text);
  const nth = answerNth(text, library);
  if (nth) return [nth];
  const isOrder = INSTRUCTION.test(question);
  const verdict =
    draft &&
    (draft.isAsked || !isOrder) &&
    checkDraft(draft, { library, ask: (asked) => answerText(asked, library) });
  return (
    verdict ||
    answerReadings(isOrder || WANTS_A_TEXT.test(text) ? [text] : listReadings(text, library), library)
  );
}

/** Answers the reading of a message that is answered whole and surest, or else any; a refusal is of the likeliest. */
function answerReadings(readings: readonly [string, ...string[]], library: Library): readonly Outcome[] {
  const outcomes = readings.map((reading) => answerParts(reading, library));
  const [surest] = outcomes
    .filter((each) => each.every(isAnswered))
    .sort((a, b) => leastSure(b) - leastSure(a));
  return surest ?? outcomes.find((each) => each.some(isAnswered)) ?? outcomes[0] ?? [];
}

const leastSure = (outcomes: readonly Outcome[]): number =>
  Math.min(...outcomes.map(({ probability }) => probability ?? SURE));

function answerParts(question: string, library: Library): readonly Outcome[] {
  const outcomes: Outcome[] = [];
  const unanswered = new Map<Outcome, string>();
  const parts = splitQuestion(normalizeQuestion(question));
  // `公益金和捐赠哪个多?多多少`: commas and question marks do not make two questions of one computation.
  const computed = parts.length > 1 ? computeWhole(normalizeQuestion(question), library) : null;
  if (computed) return [computed];
  // Where nobody has asked before, numbers tell more of a question together than one by one.
  const isKnown = library.weigher.classifiers.size > 0;
  const [only, ...others] = parts;
  const together = only && others.length === 0 ? only.text : normalizeQuestion(question);
  const joint = isKnown ? null : answerTogether(together, library);
  if (joint) return joint;
  for (const part of parts) {
    // What was asked of another place first is asked of it still, until this one is named.
    if (outcomes.some(isElsewhere) && !namesOwnPlace(part.text, library)) continue;
    const told = outcomes.at(-1);
    // What no report has (`结婚登记多少对`) lends nothing to what is asked next (`收养的呢`).
    const untold = told?.status === 'abstained' ? (told.missing ?? []) : [];
    const lent = untold.reduce((said, word) => said.replace(word, ''), part.context ?? '');
    const isAbout = interpretQuestion(lent, library).terms.length > 0;
    const anew =
      untold.length > 0 ? answerWhole({ ...part, context: isAbout ? lent : null }, library, undefined) : [];
    for (const outcome of anew.some(isAnswered) ? anew : answerWhole(part, library, firstAnswer(told))) {
      outcomes.push(outcome);
      const isUntold = outcome.status === 'abstained' && outcome.reason !== 'other-period';
      if (isUntold || outcome.status === 'clarify') unanswered.set(outcome, part.text);
    }
  }
  // `一级、二级、三级馆各多少家`: beside what was answered of one, the others are looked for once more.
  const isOfEach = parts[1]?.isEach === true && outcomes.length === parts.length;
  const beside = isOfEach ? firstAnswer(outcomes.find(isAnswered)) : undefined;
  for (const [at, part] of beside ? parts.entries() : []) {
    const again =
      outcomes[at]?.status !== 'answered' && answerPart({ ...part, isEach: true }, library, beside);
    if (again && isAnswered(again)) outcomes[at] = again;
  }
  // `给上岁数的人睡的铺,全市有好多张`: a comma does not make two questions of one.
  const whole =
    parts.length > 1 && !outcomes.some(isAnswered)
      ? answerPart({ text: normalizeQuestion(question), context: null }, library)
      : null;
  if (whole && isAnswered(whole)) return [whole];
  const rest = isKnown && !outcomes.every(isAnswered) ? answerTogether(together, library) : null;
  if (rest) return rest;
  const lines = outcomes.some(isAnswered) ? null : answerLines(question, library);
  if (lines) return lines;
  return outcomes.some(isAnswered)
    ? outcomes.map((outcome) => namePart(outcome, unanswered.get(outcome)))
    : outcomes;
}

const isElsewhere = (outcome: Outcome): boolean =>
  outcome.status === 'abstained' && outcome.reason === 'other-region';

const namesOwnPlace = (text: string, { knowledge }: Library): boolean =>
  knowledge.reports.some(({ places }) => places.some((place) => text.includes(place)));

/** Answers each line of a message as a question of its own; null for a message of one line, or where no line is answered. */
function answerLines(question: string, library: Library): readonly Outcome[] | null {
  const lines = question.split('\n').filter((line) => SAYS_ANYTHING.test(line));
  if (lines.length < 2 || lines.length > MAX_LINES) return null;
  const outcomes = lines.flatMap((line) =>
    answerText(line, library).map((outcome) =>
      isAnswered(outcome) ? outcome : namePart(outcome, line.trim()),
    ),
  );
  return outcomes.some(isAnswered) ? outcomes : null;
}

/** More lines are no list of questions. */
const MAX_LINES = 5;

/** Beside answers to other parts, a refusal has to say which part it is of; there is no asking back beside an answer. */
function namePart(outcome: Outcome, text: string | undefined): Outcome {
  if (text === undefined || outcome.status === 'answered') return outcome;
  const refusal = outcome.status === 'clarify' ? refuse('not-covered', outcome.message) : outcome;
  return { ...refusal, message: WORDING.partNotFound(text) };
}

const isAnswered = ({ status }: Outcome): boolean => status === 'answered';

/** Refusals that may only mean that two things were asked for at once. */
const MISSING: readonly AbstainReason[] = ['no-number', 'not-covered', 'other-period'];

/** Answers a part, or both of the things it asks for at once where nothing answers it as a whole. */
function answerWhole(
  part: QuestionPart,
  library: Library,
  before: AnswerItem | undefined,
): readonly Outcome[] {
  const outcome = answerPart(part, library, before);
  const isMissing = outcome.status === 'abstained' && MISSING.includes(outcome.reason);
  const comparison = readComparison(part.text);
  if ((!isMissing && outcome.status !== 'answered') || (comparison && !comparison.isRise)) return [outcome];
  // `安置和培训的人数`: the number of one is no answer to both.
  const says = (said: Outcome, { text, bare }: HalfQuestion): boolean =>
    saysEach(said, text, library) || (bare !== undefined && saysEach(said, bare, library));
  for (const pair of splitJoined(part)) {
    if (!isMissing && pair.every((half) => says(outcome, half))) continue;
    const halves: Outcome[] = [];
    for (const half of pair) {
      const said = answerHalf(half, library);
      // Whatever the other half would say.
      if (!isAnswered(said) || (!isMissing && !says(said, half))) break;
      halves.push(said);
    }
    if (halves.length === pair.length && (!isMissing || areOfOneKind(halves))) return halves;
  }
  return [outcome];
}

/** A number and a sentence are no answers to the two halves of one asking (`西平县 生产总值`). */
const areOfOneKind = (halves: readonly Outcome[]): boolean =>
  new Set(halves.map((half) => isNumber(firstAnswer(half)))).size === 1;

/** `岗位和持证人数`: what is asked of the second need not hold for the first. */
function answerHalf(half: HalfQuestion, library: Library): Outcome {
  const outcome = answerPart(half, library);
  if (outcome.status === 'answered' || half.bare === undefined) return outcome;
  return answerPart({ text: half.bare, context: null }, library);
}

/** Whether the first number given is called by every word of a question. */
function saysEach(outcome: Outcome, question: string, library: Library): boolean {
  const first = outcome.status === 'answered' ? outcome.answers[0] : undefined;
  if (first?.kind !== 'figure' && first?.kind !== 'target') return false;
  const said = normalizeText(first.text);
  const { terms } = interpretQuestion(question, library);
  return (
    terms.length > 0 && terms.every(({ alternatives }) => alternatives.some((word) => said.includes(word)))
  );
}

/** The form in which a question is read: normalised, blanks of a draft asked for, spaces folded. */
export const normalizeQuestion = rememberLately((question) =>
  fillBlanks(normalizeText(readLines(question)))
    .replace(NOT_MEANT, ' ')
    .replace(/\s+/gu, ' ')
    .trim(),
);

/** Joins the outcomes of the parts of a question: first answers first, so that no part is buried under another. */
function combine(
  question: string,
  outcomes: readonly Outcome[],
  { version }: Pick<Knowledge, 'version'>,
): Answer {
  const answered = outcomes.flatMap((outcome) => (outcome.status === 'answered' ? [outcome.answers] : []));
  const refusals = outcomes.flatMap((outcome) => (outcome.status === 'abstained' ? [outcome] : []));
  const missing = [
    ...new Set(outcomes.flatMap((outcome) => (outcome.status === 'clarify' ? [] : (outcome.missing ?? [])))),
  ];
  const base = { question, knowledgeVersion: version };
  if (answered.length > 0) {
    const longest = Math.max(...answered.map(({ length }) => length));
    const answers = Array.from({ length: longest }, (_, rank) =>
      answered.flatMap((list) => list[rank] ?? []),
    ).flat();
    const merged = mergeParallel(answered.flatMap(([first]) => first ?? []));
    // What is said together need not be said again one by one.
    const firsts = merged ? answered.flatMap(([first]) => first ?? []) : [];
    const shown = [...(merged ? [merged] : []), ...answers.filter((item) => !firsts.includes(item))];
    const unique = shown.filter(
      (item, index) =>
        shown.findIndex((other) => other.text === item.text && other.start === item.start) === index,
    );
    const message = outcomes
      .map((outcome) => (outcome.status === 'clarify' ? '' : (outcome.message ?? '')))
      .join('');
    const said = message === '' ? {} : { message };
    return { ...base, status: 'answered', ...NOTHING, answers: unique, missing, ...said };
  }
  const unclear = outcomes.find((outcome) => outcome.status === 'clarify');
  if (unclear) {
    const { status, choices, message } = unclear;
    return { ...base, status, ...NOTHING, missing, choices, message };
  }
  const [{ reason, message: said, nearest } = refuse('empty', WORDING.empty)] = refusals;
  const isAllMissing = refusals.every((refusal) => (refusal.missing ?? []).length > 0);
  const message =
    isAllMissing && refusals.length > 1 && reason === 'not-covered' ? WORDING.missing(missing) : said;
  return { ...base, status: 'abstained', ...NOTHING, missing, nearest, reason, message };
}

/** Numbers that answer several parts and stand in one sentence, as one answer: `城市546元、农村410元`. */
function mergeParallel(firsts: readonly AnswerItem[]): AnswerItem | null {
  const numbers = firsts.filter((item) => item.kind === 'figure' || item.kind === 'target');
  // What one of them shows already is not said again.
  const figures = numbers.filter(
    (item) =>
      !numbers.some(
        (other) =>
          other !== item &&
          other.marks.length > item.marks.length &&
          item.marks.every(({ start }) => other.marks.some((mark) => mark.start === start)),
      ),
  );
  const [first] = figures;
  if (!first || firsts.length < 2 || numbers.length !== firsts.length) return null;
  if (figures.length === 1) return first;
  const isAlike = figures.every((item) => item.start === first.start && item.source === first.source);
  const isOneUnit = figures.every(({ unit }) => unit === first.unit);
  const isDistinct = new Set(figures.map(({ text }) => text)).size === figures.length;
  if (!isAlike || !isDistinct) return null;
  return {
    ...first,
    text: figures.map(({ text }) => text).join('、'),
    value: '',
    unit: isOneUnit ? first.unit : '',
    qualifier: '',
    marks: figures.flatMap(({ marks }) => marks).sort((a, b) => a.start - b.start),
  };
}
