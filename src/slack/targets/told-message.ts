import { parseAmount, splitValueAndUnit } from '../../targets/amount.ts';
import { readDayNear } from '../../targets/read-digest-time.ts';
import type { NumericTarget } from '../../targets/target.ts';
import type { Told } from '../commands/command.ts';
import { contentOf } from './entry-content.ts';
import type { Begun } from './target-blocks.ts';
import { COMMAND } from './target-messages.ts';
import { readTarget, type TargetServices, todayOf } from './target-services.ts';

/**
 * What to say to somebody who told how far a target has come, and what the form begins with: the value as it was told, or
 * where an increase was told of a total, the total it would lead to.
 */
export async function readToldEntry(
  services: TargetServices,
  { target: targetId, said, added, day }: Told,
): Promise<{ readonly text: string; readonly begun: Begun }> {
  const read = day === undefined ? null : readDayNear(day, todayOf(services));
  const asOf = read === null ? {} : { asOf: read };
  const found = await readTarget(services, targetId);
  if (found?.target.kind === 'numeric' && !/\d/u.test(said))
    return { text: COMMAND.toldOfNumber(found.target.unit), begun: asOf };
  if (added === undefined || found?.target.kind !== 'numeric')
    return { text: COMMAND.told(said), begun: { said, ...asOf } };
  const { target, standing } = found;
  const told = `${added}${said}`;
  if (target.measure !== 'cumulative') return { text: COMMAND.toldAddedToLevel(told), begun: asOf };
  const { latest } = standing;
  if (latest?.kind !== 'value') return { text: COMMAND.toldAddedToNothing(told), begun: asOf };
  const sum = addUp(target, latest.value, said);
  const known = contentOf(latest, target);
  return sum === null
    ? { text: COMMAND.toldAdded(told, known), begun: asOf }
    : { text: COMMAND.toldAddedUp({ told, said, known, sum }), begun: { said: sum, ...asOf } };
}

/** Null where they are not of one unit. */
function addUp({ unit }: NumericTarget, before: string, said: string): string | null {
  const { value, unit: saidUnit } = splitValueAndUnit(said) ?? { value: '', unit: '' };
  const [total, more] = [parseAmount(before), parseAmount(value)];
  if (!total || !more || (saidUnit !== '' && saidUnit !== unit)) return null;
  return `${total.plus(more).toFixed()}${unit}`;
}
