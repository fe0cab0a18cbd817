import type { Quote } from '../../answering/answer.ts';
import { printedPlace } from '../../answering/quotes.ts';
import { ANSWER } from '../messages.ts';
import { contextBlock } from './elements.ts';

/** Gives the title of a report by its id. */
export type ReportTitles = (source: string) => string;

/** What the reports of an answer are called. */
export type ReportNames = {
  readonly titleOf: ReportTitles;
  /** The place a report is about, where an answer to this question has to say it; empty where it has not. */
  readonly placeOf?: (source: string, question: string) => string;
};

type Place = Pick<Quote, 'source' | 'section' | 'printedAt'>;

/** Where a quote stands, on one short line: a heading is named by its first clause. */
export function placeBlock(place: Place, titleOf: ReportTitles, time = '') {
  const steps = stepsOf(place.section).map((step) => step.split(/[,，]/u)[0] ?? step);
  return contextBlock(ANSWER.from([time, ANSWER.report(titleOf(place.source)), ...steps, ...printed(place)]));
}

/** Where a quote stands, every heading whole. */
export function fullPlace(place: Place, titleOf: ReportTitles): string {
  return [ANSWER.report(titleOf(place.source)), ...stepsOf(place.section), ...printed(place)].join(' › ');
}

/** A quote as it is pasted into a document: 「…」，《报告》，部分/节. */
export function citationText(quote: Quote, titleOf: ReportTitles): string {
  const parts = [
    `「${quote.quote}」`,
    ANSWER.report(titleOf(quote.source)),
    quote.section,
    ...printed(quote),
  ];
  return parts.filter((part) => part !== '').join('，');
}

/** Quotes of one place once. */
export function distinctQuotes<Kind extends Quote>(quotes: readonly Kind[]): readonly Kind[] {
  return quotes.filter((quote, index) => quotes.findIndex((other) => isSamePlace(other, quote)) === index);
}

export function isSamePlace(one: Omit<Quote, 'quote'>, other: Omit<Quote, 'quote'>): boolean {
  return one.source === other.source && one.start === other.start && one.end === other.end;
}

/** Page and paragraph as printed, where they are known. */
function printed(place: Pick<Quote, 'printedAt'>): string[] {
  const text = printedPlace(place);
  return text === '' ? [] : [text];
}

function stepsOf(section: string): string[] {
  return section.split('/').filter((step) => step !== '');
}
