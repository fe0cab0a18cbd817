import type { Answer } from '../../answering/answer.ts';
import { SOURCE } from '../messages.ts';
import { citationText, fullPlace, type ReportTitles } from './citations.ts';
import { contextBlock, copyBlock, paragraphBlock } from './elements.ts';
import { escapeText, type Message, takeFitting } from './message.ts';
import { quotesOf } from './quotes-of.ts';

/**
 * Every quote of an answer as it is pasted into a document. The text of the message is nothing else, but for a refusal,
 * whose quotes only come nearest: nobody may take them for the answer.
 */
export function citationMessage(answer: Answer, titleOf: ReportTitles): Message {
  const parts = quotesOf(answer).map((quote) => {
    const text = citationText(quote, titleOf);
    return { text, blocks: [copyBlock(text)] };
  });
  const lead = answer.status === 'answered' ? [] : [SOURCE.onlyNearest];
  const shown = takeFitting(parts, [...lead.map((text) => contextBlock(text)), contextBlock(SOURCE.tooLong)]);
  if (shown.length === 0) return { text: SOURCE.tooLong, blocks: [paragraphBlock(SOURCE.tooLong)] };
  return {
    text: escapeText([...lead, ...shown.map(({ text }) => text)].join('\n')),
    blocks: [...lead.map((text) => contextBlock(text)), ...shown.flatMap(({ blocks }) => blocks)],
  };
}

/** Where exactly everything an answer quotes stands, and which state of the knowledge it was made from. */
export function sourceMessage(answer: Answer, titleOf: ReportTitles): Message {
  const quotes = quotesOf(answer);
  const version = quotes.length > 0 ? SOURCE.verbatim : SOURCE.version;
  const last = version(answer.knowledgeVersion);
  const parts = quotes.map((quote) => {
    const place = fullPlace(quote, titleOf);
    const at = SOURCE.at(quote.source, quote.start, quote.end);
    return { text: `${place} ${at}`, blocks: [paragraphBlock(place), contextBlock(at)] };
  });
  const shown = takeFitting(parts, [paragraphBlock(SOURCE.title), paragraphBlock(last)]);
  return {
    text: escapeText([SOURCE.title, ...shown.map(({ text }) => text), last].join('\n')),
    blocks: [
      paragraphBlock({ bold: SOURCE.title }),
      ...shown.flatMap(({ blocks }) => blocks),
      paragraphBlock(last),
    ],
  };
}
