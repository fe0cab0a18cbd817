import type { InputBlock, KnownBlock, ModalView } from '@slack/types';
import { CONFIDENCE_WORDS, dayText, STATE_WORDS, targetGoalText } from '../../targets/digest-wording.ts';
import { CONFIDENCES, type EntryOf, type Measurement, MILESTONE_STATES } from '../../targets/entry.ts';
import type { LocalDate } from '../../targets/local-date.ts';
import { readDayNear } from '../../targets/read-digest-time.ts';
import type { Target } from '../../targets/target.ts';
import {
  actionsBlocks,
  contextBlock,
  headerBlock,
  paragraphBlock,
  plainText,
  quoteBlock,
} from '../blocks/elements.ts';
import { splitEntry } from '../commands/read-told.ts';
import { option } from './list-selects.ts';
import { type Begun, targetButton } from './target-blocks.ts';
import { INPUT_ELEMENT, TARGET_ACTIONS, TARGET_INPUTS, TARGET_VIEWS } from './target-ids.ts';
import { CARD, ENTRY_FORM, TARGET_BUTTONS } from './target-messages.ts';
import { encodeTargetValue, type TargetValue } from './target-values.ts';

/** Slack's maxima for the menu of targets: groups, options of a group, text of either. */
const MENU_LIMITS = { groups: 100, perGroup: 100, text: 75 } as const;

/** Longest note and evidence. With them a draft fits into the view that asks about it, however it is escaped. */
const MAX_TEXT = 400;

/** Longest value, with its unit and all. */
const MAX_VALUE = 40;

/** The block of a field for one target; see {@link TARGET_INPUTS}. */
export function fieldBlock(field: string, targetId: string): string {
  return `${field}:${targetId}`;
}

const base = {
  type: 'modal',
  callback_id: TARGET_VIEWS.entryForm,
  title: plainText(ENTRY_FORM.title),
  close: plainText(ENTRY_FORM.cancel),
} as const;

/** The form without a target: asks for one, those of the person first. */
export function chooseForm(
  subject: TargetValue<'entryForm'>,
  targets: readonly Target[],
  mine: ReadonlySet<string>,
): ModalView {
  const groups = Map.groupBy(targets, ({ id, section }) =>
    mine.has(id) ? ENTRY_FORM.mine : (section.split('/').at(-1) ?? section),
  );
  const own = groups.get(ENTRY_FORM.mine);
  groups.delete(ENTRY_FORM.mine);
  const shown = [...(own ? [[ENTRY_FORM.mine, own] as const] : []), ...groups].slice(0, MENU_LIMITS.groups);
  return {
    ...base,
    private_metadata: encodeTargetValue('entryForm', subject),
    blocks: [
      {
        // No input block: those ask for a submit button, and the choice alone already goes on to the form.
        type: 'section',
        text: plainText(ENTRY_FORM.target),
        accessory: {
          type: 'static_select',
          action_id: TARGET_ACTIONS.chooseTarget,
          placeholder: plainText(ENTRY_FORM.choose),
          option_groups: shown.map(([label, grouped]) => ({
            label: plainText(label.slice(0, MENU_LIMITS.text)),
            options: grouped.slice(0, MENU_LIMITS.perGroup).map(({ id, name }) => option(name, id)),
          })),
        },
      },
    ],
  };
}

/** The form for one entry. The report's sentence and what was said last stand above the fields. */
export function entryForm(input: {
  readonly subject: TargetValue<'entryForm'>;
  readonly target: Target;
  readonly latest: Measurement | null;
  /** The entry to be put right; its content stands in the fields. */
  readonly corrected: Measurement | null;
  readonly begun?: Begun | undefined;
  readonly today: LocalDate;
  readonly mayRecord: boolean;
}): ModalView {
  const { subject, target, latest, corrected, begun = {}, today, mayRecord } = input;
  const goal = target.kind === 'numeric' ? targetGoalText(target) : '';
  const typed = readTyped(target, begun, today);
  const said = latest ? `${contentOf(latest, target)}（${dayOf(latest)}）` : '';
  const blocks: KnownBlock[] = [
    headerBlock(target.name),
    quoteBlock(target.quote),
    contextBlock(ENTRY_FORM.known(goal, said)),
    ...(corrected
      ? [paragraphBlock(ENTRY_FORM.correcting(corrected.seq, contentOf(corrected, target), dayOf(corrected)))]
      : []),
    ...(mayRecord ? [] : [contextBlock(ENTRY_FORM.proposalHint)]),
    measureBlock(target, typed.measured ?? corrected),
    {
      type: 'input',
      block_id: fieldBlock(TARGET_INPUTS.asOf, target.id),
      label: plainText(ENTRY_FORM.asOf),
      element: {
        type: 'datepicker',
        action_id: INPUT_ELEMENT,
        initial_date: corrected?.asOf ?? begun.asOf ?? typed.asOf ?? today,
      },
    },
    {
      type: 'input',
      block_id: fieldBlock(TARGET_INPUTS.confidence, target.id),
      label: plainText(ENTRY_FORM.confidence),
      element: {
        type: 'radio_buttons',
        action_id: INPUT_ELEMENT,
        options: CONFIDENCES.map((code) => option(CONFIDENCE_WORDS[code], code)),
        // Nothing is chosen for the person: how sure they are is theirs to say.
        ...(corrected
          ? { initial_option: option(CONFIDENCE_WORDS[corrected.confidence], corrected.confidence) }
          : {}),
      },
    },
    textInput(fieldBlock(TARGET_INPUTS.note, target.id), {
      label: ENTRY_FORM.note,
      isMultiline: true,
      // What was said of the entry still is; why it is put right comes after it.
      initial: [corrected?.note ?? '', typed.note].filter((note) => note !== '').join('\n'),
    }),
    textInput(fieldBlock(TARGET_INPUTS.evidence, target.id), {
      label: ENTRY_FORM.evidence,
      isMultiline: false,
      initial: corrected?.evidence ?? '',
    }),
    ...roundBlocks(subject),
  ];
  return {
    ...base,
    ...(corrected ? { title: plainText(ENTRY_FORM.correctTitle) } : {}),
    submit: plainText(ENTRY_FORM.submit),
    private_metadata: encodeTargetValue('entryForm', subject),
    blocks,
  };
}

function contentOf(entry: Measurement, target: Target): string {
  return entry.kind === 'value'
    ? `${entry.value}${target.kind === 'numeric' ? target.unit : ''}`
    : STATE_WORDS[entry.state];
}

const dayOf = ({ asOf, origin }: Measurement): string =>
  `${dayText(asOf)}${origin === 'sample' ? CARD.alsoSample : ''}`;

/** In a round: how many are left, and a way past this one. */
function roundBlocks({ queue }: TargetValue<'entryForm'>): KnownBlock[] {
  if (queue.length === 0) return [];
  // What comes next stands in the view itself.
  const skip = targetButton({ label: TARGET_BUTTONS.skip, action: TARGET_ACTIONS.skipTarget, value: 'skip' });
  return [...actionsBlocks([skip]), contextBlock(ENTRY_FORM.left(queue.length))];
}

/** What a measure field begins with. */
type Measured = Pick<EntryOf<'value'>, 'kind' | 'value'> | Pick<EntryOf<'state'>, 'kind' | 'state'>;

/** Nothing of what was typed is lost, and nothing of it counts before the form is submitted. */
function readSaid(target: Target, typed: string): Measured | null {
  if (typed === '') return null;
  // `完成` alone says nothing of a number.
  if (target.kind === 'numeric')
    return /\d/u.test(typed) ? { kind: 'value', value: typed.slice(0, MAX_VALUE) } : null;
  const state = MILESTONE_STATES.find((code) => STATE_WORDS[code] === typed);
  return state === undefined ? null : { kind: 'state', state };
}

/** What was typed, in the fields it belongs to. What is no such number or state may be said of it all the same. */
function readTyped(
  target: Target,
  { said = '' }: Begun,
  today: LocalDate,
): { readonly measured: Measured | null; readonly note: string; readonly asOf?: LocalDate | null } {
  const told = splitEntry(said);
  const measured = readSaid(target, told.said ?? '');
  if (measured)
    return {
      measured,
      note: told.note ?? '',
      ...(told.day === undefined ? {} : { asOf: readDayNear(told.day, today) }),
    };
  const whole = readSaid(target, said);
  return { measured: whole, note: whole ? '' : said };
}

function measureBlock(target: Target, begun: Measured | null): InputBlock {
  if (target.kind === 'milestone') {
    const chosen = begun?.kind === 'state' ? begun.state : null;
    return {
      type: 'input',
      block_id: fieldBlock(TARGET_INPUTS.state, target.id),
      label: plainText(ENTRY_FORM.state),
      element: {
        type: 'radio_buttons',
        action_id: INPUT_ELEMENT,
        options: MILESTONE_STATES.map((code) => option(STATE_WORDS[code], code)),
        ...(chosen ? { initial_option: option(STATE_WORDS[chosen], chosen) } : {}),
      },
    };
  }
  return {
    type: 'input',
    block_id: fieldBlock(TARGET_INPUTS.value, target.id),
    label: plainText(ENTRY_FORM.value(target.unit)),
    hint: plainText(target.measure === 'cumulative' ? ENTRY_FORM.cumulative : ENTRY_FORM.level),
    element: {
      type: 'plain_text_input',
      action_id: INPUT_ELEMENT,
      max_length: MAX_VALUE,
      ...(begun?.kind === 'value' ? { initial_value: begun.value } : {}),
    },
  };
}

function textInput(
  block: string,
  field: { readonly label: string; readonly isMultiline: boolean; readonly initial: string },
): InputBlock {
  return {
    type: 'input',
    block_id: block,
    optional: true,
    label: plainText(field.label),
    element: {
      type: 'plain_text_input',
      action_id: INPUT_ELEMENT,
      multiline: field.isMultiline,
      max_length: MAX_TEXT,
      ...(field.initial === '' ? {} : { initial_value: field.initial.slice(0, MAX_TEXT) }),
    },
  };
}

/** Asks whether something unlikely is meant; the draft travels along. */
export function entryConfirmView(
  subject: TargetValue<'entryConfirm'>,
  about: { readonly target: Target; readonly value: string | null; readonly doubts: readonly string[] },
): ModalView {
  const { draft, queue } = subject;
  const { target, value, doubts } = about;
  const content =
    target.kind === 'numeric' ? `${value ?? ''}${target.unit}` : STATE_WORDS[draft.state ?? 'in-progress'];
  return {
    type: 'modal',
    callback_id: TARGET_VIEWS.entryConfirm,
    title: plainText(ENTRY_FORM.confirmTitle),
    submit: plainText(ENTRY_FORM.confirm),
    // In a round this view has taken the place of the form, so there is no way back to it.
    close: plainText(queue.length > 0 ? ENTRY_FORM.cancel : ENTRY_FORM.back),
    private_metadata: encodeTargetValue('entryConfirm', subject),
    blocks: [
      paragraphBlock({ bold: ENTRY_FORM.about(target.name, content, draft.asOf) }),
      ...doubts.map((doubt) => paragraphBlock(doubt)),
    ],
  };
}
