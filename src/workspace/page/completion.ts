import type { Command, Person } from '../protocol.ts';

/** One thing that could be written next, and the stretch of the text it takes the place of. */
export type Completion = {
  readonly label: string;
  readonly hint: string;
  readonly insert: string;
  readonly start: number;
  readonly end: number;
};

type Sources = { readonly commands: readonly Command[]; readonly people: readonly Person[] };

/** What could follow at the caret: commands after a `/` that opens the text, people after an `@`. */
export function findCompletions(text: string, caret: number, sources: Sources): readonly Completion[] {
  const before = text.slice(0, caret);
  const command = /^\/\S*$/.exec(before);
  if (command !== null) {
    return sources.commands
      .filter(({ name }) => name.startsWith(before))
      .map(({ name, description, usageHint }) => ({
        label: `${name} ${usageHint}`.trim(),
        hint: description,
        insert: `${name} `,
        start: 0,
        end: caret,
      }));
  }
  const mention = /@([^\s@]*)$/.exec(before);
  if (mention === null) return [];
  return sources.people
    .filter(({ name }) => name.startsWith(mention[1] ?? ''))
    .sort((a, b) => Number(b.isBot) - Number(a.isBot))
    .map(({ name, isBot }) => ({
      label: `@${name}`,
      hint: isBot ? '应用' : '',
      insert: `@${name} `,
      start: mention.index,
      end: caret,
    }));
}

export function applyCompletion(text: string, { insert, start, end }: Completion): string {
  return text.slice(0, start) + insert + text.slice(end);
}
