import type { Library } from './library.ts';

export function completeFollowUp(question: string, _previous: string, _library: Library): string {
  return question;
}
