import type { InputBlock, KnownBlock, ModalView, PlainTextOption } from '@slack/types';
import { CONFIDENCE_WORDS, STATE_WORDS } from '../../targets/digest-wording.ts';
import { CONFIDENCES, MILESTONE_STATES } from '../../targets/entry.ts';
import type { LocalDate } from '../../targets/local-date.ts';
import type { Target } from '../../targets/target.ts';
import { contextBlock, paragraphBlock, plainText, quoteBlock } from '../blocks/elements.ts';
import { INPUT_ELEMENT, TARGET_ACTIONS, TARGET_INPUTS, TARGET_VIEWS } from './target-ids.ts';
import { ENTRY_FORM } from './target-messages.ts';
import { encodeTargetValue, type TargetValue } from './target-values.ts';

/** Slack's maxima for options: text, groups, options of a group. */
const OPTION_LIMITS = { text: 75, groups: 100, perGroup: 100 } as const;

export function option(text: string, value: string): PlainTextOption {
  return { text: plainText(text.slice(0, OPTION_LIMITS.text)), value };
}

/** The form for one entry; without a target it asks for one first. The report's sentence stands above the fields. */
export function entryForm(input: {
  readonly subject: TargetValue<'entryForm'>;
  readonly targets: readonly Target[];
  readonly today: LocalDate;
  readonly mayRecord: boolean;
}): ModalView {
  const { subject, targets, today, mayRecord } = input;
  const target = targets.find(({ id }) => id === subject.target);
  const base = {
    type: 'modal',
    callback_id: TARGET_VIEWS.entryForm,
    title: plainText(ENTRY_FORM.title),
    close: plainText(ENTRY_FORM.cancel),
    private_metadata: encodeTargetValue('entryForm', subject),
  } as const;
  if (!target) return { ...base, blocks: [chooseBlock(targets)] };
  const blocks: KnownBlock[] = [
    paragraphBlock({ bold: target.name }),
    quoteBlock(target.quote),
    ...(mayRecord ? [] : [contextBlock(ENTRY_FORM.proposalHint)]),
    ...(subject.queue.length > 0 ? [contextBlock(ENTRY_FORM.left(subject.queue.length))] : []),
    measureBlock(target),
    {
      type: 'input',
      // A block of another id keeps nothing of what was typed for the target before.
      block_id: TARGET_INPUTS.asOf,
      label: plainText(ENTRY_FORM.asOf),
      element: { type: 'datepicker', action_id: INPUT_ELEMENT, initial_date: today },
    },
    {
      type: 'input',
      block_id: TARGET_INPUTS.confidence,
      label: plainText(ENTRY_FORM.confidence),
      element: {
        type: 'radio_buttons',
        action_id: INPUT_ELEMENT,
        options: CONFIDENCES.map((code) => option(CONFIDENCE_WORDS[code], code)),
        initial_option: option(CONFIDENCE_WORDS.high, 'high'),
      },
    },
    textInput(TARGET_INPUTS.note, ENTRY_FORM.note, { isMultiline: true, maxLength: 500 }),
    textInput(TARGET_INPUTS.evidence, ENTRY_FORM.evidence, { isMultiline: false, maxLength: 500 }),
  ];
  return { ...base, submit: plainText(ENTRY_FORM.submit), blocks };
}

function chooseBlock(targets: readonly Target[]): InputBlock {
  const sections = [...new Set(targets.map(({ section }) => section))].slice(0, OPTION_LIMITS.groups);
  return {
    type: 'input',
    block_id: TARGET_INPUTS.target,
    dispatch_action: true,
    label: plainText(ENTRY_FORM.target),
    element: {
      type: 'static_select',
      action_id: TARGET_ACTIONS.chooseTarget,
      placeholder: plainText(ENTRY_FORM.choose),
      option_groups: sections.map((section) => ({
        label: plainText((section.split('/').at(-1) ?? section).slice(0, OPTION_LIMITS.text)),
        options: targets
          .filter((target) => target.section === section)
          .slice(0, OPTION_LIMITS.perGroup)
          .map(({ id, name }) => option(name, id)),
      })),
    },
  };
}

function measureBlock(target: Target): InputBlock {
  if (target.kind === 'milestone') {
    return {
      type: 'input',
      block_id: TARGET_INPUTS.state,
      label: plainText(ENTRY_FORM.state),
      element: {
        type: 'radio_buttons',
        action_id: INPUT_ELEMENT,
        options: MILESTONE_STATES.map((code) => option(STATE_WORDS[code], code)),
      },
    };
  }
  return {
    type: 'input',
    block_id: TARGET_INPUTS.value,
    label: plainText(ENTRY_FORM.value(target.unit)),
    hint: plainText(target.measure === 'cumulative' ? ENTRY_FORM.cumulative : ENTRY_FORM.level),
    element: { type: 'plain_text_input', action_id: INPUT_ELEMENT, max_length: 40 },
  };
}

function textInput(
  block: string,
  label: string,
  { isMultiline, maxLength }: { readonly isMultiline: boolean; readonly maxLength: number },
): InputBlock {
  return {
    type: 'input',
    block_id: block,
    optional: true,
    label: plainText(label),
    element: {
      type: 'plain_text_input',
      action_id: INPUT_ELEMENT,
      multiline: isMultiline,
      max_length: maxLength,
    },
  };
}

/** Asks whether something unlikely is meant; the draft travels along. */
export function entryConfirmView(subject: TargetValue<'entryConfirm'>, doubts: readonly string[]): ModalView {
  return {
    type: 'modal',
    callback_id: TARGET_VIEWS.entryConfirm,
    title: plainText(ENTRY_FORM.confirmTitle),
    submit: plainText(ENTRY_FORM.confirm),
    close: plainText(ENTRY_FORM.back),
    private_metadata: encodeTargetValue('entryConfirm', subject),
    blocks: doubts.map((doubt) => paragraphBlock(doubt)),
  };
}
