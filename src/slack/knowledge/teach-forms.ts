import type { ModalView } from '@slack/types';
import type { NumberPlace } from '../../answering/answer.ts';
import { contextBlock, paragraphBlock, plainText } from '../blocks/elements.ts';
import { option } from '../targets/list-selects.ts';
import { INPUT_ELEMENT } from '../targets/target-ids.ts';
import { KNOWLEDGE_INPUTS, KNOWLEDGE_VIEWS } from './knowledge-ids.ts';
import { encodeKnowledgeValue } from './knowledge-values.ts';
import { TEACH_FORMS } from './review-messages.ts';

/** Longer is no word or name but a sentence. */
const MAX_WORD_CHARS = 30;

type Subject = { readonly question: string; readonly channel: string };

function form(callbackId: string, title: string, subject: Subject, blocks: ModalView['blocks']): ModalView {
  return {
    type: 'modal',
    callback_id: callbackId,
    private_metadata: encodeKnowledgeValue('teachForm', subject),
    title: plainText(title),
    submit: plainText(TEACH_FORMS.submit),
    close: plainText(TEACH_FORMS.cancel),
    blocks: [paragraphBlock({ bold: subject.question }), ...blocks],
  };
}

function wordInput(block: string, label: string, initial: string) {
  return {
    type: 'input' as const,
    block_id: block,
    label: plainText(label),
    element: {
      type: 'plain_text_input' as const,
      action_id: INPUT_ELEMENT,
      min_length: 2,
      max_length: MAX_WORD_CHARS,
      ...(initial.length < 2 || initial.length > MAX_WORD_CHARS ? {} : { initial_value: initial }),
    },
  };
}

/** “低保就是最低生活保障”: a word that is asked with, and the report's own. `missing` is what no report has. */
export function wordForm(subject: Subject, missing: string): ModalView {
  const { word } = TEACH_FORMS;
  return form(KNOWLEDGE_VIEWS.wordForm, word.title, subject, [
    wordInput(KNOWLEDGE_INPUTS.word, word.word, missing),
    wordInput(KNOWLEDGE_INPUTS.means, word.means, ''),
    contextBlock(word.hint),
  ]);
}

/** A number with the headings it stands under: the same name may stand under several, for other years. */
export type NumberNearby = NumberPlace & { readonly section: string };

/** Which of the numbers nearby people mean, and how they call it. */
export function nameForm(subject: Subject, figures: readonly NumberNearby[]): ModalView {
  const { name } = TEACH_FORMS;
  return form(KNOWLEDGE_VIEWS.nameForm, name.title, subject, [
    {
      type: 'input',
      block_id: KNOWLEDGE_INPUTS.figure,
      label: plainText(name.figure),
      element: {
        type: 'static_select',
        action_id: INPUT_ELEMENT,
        options: figures.map(({ source, start, end, printed, name: called, section }) =>
          option(
            [`${printed}${called === '' ? '' : `（${called}）`}`, section.split('/')[0] ?? '']
              .filter((part) => part !== '')
              .join(' · '),
            encodeKnowledgeValue('figure', { r: source, s: start, e: end }),
          ),
        ),
      },
    },
    wordInput(KNOWLEDGE_INPUTS.name, name.name, ''),
    contextBlock(name.hint),
  ]);
}
