import type { ClassifierTable } from '../../knowledge/asked-model.ts';
import { packTable } from '../../knowledge/asked-model.ts';
import { keepForEach } from '../../search/remember-lately.ts';
import { type Form, OPERATION_NAMES, type Operation } from '../language/comparison-patterns.ts';
import { gramsOfQuestion } from '../retrieval/asked-index.ts';
import type { Interpretation } from '../understanding/interpret-question.ts';
import { openClassifier } from './question-classifier.ts';

/** What may be asked for of several numbers: something computed of them, or each. */
export type JointOperation = Operation | 'each';
const NAMES: readonly JointOperation[] = [...OPERATION_NAMES, 'each'];

/** An operation, how its result is wanted, and how likely the words of a question ask for it. */
export type AskedOperation = {
  readonly operation: JointOperation;
  readonly form: Form;
  readonly probability: number;
};

/** A question as far as it tells how it asks. */
export type Asking = Pick<Interpretation, 'text' | 'terms'>;

/** What the words of a question ask to be done with numbers, whatever the numbers are of. */
export type OperationClassifier = {
  /** The operations that may be asked for, likeliest first; how likely none is, is what they leave of 1. */
  read(asked: Asking): readonly AskedOperation[];
};

/** The class of questions that ask for one thing, and the one that asks for each of two numbers. */
export const ONE_THING = 'none';
export const EACH_OF_TWO = 'each/plain';

/** Opens a table fitted to questions about many reports (`npm run train`, see fit-joint). */
export function openOperations(table: ClassifierTable): OperationClassifier {
  const classifier = openClassifier(packTable(table, new Map()));
  /** The same question is read for what it may ask for, and again for what answers that. */
  const read = keepForEach((asked: Asking): readonly AskedOperation[] =>
    [...classifier.classify(gramsOfAsking(asked)).probabilities]
      .flatMap(([key, probability]): AskedOperation[] => {
        const [name, form] = key.split('/');
        const operation = NAMES.find((each) => each === name);
        const isForm = form === 'plain' || form === 'percent' || form === 'multiple';
        return operation === undefined || !isForm ? [] : [{ operation, form, probability }];
      })
      .sort((a, b) => b.probability - a.probability),
  );
  return { read };
}

/** Characters of a turn of phrase: longer than a pair, which says too little of how something is asked (`占几成`). */
const TURN = 3;

/**
 * What tells how a question asks, as it is and with its things left out (`□占□的几成`): pairs, characters and turns of phrase,
 * how it begins and ends, and what is said again (`多少□,多少□`); numbers alike.
 */
export function gramsOfAsking({ text, terms }: Asking): string[] {
  const asked = alikeInNumbers(leaveOutThings(text, terms));
  return [
    ...new Set([...gramsOfTurns(alikeInNumbers(text)), ...gramsOfTurns(asked), ...listRepeated(asked)]),
  ];
}

const alikeInNumbers = (text: string): string => text.replace(/\d+/gu, '0');

/** The characters and pairs that come more than once. */
function listRepeated(text: string): string[] {
  const said = [...text].flatMap((character, at) => [character, text.slice(at, at + 2)]);
  return said.filter((each, at) => said.indexOf(each) !== at).map((each) => `${each}+`);
}

function gramsOfTurns(said: string): string[] {
  const turns = [...said].flatMap((_, at) => (at + TURN <= said.length ? [said.slice(at, at + TURN)] : []));
  return [...gramsOfQuestion(said), ...turns, `^${said.slice(0, 2)}`, `${said.slice(-TURN)}$`];
}

const THING = '□';

function leaveOutThings(text: string, terms: Asking['terms']): string {
  const things = terms
    .filter((term) => term.role !== 'soft' && term.text.length > 1)
    .sort((a, b) => b.text.length - a.text.length);
  return things.reduce((left, term) => left.replaceAll(term.text, THING), text).replace(/□+/gu, THING);
}
