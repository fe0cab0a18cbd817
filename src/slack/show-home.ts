import type { WebClient } from '@slack/web-api';
import { homeView } from './blocks/home-view.ts';
import type { Message } from './blocks/message.ts';
import type { SlackServices } from './services.ts';
import { boardBlocks } from './targets/board.ts';

/** Shows somebody's App Home afresh: the result of what they pressed or asked, the board, the outline at a node. */
export async function showHome(
  { answerer, targets }: Pick<SlackServices, 'answerer' | 'targets'>,
  client: WebClient,
  {
    userId,
    result,
    nodeId,
  }: {
    readonly userId: string;
    readonly result?: Message | undefined;
    readonly nodeId?: string;
  },
): Promise<void> {
  const board = await boardBlocks(targets, userId);
  const view = homeView(answerer, {
    board,
    ...(result ? { result: result.blocks } : {}),
    ...(nodeId === undefined ? {} : { nodeId }),
  });
  await client.views.publish({ user_id: userId, view });
}
