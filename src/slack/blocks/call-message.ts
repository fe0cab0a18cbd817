import type { FormSubject } from '../button-values.ts';
import { ACTIONS } from '../ids.ts';
import { BUTTONS, TYPED } from '../messages.ts';
import { actionsBlocks, button, paragraphBlock } from './elements.ts';
import { escapeText, type Message } from './message.ts';

/** Longest question repeated; people know what they have just asked. */
const MAX_QUESTION_CHARACTERS = 60;

/** What follows when somebody asks for a person, or says that a number is wrong, in words: the button that opens the form. */
export function callMessage({
  kind,
  question,
  q,
}: {
  readonly kind: FormSubject['kind'];
  readonly question: string | undefined;
  readonly q: string | undefined;
}): Message {
  const text = question === undefined ? TYPED.callAnything : TYPED.call(shorten(question));
  const isNumber = kind === 'wrong-number';
  const open = button({
    label: isNumber ? BUTTONS.wrongNumber : BUTTONS.needsPerson,
    action: isNumber ? ACTIONS.reportNumber : ACTIONS.callPerson,
    value: { q },
  });
  return { text: escapeText(text), blocks: [paragraphBlock(text), ...actionsBlocks([open])] };
}

function shorten(question: string): string {
  const characters = [...question];
  return characters.length <= MAX_QUESTION_CHARACTERS
    ? question
    : `${characters.slice(0, MAX_QUESTION_CHARACTERS).join('')}…`;
}
