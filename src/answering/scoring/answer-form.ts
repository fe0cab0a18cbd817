import type { Period } from '../../report/report.ts';
import { SHARE_DIMENSIONS } from '../../report/units.ts';
import type { FigureContext } from '../ranking/figure-context.ts';
import { isRate } from '../ranking/fits-dimension.ts';

/** What kind of answer something is, as far as the wording of a question can tell without knowing what it asks about. */
export type AnswerForm = {
  /** What kind of number, or `words` for a sentence. */
  readonly kind: string;
  /** Whether it was done or is aimed at; null where the report does not say. */
  readonly side: Period['kind'] | null;
};

/** Sides of a number that its own words tell. */
export type NumberAspects = {
  /** A share that says how something changed. */
  readonly isGrowth: boolean;
  /** What came new. */
  readonly isAdded: boolean;
  /** For each person, thing or month. */
  readonly isEach: boolean;
};

const IS_GROWTH = /增长|下降|增幅|涨/u;
const IS_EACH = /每|人均|户均/u;

/** Reads what the words beside a number tell of its kind. */
export function readNumberAspects({
  figure,
  printedOwn,
  clause,
}: Pick<FigureContext, 'figure' | 'printedOwn' | 'clause'>): NumberAspects {
  return {
    isGrowth: SHARE_DIMENSIONS.includes(figure.dimension) && IS_GROWTH.test(printedOwn),
    isAdded: printedOwn.includes('新'),
    isEach: IS_EACH.test(printedOwn + clause),
  };
}

/** The form of a number. */
export function formOfNumber({ figure }: Pick<FigureContext, 'figure'>, aspects: NumberAspects): AnswerForm {
  const { isGrowth, isAdded, isEach } = aspects;
  const kind = [
    isRate(figure.base) ? 'percent' : figure.dimension,
    ...(isGrowth ? ['growth'] : []),
    ...(isAdded && !isGrowth ? ['added'] : []),
    ...(isEach ? ['each'] : []),
    ...(figure.role === 'before' ? ['before'] : []),
  ];
  return { kind: kind.join('-'), side: figure.period?.kind ?? null };
}

/** The form of what answers in words. */
export const formOfSentence = (period: Period | null): AnswerForm => ({
  kind: 'words',
  side: period?.kind ?? null,
});

/** What a question asks for where no single candidate answers: nothing printed, a list, something computed. */
export type OtherForm = 'nothing' | 'list' | 'computed';
