import { isGeneralWord } from '../language/list-questions.ts';
import type { Term } from '../understanding/lexicon.ts';
import type { ListableContext } from './describe-sections.ts';

export type RankedSection = {
  readonly context: ListableContext;
  readonly score: number;
  /** Whether its name, or nearly all of its points, say a topic of the question. */
  readonly isNamed: boolean;
  /** Whether its name and the names above it say every topic. */
  readonly isWhollyNamed: boolean;
  /** The terms its name, or nearly all of its points, say. */
  readonly about: ReadonlySet<Term>;
};

/** Words that rank only weigh little, but tell 社会救助 from 社会工作. */
const SOFT_WEIGHT = 0.4;
/** The last word asked for is what the name is a name of (`主要目标是:`). */
const CLOSING_BONUS = 0.06;
/** Neighbouring words of the question that stand together in a name too. */
const ADJACENCY_BONUS = 0.2;
/** A noun of the name beside what is asked for makes it a part of that (`社会组织党建` is a part of 社会组织). */
const NARROWING_PENALTY = 0.2;
/** Its name, or nearly all of its points, say all that is asked about. */
const WHOLLY_ABOUT_BONUS = 0.1;
/** What the names of the points say is as good as said, where another topic is said beside it. */
const OUTLINE_VALUE = 0.8;
/** From this many sections of one parent that fit equally, the parent is meant (`哪几大行动`). */
const MIN_SIBLINGS = 3;

/** Ranks what can be listed for the words of a question, best first; only places that cover every topic word. */
export function rankSections(
  contexts: readonly ListableContext[],
  asked: readonly Term[],
  kinds: ReadonlySet<Term> = new Set(),
): RankedSection[] {
  // That something is done or planned is said of every section.
  const specific = asked.filter(({ role, text }) => role !== 'soft' || !isGeneralWord(text));
  const terms = specific.length > 0 ? specific : asked;
  if (terms.length === 0) return [];
  const bigrams = collectBigrams(terms);
  const topics = terms.filter(({ role }) => role !== 'soft');
  const hasTopic = topics.length > 0;
  // `今年有哪些任务` is about the whole, not about a section that happens to have the word in its name.
  const named = contexts.filter(({ isNameless }) => !isNameless);
  const candidates =
    specific.length > 0 ? named : named.filter(({ depth, isIntroduction }) => isIntroduction || depth <= 1);
  const words = new Map(terms.map((term) => [term, readWords(term)]));
  const ranked = candidates.flatMap((context): RankedSection[] => {
    let weight = 0;
    let score = 0;
    let named = 0;
    let outlined = 0;
    let isWhollyNamed = true;
    const about = new Set<Term>();
    for (const term of terms) {
      const { alternatives, text } = term;
      const { telling, halves } = words.get(term) ?? readWords(term);
      const role = kinds.has(term) ? 'soft' : term.role;
      const share = role === 'soft' ? SOFT_WEIGHT : 1;
      const holds = (zone: string): boolean => alternatives.some((word) => zone.includes(word));
      weight += share;
      if (holds(context.name) || halves.some((pair) => holdsInParts(context.name, pair))) {
        if (!hasTopic || role !== 'soft') named += 1;
        about.add(term);
        score += share * (context.name.includes(text) ? 1 : 0.95);
      } else if (topics.length > 1 && holds(context.outline)) {
        if (role !== 'soft') outlined += 1;
        about.add(term);
        score += share * OUTLINE_VALUE;
      } else if (holds(context.above)) score += share * 0.5;
      else if (pervades(context, telling)) {
        if (role === 'topic') named += 1;
        about.add(term);
        score += share * 0.7;
      } else if (holds(context.body)) {
        if (role !== 'soft' || !hasTopic) isWhollyNamed = false;
        score += share * (0.3 + 0.2 * density(context.body, alternatives));
      } else if (role !== 'soft') return [];
      else if (!hasTopic) isWhollyNamed = false;
    }
    const adjacent =
      bigrams.filter((bigram) => context.name.includes(bigram)).length / Math.max(1, bigrams.length);
    const closing = terms
      .at(-1)
      ?.alternatives.some((word) => context.name.replace(/是$/u, '').endsWith(word));
    const brevity = 1 / (1 + context.name.length / 20);
    const total =
      score / weight +
      ADJACENCY_BONUS * adjacent +
      0.1 * brevity -
      0.02 * context.depth +
      (closing ? CLOSING_BONUS : 0) +
      (topics.every((term) => about.has(term)) ? WHOLLY_ABOUT_BONUS : 0);
    // `优抚、双拥`: several topics may be points of one section each.
    const isNamed = named > 0 || outlined > 1;
    return [{ context, score: total, isNamed, isWhollyNamed: isWhollyNamed && isNamed, about }];
  });
  const narrowing = ({ context }: RankedSection): number =>
    isNarrowed(context, asked) ? NARROWING_PENALTY : 0;
  return raiseParents(ranked, terms)
    .map((entry) => ({ ...entry, score: entry.score - narrowing(entry) }))
    .sort((a, b) => b.score - a.score || a.context.span.start - b.context.span.start);
}

/** Nouns that end the name of whatever is done (`养老服务体系`) and tell nothing more closely. */
const HEADS =
  /^(?:工作|事业|体系|机制|制度|服务|水平|能力|建设|改革|管理|发展|保障|格局|行动|任务|政策|力度|质量|领域|重点|成效|基础|作用|方面|工程)+$/u;

/** Whether a noun nobody asked for stands right beside a topic in the name, or makes one word with it. */
function isNarrowed({ name, nouns }: ListableContext, terms: readonly Term[]): boolean {
  const topics = terms.filter(({ role }) => role !== 'soft');
  const isAsked = Array.from({ length: name.length }, () => false);
  const clauses = [...name.matchAll(/[^,。:;]+/gu)];
  const countTopics = (text: string): number =>
    topics.filter(({ alternatives }) => alternatives.some((word) => text.includes(word))).length;
  const most = Math.max(0, ...clauses.map(([text]) => countTopics(text)));
  for (const clause of clauses) {
    // What is done in another clause than that of the topics (`…,建设美丽家园`) is not what is asked to be done.
    if (countTopics(clause[0]) < most) continue;
    for (const word of terms.flatMap(({ alternatives }) => alternatives)) {
      const at = clause[0].indexOf(word);
      if (at >= 0) isAsked.fill(true, clause.index + at, clause.index + at + word.length);
    }
  }
  return nouns.some((noun) => {
    const own = Array.from({ length: noun.end - noun.start }, (_, at) => noun.start + at).filter(
      (at) => !isAsked[at],
    );
    const isBeside = own.some((at) => isAsked[at - 1] || isAsked[at + 1]);
    return isBeside && own.length > 1 && !HEADS.test(own.map((at) => name.charAt(at)).join(''));
  });
}

/** Puts a section first whose children all answer alike: the question is about them together. */
function raiseParents(ranked: readonly RankedSection[], terms: readonly Term[]): RankedSection[] {
  return ranked.map((entry) => {
    const children = ranked.filter(
      ({ context, isNamed }) =>
        isNamed &&
        entry.context.points.some(
          (point) => point.start === context.title.start && context.depth === entry.context.depth + 1,
        ),
    );
    const scores = children.map(({ score }) => score);
    const best = Math.max(...scores, 0);
    const alike = scores.filter((score) => best - score < 0.1).length;
    return alike >= MIN_SIBLINGS && alike >= entry.context.points.length / 2
      ? {
          ...entry,
          score: best + 0.05,
          isNamed: true,
          isWhollyNamed: children.every((child) => child.isWhollyNamed),
          about: new Set(terms.filter((term) => children.every((child) => child.about.has(term)))),
        }
      : entry;
  });
}

function collectBigrams(terms: readonly Term[]): string[] {
  const text = terms.map((term) => term.text).join('');
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2));
}

/** What is looked for of a term in every section. */
type WordsOfTerm = {
  /** Those that may be what a section is about: a lone character stands in too many words. */
  readonly telling: readonly string[];
  /** The halves of its words of four characters. */
  readonly halves: readonly (readonly [string, string])[];
};

function readWords({ alternatives }: Term): WordsOfTerm {
  return {
    // 信息化 is told in words of 信息.
    telling: alternatives.map((word) => word.replace(/(?<=..)化$/u, '')).filter((word) => word.length > 1),
    halves: alternatives.flatMap((word): [string, string][] =>
      word.length === 4 ? [[word.slice(0, 2), word.slice(2)]] : [],
    ),
  };
}

/** 婚姻收养登记 names 婚姻登记 too: both halves of a word of four stand in the name, in order. */
function holdsInParts(name: string, [first, second]: readonly [string, string]): boolean {
  const at = name.indexOf(first);
  return at >= 0 && name.indexOf(second, at) > at;
}

/** Share of the points of a section that speak of a topic, from which the section is about it though not named so. */
const PERVADING_SHARE = 0.6;

function pervades(context: ListableContext, telling: readonly string[]): boolean {
  if (context.points.length < 2 || context.depth < 2) return false;
  if (!telling.some((word) => context.body.includes(word))) return false;
  const speaking = context.pointTexts.filter((point) => telling.some((word) => point.includes(word)));
  return speaking.length / context.points.length > PERVADING_SHARE;
}

/** How much of a text is made of a word: 1 from one mention every sixty characters on. */
function density(text: string, words: readonly string[]): number {
  const mentions = words.reduce((sum, word) => sum + countMentions(text, word), 0);
  return Math.min(1, (mentions * 60) / Math.max(60, text.length));
}

function countMentions(text: string, word: string): number {
  let count = 0;
  if (word === '') return count;
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + word.length)) count += 1;
  return count;
}
