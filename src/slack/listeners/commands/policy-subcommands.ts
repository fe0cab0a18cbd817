import { helpMessage } from '../../blocks/help-message.ts';
import type { Message } from '../../blocks/message.ts';
import { outlineMessage } from '../../blocks/outline-message.ts';
import type { Covered } from '../../services.ts';

/** A word after `/policy` that is no question. */
export type Subcommand = {
  readonly names: readonly string[];
  readonly show: (answerer: Covered) => Message;
};

/** Every subcommand. A word counts only when it stands alone: `帮助困难群众多少人` is a question. */
const SUBCOMMANDS: readonly Subcommand[] = [
  { names: ['', '帮助', '幫助', 'help', '?', '?'], show: helpMessage },
  { names: ['目录', '目錄', 'outline'], show: (answerer) => outlineMessage(answerer, '') },
];

export function findSubcommand(text: string): Subcommand | undefined {
  return SUBCOMMANDS.find(({ names }) => names.includes(text.trim().toLowerCase()));
}
