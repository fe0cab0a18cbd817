import { z } from 'zod';
import type { Option } from '../../block-kit/texts.ts';
import { OptionGroupSchema, OptionSchema } from '../../block-kit/texts.ts';
import type { Person } from '../../protocol.ts';
import { deliverInteraction, startInteraction } from '../deliver.ts';
import { blockSuggestionPayload } from '../payloads/element-payloads.ts';
import type { Workspace } from '../workspace.ts';
import { createOrigin, findSurface, type SurfaceRef } from './press-element.ts';

export type OptionsQuery = {
  readonly person: Person;
  readonly surface: SurfaceRef;
  readonly blockId: string;
  readonly actionId: string;
  readonly query: string;
};

const AnswerSchema = z.union([
  z.object({ options: z.array(OptionSchema).max(100) }),
  z.object({ option_groups: z.array(OptionGroupSchema).max(100) }),
]);

/** Asks the bot for the options of an external menu; none when it gives none Slack would accept. */
export async function loadOptions(workspace: Workspace, query: OptionsQuery): Promise<readonly Option[]> {
  const surface = findSurface(workspace, query.surface);
  if (surface === undefined) return [];
  const exchangeId = startInteraction(workspace, `block_suggestion ${query.actionId}`, surface.place);
  const origin = createOrigin(workspace, surface, { userId: query.person.id, exchangeId });
  const payload = blockSuggestionPayload({ ...query, origin });
  const delivery = await deliverInteraction(workspace, exchangeId, payload);
  const answer = AnswerSchema.safeParse(delivery.ok ? delivery.body : null);
  if (!answer.success) return [];
  return 'options' in answer.data
    ? answer.data.options
    : answer.data.option_groups.flatMap((group) => group.options);
}
