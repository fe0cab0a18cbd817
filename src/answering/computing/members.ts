import { Decimal } from 'decimal.js';
import type { Dimension } from '../../report/units.ts';
import type { AnswerItem } from '../answer.ts';
import { composeFigures } from '../compose-figures.ts';
import type { Library } from '../library.ts';
import type { FigureContext } from '../ranking/figure-context.ts';
import { interpretQuestion } from '../understanding/interpret-question.ts';
import type { Choice } from './choice.ts';
import { bothCount, isSameUnit, likeness } from './likeness.ts';
import { type Computing, type Operand, weighSide } from './operand.ts';

/** Money is spent, given and raised; ranks are stood on: the words tell which numbers of a member are meant. */
const KINDS: readonly (readonly [pattern: RegExp, kinds: readonly Dimension[], said?: string])[] = [
  [/增速|增幅|增长|占比|比例|率/u, ['percent']],
  [/(?<!新)[涨增升降][得了]?[快慢多少](?!少)/u, ['percent'], '增长'],
  [/靠前|靠后|排名|名次|位次/u, ['ordinal']],
  [/钱|花|资金|经费|支出|投入|投资|开支/u, ['money']],
];

/** By what the members are measured, in the words of the question. */
export function readMeasure({ text, dimensions }: Pick<Computing['asked'], 'text' | 'dimensions'>): {
  kinds: readonly Dimension[];
  word: string;
} {
  for (const [pattern, kinds, said] of KINDS) {
    const [word] = pattern.exec(text)?.map((each) => said ?? each) ?? [];
    if (word !== undefined) return { kinds, word };
  }
  // `几个点` may be places.
  return { kinds: dimensions.includes('percent') ? [] : dimensions, word: '' };
}

/** What is named one by one, without words that only say what is measured; of two, both are things (`销售`). */
export function nameMembers(
  { members }: Pick<Computing['comparison'], 'members'>,
  library: Library,
): readonly string[] {
  return members.filter((member) =>
    interpretQuestion(member, library).terms.some(
      ({ role, isKnown }) => role !== 'soft' || (members.length === 2 && isKnown),
    ),
  );
}

/** One number of each member, all of one unit; the choices best first. */
export function chooseMembers({ comparison, asked, library }: Computing): Choice[] {
  const named = nameMembers(comparison, library);
  if (named.length < 2 || named.length < comparison.members.length - 1) return [];
  const { kinds, word } = readMeasure(asked);
  // What is measured of all is said with one of them, often the last.
  return chooseOneOfEach(
    named.map((member, at) => {
      const neighbour = at === named.length - 1 ? named[0] : named.at(-1);
      const period = interpretQuestion(member, library).period ?? asked.period;
      const text = member.includes(word) ? member : `${member}${word}`;
      return weighSide({ text, kinds, period }, neighbour ?? '', library);
    }),
  );
}

/** One operand of each list, all of one unit; the choices best first. */
export function chooseOneOfEach([first = [], ...others]: readonly (readonly Operand[])[]): Choice[] {
  return first
    .flatMap((start): Choice[] => {
      const chosen = others.map((list) => bestBeside(start, list));
      const operands = [start, ...chosen.filter((operand) => operand !== undefined)];
      const contexts = operands.map(({ context }) => context);
      if (new Set(contexts).size <= others.length) return [];
      return [
        {
          contexts,
          score: operands.reduce((sum, operand) => sum + fitBeside(start, operand), 0),
          support: Math.min(...operands.map(({ support }) => support)),
        },
      ];
    })
    .sort((a, b) => b.score - a.score);
}

const fitBeside = (start: Operand, operand: Operand): number =>
  operand.fit + (operand === start ? 0 : likeness(start.context, operand.context));

function bestBeside(start: Operand, list: readonly Operand[]): Operand | undefined {
  const isLike = ({ context }: Operand): boolean =>
    context !== start.context && (bothCount(context, start.context) || isSameUnit(context, start.context));
  return list.filter(isLike).sort((a, b) => fitBeside(start, b) - fitBeside(start, a))[0];
}

/** The largest or smallest first, then the others in order; for ranks the foremost is the smallest number. */
export function orderContexts(contexts: readonly FigureContext[], wantsLeast: boolean): FigureContext[] {
  const isRank = contexts[0]?.figure.dimension === 'ordinal';
  const direction = wantsLeast || isRank ? 1 : -1;
  return contexts.toSorted((a, b) => direction * new Decimal(a.figure.amount).comparedTo(b.figure.amount));
}

/** Numbers one by one, in order of size. */
export const orderMembers = (contexts: readonly FigureContext[], wantsLeast: boolean): AnswerItem[] =>
  orderContexts(contexts, wantsLeast)
    .slice(0, 3)
    .flatMap((context) => composeFigures([context]) ?? []);
