import type { HomeView, KnownBlock } from '@slack/types';
import type { Answerer } from '../../answering/answer.ts';
import { ACTIONS, INPUTS } from '../ids.ts';
import { BUTTONS, HOME } from '../messages.ts';
import { actionsBlocks, button, headerBlock, plainText } from './elements.ts';
import { coverageBlocks, exampleBlocks } from './help-message.ts';
import { LIMITS } from './limits.ts';
import { outlineMessage } from './outline-message.ts';

/** What the App Home shows besides its fixed parts. */
export type HomeShown = {
  /** The result of the last question or click, above everything but the ask box. */
  readonly result: readonly KnownBlock[];
  /** The outline below this node; the top when empty. */
  readonly nodeId: string;
};
type HomeContent = Partial<HomeShown> & {
  /** Where the targets stand; below the ask box. */
  readonly board?: readonly KnownBlock[];
};

/** By this the blocks of a result are known again in a view that comes back. */
const RESULT_ID = 'result:';

/** What a view showed that Slack gives back: a press changes one part, and the others stay. */
export const readHome = (metadata: string, blocks: readonly KnownBlock[]): HomeShown => ({
  nodeId: metadata,
  result: blocks.filter(({ block_id }) => block_id?.startsWith(RESULT_ID) === true),
});

/** The App Home: ask box with examples, result, board, what is covered, outline; all stay whatever is pressed. */
export function homeView(
  answerer: Pick<Answerer, 'reports' | 'examples' | 'outline'>,
  { result = [], board = [], nodeId = '' }: HomeContent = {},
): HomeView {
  const askBox: KnownBlock[] = [
    headerBlock(HOME.title),
    {
      type: 'input',
      block_id: INPUTS.homeQuestion.block,
      dispatch_action: true,
      label: plainText(HOME.askLabel),
      element: {
        type: 'plain_text_input',
        action_id: INPUTS.homeQuestion.element,
        placeholder: plainText(HOME.askPlaceholder),
        dispatch_action_config: { trigger_actions_on: ['on_enter_pressed'] },
      },
    },
    ...exampleBlocks(answerer),
  ];
  const marked = result.map((block, index) => ({ ...block, block_id: `${RESULT_ID}${index}` }));
  const shown = [
    ...askBox,
    ...(marked.length === 0 ? [] : [headerBlock(HOME.result), ...marked, { type: 'divider' as const }]),
    ...board,
    ...coverageBlocks(answerer),
    headerBlock(HOME.outline),
  ];
  const outline = outlineMessage(answerer, nodeId).blocks;
  // A result may need half of the view's blocks, so the outline then waits behind a button.
  const folded = actionsBlocks([
    button({ label: BUTTONS.outline, action: ACTIONS.openOutline, value: { node: '' } }),
  ]);
  const isRoomy = shown.length + outline.length <= LIMITS.viewBlocks;
  return {
    type: 'home',
    private_metadata: nodeId,
    blocks: withDistinctIds([...shown, ...(isRoomy ? outline : folded)]),
  };
}

/** Result, examples and outline may use the same numbered action ids; blocks of their own keep them apart. */
function withDistinctIds(blocks: readonly KnownBlock[]): KnownBlock[] {
  return blocks.map((block, index) =>
    block.block_id === undefined ? { ...block, block_id: `home:${index}` } : block,
  );
}
