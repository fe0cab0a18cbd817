import type { KnownBlock } from '@slack/types';
import type { Answerer } from '../../answering/answer.ts';
import { fitsValue } from '../button-values.ts';
import { ACTIONS, numbered } from '../ids.ts';
import { BUTTONS, HELP, periodLabel } from '../messages.ts';
import {
  actionsBlocks,
  bulletBlock,
  button,
  contextBlock,
  fitsButton,
  headerBlock,
  paragraphBlock,
} from './elements.ts';
import { escapeText, type Message } from './message.ts';

type Covered = Pick<Answerer, 'reports' | 'examples'>;

/** One screen: what people ask first, taken from the reports themselves, then how to ask, then the commands. */
export function helpMessage(answerer: Covered): Message {
  return {
    text: escapeText([HELP.title, ...answerer.examples.map((example) => `/policy ${example}`)].join('\n')),
    blocks: [
      headerBlock(HELP.title),
      ...exampleBlocks(answerer),
      bulletBlock([...HELP.howTo, ...HELP.commands]),
      ...actionsBlocks([
        button({ label: BUTTONS.outline, action: ACTIONS.openOutline, value: { node: '' } }),
      ]),
      ...coverageBlocks(answerer),
    ],
  };
}

/** The reports and the years they speak of. */
export function coverageBlocks({ reports }: Pick<Covered, 'reports'>): KnownBlock[] {
  if (reports.length === 0) return [];
  const lines = reports.map(({ title, periods }) => [title, ...periods.map(periodLabel)].join(' · '));
  return [contextBlock(`${HELP.covers}${lines.join('；')}`)];
}

/** Example questions as buttons that ask them. */
export function exampleBlocks({ examples }: Pick<Covered, 'examples'>): KnownBlock[] {
  const buttons = examples
    .filter((example) => fitsButton(example) && fitsValue({ ask: example }))
    .map((example, index) =>
      button({ label: example, action: numbered(ACTIONS.ask, index), value: { ask: example } }),
    );
  return buttons.length === 0 ? [] : [paragraphBlock({ bold: HELP.examples }), ...actionsBlocks(buttons)];
}
