import { z } from 'zod';
import { PersonIdSchema } from '../slack-ids.ts';

/** The state of a submitted view, as far as our forms use it. */
const StateSchema = z.record(
  z.string(),
  z.record(
    z.string(),
    z.object({
      value: z.string().nullish(),
      selected_date: z.string().nullish(),
      selected_time: z.string().nullish(),
      selected_option: z.object({ value: z.string() }).nullish(),
      selected_options: z.array(z.object({ value: z.string() })).nullish(),
      selected_users: z.array(z.string()).nullish(),
    }),
  ),
);

/** Reads what was entered in one input block: text, a choice, a date or a time; empty when nothing was. */
export function readInput(state: unknown, block: string): string {
  const input = readElement(state, block);
  return (
    input?.value ??
    input?.selected_option?.value ??
    input?.selected_date ??
    input?.selected_time ??
    ''
  ).trim();
}

/** Reads several choices of one input block. */
export function readChoices(state: unknown, block: string): readonly string[] {
  const input = readElement(state, block);
  return input?.selected_options?.map(({ value }) => value) ?? [];
}

/** Reads the people chosen in one input block; undefined when something among them is no person's id. */
export function readPeople(state: unknown, block: string): readonly string[] | undefined {
  return z.array(PersonIdSchema).safeParse(readElement(state, block)?.selected_users ?? []).data;
}

function readElement(state: unknown, block: string) {
  const elements = StateSchema.parse(state)[block];
  return elements === undefined ? undefined : Object.values(elements)[0];
}
