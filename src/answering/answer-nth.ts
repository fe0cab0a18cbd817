import { readNumeral } from '../report/chinese-numerals.ts';
import type { Span } from '../report/span.ts';
import { removeFrames } from './language/question-frames.ts';
import type { Library } from './library.ts';
import type { Outcome } from './outcome.ts';
import { quoteSpan } from './quotes.ts';
import { composeSection, type ListableContext } from './ranking/describe-sections.ts';
import { refuse } from './refusals.ts';
import { WORDING } from './wording.ts';

const STEP =
  /(?:第(?<count>[一二三四五六七八九十]+|\d+)(?:大|个)?|最后一个?)(?<of>部分|章|篇|小?节|条|项|点|块|段|方面)/gu;
/** Nothing is asked but what stands there. */
const ASKS_WHAT_STANDS =
  /^(?:里面?|中|都|主要|具体|的|[讲说写是有了到]|什么|啥|哪些|内容|[原全]文|原话|怎么|呢|吗|给我|看看?|发我|[\s,])*$/u;
/** Parts of the whole report; finer ones are counted anew below each. */
const OF_REPORT = /部分|章|篇/u;

/**
 * Answers what stands at a place that is told by counting (`第二部分第三节讲什么`, `2019年发展目标第三节原文`), as those who
 * read along do; null for any other question.
 */
export function answerNth(text: string, { listables }: Pick<Library, 'listables'>): Outcome | null {
  const steps = [...text.matchAll(STEP)];
  const [first] = steps;
  const last = steps.at(-1);
  if (!first || !last || !ASKS_WHAT_STANDS.test(text.slice(last.index + last[0].length))) return null;
  if (lettersOf(text.slice(first.index, last.index).replace(STEP, '')) !== '') return null;
  const named = listables.filter(({ isIntroduction, isNameless }) => !isIntroduction && !isNameless);
  const name = lettersOf(removeFrames(text.slice(0, first.index)));
  const start = name === '' ? null : findNamed(name, named);
  if (start === undefined || (!start && !OF_REPORT.test(first.groups?.of ?? ''))) return null;
  let context: ListableContext | null = start;
  let point: Span | undefined;
  for (const { groups: { count = '' } = {} } of steps) {
    if (point && !context) return null;
    const points: readonly Span[] = context ? context.points : partsOf(named);
    // Without a number the last is meant.
    point = points.at(readNumeral(count) - 1);
    if (!point) return refuse('not-covered', WORDING.fewerPoints(context?.name ?? null, points.length));
    const { start: at } = point;
    context = named.find(({ title }) => title.start === at) ?? null;
  }
  return point && listables[0]
    ? { status: 'answered', answers: [compose(point, context, listables[0])] }
    : null;
}

const compose = (point: Span, context: ListableContext | null, { known }: ListableContext) => {
  if (context) return composeSection(context);
  const quote = quoteSpan(known, point);
  return { kind: 'passage' as const, text: quote.quote, period: null, ...quote };
};

const lettersOf = (text: string): string => text.replace(/[^\p{L}\p{N}]|[的里中]|部分$/gu, '');

/** The parts a report is divided into. */
function partsOf(named: readonly ListableContext[]): readonly Span[] {
  const depths = named.map(({ depth }) => depth).filter((depth) => depth > 0);
  return named.filter(({ depth }) => depth === Math.min(...depths)).map(({ title }) => title);
}

/** The one place that is called so, in whole or with words left out (`2018年回顾`); undefined where none or several are. */
function findNamed(name: string, named: readonly ListableContext[]): ListableContext | undefined {
  const called = [
    named.filter((context) => lettersOf(context.name).includes(name)),
    named.filter((context) => holdsInOrder(lettersOf(context.name), name)),
  ].find(({ length }) => length > 0);
  const top = Math.min(...(called ?? []).map(({ depth }) => depth));
  const [only, ...others] = (called ?? []).filter(({ depth }) => depth === top);
  return others.length === 0 ? only : undefined;
}

/** Whether a text has all characters of another in their order, whatever stands between them. */
function holdsInOrder(text: string, characters: string): boolean {
  let from = 0;
  for (const character of characters) {
    const at = text.indexOf(character, from);
    if (at === -1) return false;
    from = at + character.length;
  }
  return true;
}
