import type { Library } from '../answering/library.ts';
import type { ListableContext } from '../answering/ranking/describe-sections.ts';
import { hanOf } from '../search/grams.ts';
import { createRandom } from './random.ts';

/** A question for a list by its name, made up of a way of asking and the words of a heading. */
export type NamedList = {
  readonly question: string;
  /** The words of the heading; every list whose name holds them may be meant. */
  readonly topic: string;
  /** The time it asks about; null where it says none. */
  readonly side: 'actual' | 'target' | null;
};

/** How people ask for a section by its name (`{}那段原文`), perhaps of what was done or of what is planned alone. */
export type ListFrame = { readonly text: string; readonly side: NamedList['side'] };

const PLACE = '{}';
/** Longer clauses nobody repeats; shorter ones are mere things, which are asked back about. */
const CLAUSE = { least: 3, most: 12 } as const;

/** Reads frames, one a line: `将来|今年{}方面怎么安排`. */
export const readListFrames = (text: string): ListFrame[] =>
  text
    .split('\n')
    .filter((line) => line.includes(PLACE))
    .map((line) => {
      const [frame = '', time] = line.split('|').reverse();
      return { text: frame, side: time === '过去' ? 'actual' : time === '将来' ? 'target' : null };
    });

/** Asks for every list that has a name, in so many ways each. The choice is seeded: the same report gives the same questions. */
export function nameLists(
  { listables, tokenizer }: Pick<Library, 'listables' | 'tokenizer'>,
  frames: readonly ListFrame[],
  ways: number,
): NamedList[] {
  const random = createRandom();
  const choose = <Choice>(among: readonly Choice[]): Choice | undefined =>
    among[Math.floor(random() * among.length)];
  return listables
    .filter(({ isIntroduction, isNameless }) => !isIntroduction && !isNameless)
    .flatMap(({ name, period }) =>
      Array.from({ length: ways }, (): NamedList | null => {
        const fitting = frames.filter(
          ({ side }) => side === null || (period !== null && side === period.kind),
        );
        const frame = choose(fitting);
        const clauses = clausesOf(name);
        const topic = choose(
          frame?.text === PLACE
            ? clauses
            : [...clauses, ...clauses.flatMap((clause) => thingsOf(clause, tokenizer))],
        );
        return frame && topic
          ? { question: frame.text.replace(PLACE, topic), topic, side: frame.side }
          : null;
      }).filter((each) => each !== null),
    );
}

/** The clauses of a name without its number. */
const clausesOf = (name: ListableContext['name']): string[] =>
  name
    .replace(/^[\p{Script=Han}\d()]{1,4}[、.)]|^[一二三四五六七八九十]+是/u, '')
    .split(/[,。:;、]/u)
    .map(hanOf)
    .filter(({ length }) => CLAUSE.least <= length && length <= CLAUSE.most);

/** The nouns that stand side by side in a clause (`加强|文化|遗产|保护`: 文化遗产). */
function thingsOf(clause: string, { segment, classOf }: Library['tokenizer']): string[] {
  const things = [''];
  for (const { text } of segment(clause)) {
    if (classOf(text) === 'noun') things.push((things.pop() ?? '') + text);
    else things.push('');
  }
  return things.filter(({ length }) => length > 1);
}
