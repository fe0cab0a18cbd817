import type { ModalView } from '@slack/types';
import { encodeFormSubject, type FormSubject } from '../button-values.ts';
import { INPUTS, VIEWS } from '../ids.ts';
import { FORMS } from '../messages.ts';
import { plainText } from './elements.ts';

/** Longest comment taken: a phone screen, and far below what one message can forward. */
export const MAX_COMMENT_CHARACTERS = 1_000;

/** The short form behind “数字有误” and “需要人工”. */
export function feedbackForm(subject: FormSubject): ModalView {
  const isNumber = subject.kind === 'wrong-number';
  return {
    type: 'modal',
    callback_id: VIEWS.feedbackForm,
    private_metadata: encodeFormSubject(subject),
    title: plainText(isNumber ? FORMS.wrongNumberTitle : FORMS.needsPersonTitle),
    submit: plainText(FORMS.submit),
    close: plainText(FORMS.cancel),
    blocks: [
      {
        type: 'input',
        block_id: INPUTS.comment.block,
        label: plainText(isNumber ? FORMS.wrongNumberLabel : FORMS.needsPersonLabel),
        element: {
          type: 'plain_text_input',
          action_id: INPUTS.comment.element,
          multiline: true,
          max_length: MAX_COMMENT_CHARACTERS,
        },
      },
    ],
  };
}
