import { type PrivatePlace, sendPrivately } from '../send.ts';
import type { SlackServices } from '../services.ts';
import { reportListMessage } from './report-list-message.ts';

/** A `/policy` command about reports and words. */
export type KnowledgeCommand = { readonly kind: 'reports' };

/** Reads a command; undefined for anything that is a question. The word must stand alone. */
export function readKnowledgeCommand(text: string): KnowledgeCommand | undefined {
  switch (text.trim()) {
    case '报告':
      return { kind: 'reports' };
    default:
      return undefined;
  }
}

export type CommandPlace = PrivatePlace & { readonly channelId: string; readonly triggerId: string };

/** Carries out a command. Everything it shows is private. */
export async function runKnowledgeCommand(
  services: SlackServices,
  command: KnowledgeCommand,
  place: CommandPlace,
): Promise<void> {
  const { answerer, knowledge, targets } = services;
  const isManager = await targets.permissions.mayManage(place.userId);
  switch (command.kind) {
    case 'reports':
      await sendPrivately(place, reportListMessage(answerer, await knowledge.changes.list(), isManager));
  }
}
