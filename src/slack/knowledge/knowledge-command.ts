import type { KnowledgeCommandKind } from '../commands/command-table.ts';
import { notice, type PrivatePlace, sendPrivately } from '../send.ts';
import type { SlackServices } from '../services.ts';
import { showReview } from './listeners/review.ts';
import { openScopeForm } from './listeners/scope.ts';
import { reportListMessage } from './report-list-message.ts';
import { SCOPE } from './review-messages.ts';
import { statisticsMessage } from './statistics-message.ts';

type Place = PrivatePlace & { readonly channelId: string; readonly triggerId?: string | undefined };

/** Carries out a command about the reports and what people teach. Everything it shows is private. */
export async function runKnowledgeCommand(
  services: SlackServices,
  command: KnowledgeCommandKind,
  place: Place,
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
