import type { ModalView } from '@slack/types';
import { STATUS_LABELS } from '../../targets/digest-wording.ts';
import { STATUSES } from '../../targets/entry.ts';
import type { Target } from '../../targets/target.ts';
import { paragraphBlock, plainText } from '../blocks/elements.ts';
import { isSlackId } from '../slack-ids.ts';
import { option } from './list-selects.ts';
import { INPUT_ELEMENT, TARGET_INPUTS, TARGET_VIEWS } from './target-ids.ts';
import { ENTRY_FORM, MANAGE } from './target-messages.ts';
import { encodeTargetValue, type TargetValue } from './target-values.ts';

/** Values of the choice in the form besides the statuses. */
export const ADJUSTMENTS = { pause: 'pause', byRule: 'by-rule' } as const;

/** Who answers for a target; `unknown` is a name that was typed and that nobody has. */
export function assignForm(
  subject: TargetValue<'targetForm'>,
  target: Target,
  { owners, unknown }: { readonly owners: readonly string[]; readonly unknown?: string | undefined },
): ModalView {
  const chosen = owners.filter(isSlackId);
  return {
    type: 'modal',
    callback_id: TARGET_VIEWS.assignForm,
    title: plainText(MANAGE.assignTitle),
    submit: plainText(ENTRY_FORM.submit),
    close: plainText(ENTRY_FORM.cancel),
    private_metadata: encodeTargetValue('targetForm', {
      ...subject,
      ...(unknown === undefined ? {} : { isUnknownNamed: true }),
    }),
    blocks: [
      paragraphBlock({ bold: target.name }),
      ...(unknown === undefined ? [] : [paragraphBlock(MANAGE.pickPerson(unknown))]),
      {
        type: 'input',
        block_id: TARGET_INPUTS.owners,
        optional: true,
        label: plainText(MANAGE.assignLabel),
        hint: plainText(MANAGE.assignHint),
        element: {
          type: 'multi_users_select',
          action_id: INPUT_ELEMENT,
          ...(chosen.length > 0 ? { initial_users: [...chosen] } : {}),
        },
      },
    ],
  };
}

/** A status set by hand, a pause, or back to the rule; always with a reason. `choice` is what it begins with. */
export function adjustForm(
  subject: TargetValue<'targetForm'>,
  target: Target,
  choice?: keyof typeof ADJUSTMENTS,
): ModalView {
  const statuses = STATUSES.filter((status) => status !== 'paused' && status !== 'unreported');
  const choices = {
    pause: option(MANAGE.pause, ADJUSTMENTS.pause),
    byRule: option(MANAGE.byRule, ADJUSTMENTS.byRule),
  };
  return {
    type: 'modal',
    callback_id: TARGET_VIEWS.adjustForm,
    title: plainText(MANAGE.adjustTitle),
    submit: plainText(ENTRY_FORM.submit),
    close: plainText(ENTRY_FORM.cancel),
    private_metadata: encodeTargetValue('targetForm', subject),
    blocks: [
      paragraphBlock({ bold: target.name }),
      {
        type: 'input',
        block_id: TARGET_INPUTS.status,
        label: plainText(MANAGE.adjustLabel),
        element: {
          type: 'static_select',
          action_id: INPUT_ELEMENT,
          options: [
            ...statuses.map((status) => option(MANAGE.overrideTo(STATUS_LABELS[status].word), status)),
            choices.pause,
            choices.byRule,
          ],
          ...(choice ? { initial_option: choices[choice] } : {}),
        },
      },
      {
        type: 'input',
        block_id: TARGET_INPUTS.reason,
        label: plainText(MANAGE.adjustReason),
        element: { type: 'plain_text_input', action_id: INPUT_ELEMENT, min_length: 2, max_length: 300 },
      },
    ],
  };
}
