import type { Answer, AnswerItem } from '../../answering/answer.ts';
import { judgeTarget } from '../../targets/judge-target.ts';
import type { Target } from '../../targets/target.ts';
import { readFactOfThis } from '../commands/read-asked-fact.ts';
import { readCommand } from '../commands/read-command.ts';
import { trimTyped } from '../commands/trim-typed.ts';
import { shortContent } from './entry-content.ts';
import { PROGRESS } from './target-messages.ts';
import { type TargetServices, todayOf } from './target-services.ts';

/** What one line can hold. */
const MAX_TARGETS = 2;

/**
 * What the ledger says about the targets an answer quotes, in one line: the report tells the aim, people how far it has
 * come. Undefined when nobody has said anything about them, or the answer is about none.
 */
export async function noteProgress(services: TargetServices, answer: Answer): Promise<string | undefined> {
  const asked = findTold(services.targets, answer);
  if (asked.length === 0) return undefined;
  const view = { asOf: todayOf(services), knownBefore: null };
  const read = await Promise.all(
    asked.map(async (target) => {
      const history = await services.records.ledger.entriesOf(target.id);
      return { target, latest: judgeTarget(target, history, view).latest };
    }),
  );
  const told = read.flatMap(({ target, latest }) => {
    if (!latest) return [];
    const unit = target.kind === 'numeric' ? target.unit : '';
    const isSample = latest.origin === 'sample';
    return [{ name: target.name, said: shortContent(latest, unit), asOf: latest.asOf, isSample }];
  });
  return told.length === 0 ? undefined : PROGRESS.line(told.slice(0, MAX_TARGETS), told.length);
}

/**
 * That nobody has reported on a target of which it was asked how far it has come, so that the report alone answers. In a
 * conversation it may be the one that is told (`还要改几个`): where it was reported, its card was shown instead.
 */
export function noteUnreported(
  { targets }: Pick<TargetServices, 'targets'>,
  text: string,
  { answer, isOfBefore }: { readonly answer: Answer; readonly isOfBefore: boolean },
): string | undefined {
  const asked = readCommand(text, targets);
  const isNamed = asked?.kind === 'card' && asked.ifReported === true;
  if (!isNamed && !(isOfBefore && readFactOfThis(trimTyped(text)) === 'now')) return undefined;
  const [only, ...others] = isNamed
    ? targets.filter(({ id }) => id === asked.target)
    : findTold(targets, answer);
  return only && others.length === 0 ? PROGRESS.notReported(only.name) : undefined;
}

/**
 * That what somebody told of a target was taken for a question: whoever does not report on it may still have meant to. Words
 * like 完成 are in questions, too, so only a value is worth it.
 */
export function noteUnrecorded(
  { targets }: Pick<TargetServices, 'targets'>,
  text: string,
): string | undefined {
  const told = readCommand(text, targets);
  if (told?.kind !== 'told' || !/\d/u.test(told.said)) return undefined;
  const target = targets.find(({ id }) => id === told.target);
  return target && PROGRESS.notRecorded(target.name, `${told.added ?? ''}${told.said}`);
}

/** The targets that an answer tells. */
export const findTold = (targets: readonly Target[], answer: Pick<Answer, 'answers'>): readonly Target[] =>
  targets.filter((target) => answer.answers.some((item) => aimsAt(item, target)));

/**
 * Whether a target is what an answer tells: its number is the one that is marked, or all that is quoted in answer to what
 * is aimed at in words.
 */
function aimsAt(item: AnswerItem, target: Target): boolean {
  if (item.period?.kind !== 'target' || item.source !== target.source) return false;
  const isWithin = ({ start, end }: { readonly start: number; readonly end: number }) =>
    target.start <= start && end <= target.end;
  switch (item.kind) {
    case 'figure':
    case 'target':
      return item.marks.length === 0 ? isWithin(item) : item.marks.some(isWithin);
    case 'passage':
      return isWithin(item) || (item.start === target.start && target.end <= item.end);
    case 'comparison':
      return item.inputs.some(({ valueStart: start, valueEnd: end }) => isWithin({ start, end }));
    case 'section':
      return false;
  }
}
