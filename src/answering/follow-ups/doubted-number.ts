import { nameFigure } from '../compose-figures.ts';
import { readComparison } from '../language/comparisons.ts';
import type { Library } from '../library.ts';
import { interpretQuestion } from '../understanding/interpret-question.ts';
import { findToldFigures } from '../understanding/told-numbers.ts';
import { periodLabel } from '../wording.ts';
import type { Before, Meaning } from './list-meanings.ts';
import type { FollowUpMessage } from './read-message.ts';

/** A message that asks for a number, or what one stands for, doubts none. */
const ASKS_MORE = /多少|几|什么|啥|谁|哪/u;
/** What people end a doubt with, and is read as a unit. */
const ENDING = /[了吗吧么呢呀啊]+$/u;

/**
 * `真是58.27亿吗`, `276件?` after a number was told: whether it is that one, as a question to be checked like a draft. Null for
 * a message that says more than a number, and where no single number was told.
 */
export function completeDoubt(
  { bare, leadsOn, interpretation: { period } }: FollowUpMessage,
  { figure, row }: Pick<Before, 'figure' | 'row'>,
  library: Library,
): Meaning | null {
  const [stated, ...others] = findToldFigures(bare);
  if (!stated || others.length > 0 || leadsOn || period !== null || stated.dimension === 'age') return null;
  const around = `${bare.slice(0, stated.start)} ${bare.slice(stated.end)}`;
  if (ASKS_MORE.test(around) || readComparison(bare)) return null;
  if (interpretQuestion(around, library).terms.some(({ role }) => role !== 'soft')) return null;
  const meant = row.find((each) => each.figure.amount === stated.amount) ?? (row.length > 1 ? null : figure);
  if (!meant) return null;
  const time = meant.figure.period ? periodLabel({ ...meant.figure.period, kind: 'actual' }) : '';
  const number = bare.slice(stated.start, stated.end).replace(ENDING, '');
  return { question: `${time}${nameFigure(meant)}${number}对吗`, taken: 'subject' };
}
