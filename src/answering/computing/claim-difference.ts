import { holdsNumber } from '../../report/holds-number.ts';
import { SHARE_DIMENSIONS } from '../../report/units.ts';
import type { Claim, Stated } from '../language/drafts.ts';
import type { FigureContext } from '../ranking/figure-context.ts';
import { readNumberAspects } from '../scoring/answer-form.ts';
import { MAY_BE_ADDED } from '../scoring/asked-evidence.ts';
import { WORDING } from '../wording.ts';
import { COUNTED } from './likeness.ts';

/** A number of a draft beside a printed or reckoned one, with the words the printed one stands in. */
type Beside = {
  readonly stated: Stated;
  readonly figure: Stated;
  readonly context?: FigureContext;
};

/** Whether one number may be meant by another: of one kind, or the same digits in another unit. */
export const areComparable = (one: Stated, other: Stated): boolean =>
  one.dimension === other.dimension ||
  one.numeral === other.numeral ||
  one.dimension === 'none' ||
  [SHARE_DIMENSIONS, COUNTED].some((kinds) =>
    [one, other].every(({ dimension }) => kinds.includes(dimension)),
  );

/**
 * Says in what a number of a draft differs from a printed one; empty where only the number does, null where nothing does.
 */
export function findDifference(claim: Claim, { stated, figure, context }: Beside): string | null {
  if (isOtherUnit(stated, figure)) return WORDING.draftUnit(stated.unit, figure.unit);
  const other = context && findOtherSense(claim, stated, context);
  if (other) return other;
  if (holdsNumber(stated, figure) !== claim.isDenied) return null;
  const isScale = stated.numeral === figure.numeral && stated.amount !== figure.amount;
  return isScale && !claim.isDenied ? WORDING.draftUnit(stated.unit, figure.unit) : '';
}

/** Things are counted in whatever measure word; persons, times and households are each their own. */
function isOtherUnit(stated: Stated, figure: Stated): boolean {
  const [one, other] = [stated, figure].map(({ base }) => base.split('/')[0]);
  const counts = [stated, figure].some(({ dimension }) => dimension === 'count');
  const isLoose = counts && [stated, figure].every(({ dimension }) => LOOSE.includes(dimension));
  return one !== other && stated.dimension !== 'none' && !isLoose;
}

const LOOSE: readonly string[] = ['count', 'people', 'households'];

/** How often an amount comes: `每月`, `元/年`. */
const EVERY = /(?<=[每/])(?:年|月|[天日]|周|季)/gu;

/** Where a draft tells of a change, or of what is new, and the report of a whole, the other way round, or of another time. */
function findOtherSense({ words }: Claim, stated: Stated, context: FigureContext): string | null {
  const { figure, known, printedOwn, shared } = context;
  const clause = known.report.source.slice(figure.clause.start, figure.clause.end);
  const isMoved = (states: Stated['states'], own: string): boolean =>
    states === 'change' || readNumberAspects({ figure, printedOwn: own, clause: '' }).isAdded;
  if (isMoved(stated.states, words) && !isMoved(figure.states, clause)) return WORDING.draftIsChange;
  const mayMove =
    stated.states === 'change' || MAY_BE_ADDED.test(words) || SHARE_DIMENSIONS.includes(figure.dimension);
  if (!mayMove && isMoved(figure.states, printedOwn)) return WORDING.reportIsChange;
  if (stated.direction && figure.direction && stated.direction !== figure.direction)
    return WORDING.draftDirection;
  const [mine = [], its = []] = [`${words}${stated.unit}`, `${printedOwn}${shared}${figure.unit}`].map(
    (said) => [...said.matchAll(EVERY)].map(([every]) => every),
  );
  const [time] = mine;
  const [printed] = its;
  return time && printed && !its.includes(time) ? WORDING.draftEvery(time, printed) : null;
}
