import { dayText } from '../../targets/digest-wording.ts';
import type { NewEntry } from '../../targets/entry.ts';
import type { Target } from '../../targets/target.ts';
import { actionsBlocks, paragraphBlock, quoteBlock } from '../blocks/elements.ts';
import { escapeText, type Message } from '../blocks/message.ts';
import { contentText } from './entry-content.ts';
import { personRun } from './people.ts';
import { targetButton } from './target-blocks.ts';
import { TARGET_ACTIONS } from './target-ids.ts';
import { PROPOSAL, TARGET_BUTTONS } from './target-messages.ts';
import { encodeTargetValue } from './target-values.ts';

/** Asks an owner to take over what somebody else has reported: what, as of when, why, beside the report's sentence. */
export function proposalMessage(input: {
  readonly proposal: string;
  readonly target: Target;
  readonly entry: NewEntry;
}): Message {
  const { proposal, target, entry } = input;
  const unit = target.kind === 'numeric' ? target.unit : '';
  const content = [
    `${contentText({ ...entry, seq: 0 }, unit)}，截至${dayText(entry.asOf)}`,
    ...(entry.note === '' ? [] : [entry.note]),
    ...('evidence' in entry && entry.evidence !== '' ? [entry.evidence] : []),
  ].join('；');
  const ask = PROPOSAL.ask(target.name);
  const value = encodeTargetValue('proposal', { proposal });
  return {
    text: escapeText(`${ask}${content}`),
    blocks: [
      paragraphBlock(personRun(entry.recordedBy), ` ${ask}`, { bold: content }),
      quoteBlock(target.quote),
      ...actionsBlocks([
        targetButton({
          label: TARGET_BUTTONS.accept,
          action: TARGET_ACTIONS.acceptProposal,
          value,
          style: 'primary',
        }),
        targetButton({ label: TARGET_BUTTONS.decline, action: TARGET_ACTIONS.declineProposal, value }),
      ]),
    ],
  };
}
