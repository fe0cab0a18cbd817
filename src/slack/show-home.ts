import type { WebClient } from '@slack/web-api';
import { type HomeShown, homeView } from './blocks/home-view.ts';
import type { SlackServices } from './services.ts';
import { boardBlocks } from './targets/board.ts';

/** Shows somebody's App Home afresh: the result of what they pressed or asked, the board, the outline at a node. */
export async function showHome(
  { answerer, targets }: Pick<SlackServices, 'answerer' | 'targets'>,
  client: WebClient,
  {
    userId,
    ...shown
  }: Partial<HomeShown> & {
    readonly userId: string;
  },
): Promise<void> {
  const view = homeView(answerer, { ...shown, board: await boardBlocks(targets, userId) });
  await client.views.publish({ user_id: userId, view });
}
