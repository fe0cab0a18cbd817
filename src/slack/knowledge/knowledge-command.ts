import { notice, type PrivatePlace, sendPrivately } from '../send.ts';
import type { SlackServices } from '../services.ts';
import { showReview } from './listeners/review.ts';
import { openScopeForm } from './listeners/scope.ts';
import { reportListMessage } from './report-list-message.ts';
import { SCOPE } from './review-messages.ts';
import { statisticsMessage } from './statistics-message.ts';

/** A `/policy` command about reports and what people teach. */
export type KnowledgeCommand = 'reports' | 'review' | 'statistics' | 'settings';

/** Every command by its word, which counts only when it stands alone: `报告怎么写` is a question. */
const COMMANDS: Readonly<Record<string, KnowledgeCommand>> = {
  报告: 'reports',
  未答: 'review',
  统计: 'statistics',
  设置: 'settings',
};

/** Reads a command; undefined for anything that is a question. */
export function readKnowledgeCommand(text: string): KnowledgeCommand | undefined {
  return COMMANDS[text.trim()];
}

export type CommandPlace = PrivatePlace & { readonly channelId: string; readonly triggerId?: string };

/** Carries out a command. Everything it shows is private. */
export async function runKnowledgeCommand(
  services: SlackServices,
  command: KnowledgeCommand,
  place: CommandPlace,
): Promise<void> {
  const { answerer, knowledge, records, targets } = services;
  const { client, userId } = place;
  switch (command) {
    case 'reports': {
      const isManager = await targets.permissions.mayManage(userId);
      await sendPrivately(place, reportListMessage(answerer, await knowledge.changes.list(), isManager));
      return;
    }
    case 'review':
      await sendPrivately(place, await showReview(services, { from: 0, userId }));
      return;
    case 'statistics':
      await sendPrivately(place, await statisticsMessage(records));
      return;
    case 'settings': {
      const { channelId, triggerId } = place;
      // A form opens only from a command or a press, not from a message.
      const refusal =
        triggerId === undefined
          ? SCOPE.byCommand
          : await openScopeForm(services, client, { channelId, userId, triggerId });
      if (refusal !== null) await sendPrivately(place, notice(refusal));
    }
  }
}
