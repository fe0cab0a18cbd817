import type { Knowledge } from '../../knowledge/knowledge.ts';
import { sliceSpan } from '../../report/span.ts';
import { hanOf } from '../../search/grams.ts';
import { normalizeText } from '../../search/normalize.ts';
import { rememberLately } from '../../search/remember-lately.ts';
import type { WordClass } from '../../search/tokenize.ts';
import { createTypoCorrector } from '../../search/typo.ts';
import { isDistrictName, isPlaceName } from '../language/places.ts';
import { findContracted, findShared } from './contractions.ts';
import { collectRuns, createCutter, findAll } from './cut-words.ts';
import { holdsWord } from './holds-word.ts';
import type { Vocabulary } from './vocabulary.ts';
import { mapAlternatives } from './word-alternatives.ts';

/**
 * How much a word of a question weighs: `topic` words must be covered by what answers; `scope` words too, by the very
 * clause of the number; `soft` words rank only.
 */
export type TermRole = 'topic' | 'scope' | 'soft';

/** A word of a question that says what is asked about. */
export type Term = {
  readonly text: string;
  readonly role: TermRole;
  /** The word itself and those that mean the same. */
  readonly alternatives: readonly string[];
  /** Whether the word or one of its alternatives stands anywhere in the reports or their reviewed names. */
  readonly isKnown: boolean;
  readonly wordClass: WordClass;
  /** Whether it is something done (`救助`, `婚姻登记`) and no thing that is there. */
  readonly isDoing: boolean;
  /** What place it names that no report speaks of; null where it names none. */
  readonly foreign: 'region' | 'district' | null;
  /** Taken over from a neighbouring part of the line that it names the thing of. */
  readonly isLent?: boolean;
};

export type Lexicon = {
  /** Cuts the subject of a question (normalised, frames and quantities blanked out) into terms, in order. */
  readTerms(subject: string): readonly Term[];
  /** A term that narrows to a part, from the ways it is written. */
  readScope(spellings: readonly string[]): Term;
  /** Puts right what sounds or looks like a word of the reports but is none; the text itself where nothing is wrong. */
  correctTypos(text: string): string;
};

/** Those of some questions: every report keeps its own, and what anybody may type must not fill the memory. */
const MOST_KEPT_TERMS = 500;

/** A misspelling this long is one even where all its characters are known by themselves (养老床未). */
const SURE_CHARS = 3;

/** Stretches of some questions. */
const MOST_TOLD = 1000;

/** Tells whether a text holds words, of which thousands are looked for and few are there. */
function createWordSearch(text: string): (word: string) => boolean {
  const pairs = new Set<string>();
  for (let at = 0; at + 2 <= text.length; at += 1) pairs.add(text.slice(at, at + 2));
  return (word) =>
    (word.length < 2 || (pairs.has(word.slice(0, 2)) && pairs.has(word.slice(-2)))) && text.includes(word);
}

/** Creates the lexicon of a knowledge: which words the reports use, which mean the same, which may be ignored. */
export function createLexicon(knowledge: Knowledge, vocabulary: Vocabulary): Lexicon {
  const { words } = knowledge;
  const { tokenizer, synonyms, groups } = vocabulary;
  const corpus = knowledge.reports.map(({ report }) => normalizeText(report.source)).join('\n');
  const names = knowledge.reports.flatMap(({ figures }) =>
    figures.flatMap(({ name, aliases }) => [name, ...aliases]),
  );
  const searched = `${corpus}\n${names.map(normalizeText).join('\n')}`;
  const segmented = tokenizer.segment(searched);
  const runs = collectRuns(segmented);
  const edges = new Set(
    segmented.flatMap(({ text }) => (text.length > 2 ? [text.slice(0, 2), text.slice(-2)] : [])),
  );
  const places = new Set(knowledge.reports.flatMap((known) => known.places.map(normalizeText)));
  const isIn = createWordSearch(searched);
  const synonymsOf = mapAlternatives({ everywhere: groups, fields: words.fields, isPrinted: isIn });
  const alternativesOf = mapAlternatives({
    everywhere: synonymsOf,
    sayings: words.sayings,
    synonyms,
    isPrinted: isIn,
  });
  // Every sentence of a report is about what its title says: such words narrow nothing.
  const titles = knowledge.reports
    .flatMap(({ report }) =>
      [...report.titles, ...(report.publisher ? [report.publisher] : [])].map((span) =>
        sliceSpan(report.source, span),
      ),
    )
    .map(normalizeText)
    .join('\n');
  const isIgnored = (word: string): boolean =>
    words.ignored.has(word) || places.has(word) || POINTING.test(word);
  /** Every stretch of a question is looked up, again in each reading of it. */
  const isListed = rememberLately(
    (word) => isIgnored(word) || words.soft.has(word) || words.scopes.has(word) || alternativesOf.has(word),
    MOST_TOLD,
  );

  /**
   * Two characters may meet by accident (降低|保险): they must be a word of the reports, or begin or end one
   * (清明节, 领导小组). Longer words need only stand there.
   */
  function standsInReports(word: string): boolean {
    return word.length === 2 && isHan(word) ? runs.has(word) || edges.has(word) : searched.includes(word);
  }

  /** Whether it, or what stands for it in a group, is printed. A doing that is only said (`认可`) for another proves nothing. */
  const isPrinted = (text: string): boolean =>
    [text, ...(synonymsOf.get(text) ?? [])].some(standsInReports) ||
    (!tokenizer.isWord(text) && (alternativesOf.get(text) ?? []).some(standsInReports));

  const cutRun = createCutter({ tokenizer, runs, places, isListed });

  /** How badly a text agrees with what the reports and the lexicon know; less is better. */
  function costOf(text: string): number {
    return (text.match(/\p{Script=Han}+/gu) ?? []).reduce((sum, run) => sum + cutRun(run).cost, 0);
  }

  /** Each word is looked up in the whole report once: the same ones come again in every reading of a question. */
  const toTerm = rememberLately(readTerm, MOST_KEPT_TERMS);

  function readTerm(text: string): Term {
    const listed = [text, ...(alternativesOf.get(text) ?? [])];
    const wordClass = tokenizer.classOf(text);
    const shared = text.length === 2 && wordClass === 'noun' ? findShared(text, corpus, tokenizer) : [];
    const alternatives =
      text.length !== 2 ||
      listed.some(standsInReports) ||
      isRankingOnly(text) ||
      words.acts.has(text) ||
      words.scopes.has(text)
        ? [...listed, ...shared]
        : [...listed, ...findContracted(text, corpus, tokenizer), ...shared];
    const isKnown = alternatives.some(standsInReports);
    // What the whole report is about (`一季度` in its title) narrows nothing in it.
    const isGiven = alternatives.some((word) => word.length > 1 && titles.includes(word));
    // Most of what a report tells is of the whole place: few numbers say so.
    const isScope =
      !isGiven && !/^全[省市县区州旗]$/u.test(text) && (words.scopes.has(text) || isPlaceName(text));
    return {
      text,
      role: isScope
        ? 'scope'
        : isGiven ||
            isRankingOnly(text) ||
            (!words.acts.has(text) &&
              (wordClass === 'verb' ? !isPrinted(text) : wordClass === 'other' && !isKnown))
          ? 'soft'
          : 'topic',
      alternatives,
      isKnown,
      wordClass,
      foreign: isKnown ? null : placeOf(text),
      isDoing: words.doings.has(text) || words.acts.has(text) || tokenizer.isDoing(text),
    };
  }

  function placeOf(text: string): Term['foreign'] {
    if (isPlaceName(text, tokenizer.isWord)) return 'region';
    return !isListed(text) && isDistrictName(text, tokenizer) ? 'district' : null;
  }

  const isAbsentDoing = ({ text, isKnown }: Term): boolean =>
    !isKnown && !isRankingOnly(text) && tokenizer.isContent(text);

  /**
   * Words whose absence proves nothing: listed ones, a lone character or a verb with its particle (`训了`) that the
   * segmenter left over, numbers a person quotes to have them checked, and words of another language.
   */
  function isRankingOnly(text: string): boolean {
    if (words.soft.has(text) || titles.includes(text)) return true;
    if (OFFICE.test(text) && !searched.includes(text) && !alternativesOf.has(text)) return true;
    if (/^[\d.:%,]+$/u.test(text)) return !searched.includes(text);
    const stem = text.replace(/(?<=.)[了过着上到出掉完成得]$/u, '');
    return (
      (stem.length === 1 || words.soft.has(stem) || words.ignored.has(stem)) && !alternativesOf.has(text)
    );
  }

  function readTerms(subject: string): Term[] {
    const terms: Term[] = [];
    for (const run of subject.match(
      /\p{Script=Han}+|[\p{Script=Latin}\d.:%+]*[\p{Script=Latin}\d][\p{Script=Latin}\d.:%+]*/gu,
    ) ?? []) {
      const pieces = /\p{Script=Han}/u.test(run) ? cutRun(run).pieces : [run];
      for (const piece of pieces) {
        for (const word of splitCompound(piece) ?? (isListed(piece) ? [piece] : wordsOf(piece))) {
          if (!isIgnored(word)) terms.push(toTerm(word));
        }
      }
    }
    const distinct = terms.filter(
      (term, index) => terms.findIndex(({ text }) => text === term.text) === index,
    );
    // A doing nobody mentions proves nothing beside other words; alone it is what is asked about.
    return distinct.some(({ role }) => role !== 'soft')
      ? distinct
      : distinct.map((term) => (isAbsentDoing(term) ? { ...term, role: 'topic' } : term));
  }

  /** `农业农村`: a word that no report has, nor any word for it, made of two that they have. */
  function splitCompound(piece: string): string[] | null {
    const isWord = tokenizer.isWord(piece) || alternativesOf.has(piece);
    if (piece.length !== 4 || !isWord || [piece, ...(alternativesOf.get(piece) ?? [])].some(standsInReports))
      return null;
    const halves = [piece.slice(0, 2), piece.slice(2)];
    const isThing = (half: string): boolean =>
      tokenizer.isWord(half) && standsInReports(half) && !isIgnored(half) && !words.soft.has(half);
    return halves.every(isThing) ? halves : null;
  }

  /** A long piece in words; single characters stay with the word before them (供养 + 金). */
  function wordsOf(piece: string): string[] {
    if (piece.length <= 3) return [piece];
    const words: string[] = [];
    for (const { text } of tokenizer.segment(piece)) {
      const last = words.at(-1);
      if (text.length === 1 && !isIgnored(text) && last !== undefined && !isIgnored(last))
        words[words.length - 1] = last + text;
      else words.push(text);
    }
    return words;
  }

  const domainWords = [
    // What a report puts in quotation marks is a word of its own making (“大数据”).
    ...[...searched.matchAll(QUOTED)].flatMap(({ groups }) => groups?.word ?? []),
    ...knowledge.synonyms.flat().map(normalizeText),
    ...[...new Set(segmented.map(({ text }) => text))].filter(tokenizer.isWord),
  ];
  const corrector = createTypoCorrector(domainWords, { tokenizer });

  function correctTypos(text: string): string {
    // Asking words are never slips of the pen, whatever they sound like.
    const isFine = (written: string): boolean =>
      runs.has(written) || isListed(written) || /[几多少哪谁何]/u.test(written);
    const corrections = corrector.findCorrections(text, isFine);
    if (corrections.length === 0) return text;
    const terms = readTerms(text);
    // Characters that no word joins may be a word misspelt (抵保).
    const strays = terms.flatMap((term, index) => {
      const pair = term.text + (terms[index + 1]?.text ?? '');
      return pair.length === 2 && term.text.length === 1 && isHan(pair) ? [pair] : [];
    });
    const unknown = terms.filter(({ isKnown }) => !isKnown).map((term) => term.text);
    const suspects = unknown.flatMap((written) => findAll(text, written));
    return (
      corrections
        .filter(
          ({ start, end, written }) =>
            end - start >= SURE_CHARS ||
            strays.includes(written) ||
            suspects.some((suspect) => suspect.start < end && start < suspect.end),
        )
        // A word of the dictionary, or one without a character in common, is only taken for another where that one goes
        // on as the reports do (特困|供养).
        .filter(
          ({ start, end, written, word }) =>
            (!tokenizer.isWord(written) && sharesCharacter(written, word)) ||
            (start >= 2 && searched.includes(text.slice(start - 2, start) + word)) ||
            (end + 2 <= text.length && searched.includes(word + text.slice(end, end + 2))),
        )
        // What is put right must read better than what was written (卡|扶贫对象 beats 卡户|贫|对象).
        .filter(
          ({ start, end, word }) => costOf(text.slice(0, start) + word + text.slice(end)) < costOf(text),
        )
        .reduceRight((rest, { start, end, word }) => rest.slice(0, start) + word + rest.slice(end), text)
    );
  }

  function readScope(spellings: readonly string[]): Term {
    const [text = ''] = spellings;
    const isKnown = spellings.some((spelling) => holdsWord(searched, spelling));
    return {
      text,
      role: 'scope',
      alternatives: spellings,
      isKnown,
      wordClass: 'other',
      foreign: null,
      isDoing: false,
    };
  }

  return { readTerms, readScope, correctTypos };
}

/** A word in quotation marks, marks normalised. */
const QUOTED = /"(?<word>\p{Script=Han}{3,6})"/gu;

/** Words that only point: `这一项`, `那几类`. */
const POINTING = /^[这那哪某每各][一二两三几]?[个项种类些块条件位名家所批笔方面]*$/u;

/** The asker's own office: `局里`, `财务处`. */
const OFFICE =
  /^\p{Script=Han}{0,3}(?:(?:[局处科室厅委]|(?<![干全内外东西南北中总])部)(?:里|上|头|长)?|[市省县区镇乡](?:里|上|头))$/u;

const sharesCharacter = (a: string, b: string): boolean =>
  [...a].some((character, at) => b.charAt(at) === character);

const isHan = (text: string): boolean => hanOf(text) === text;
