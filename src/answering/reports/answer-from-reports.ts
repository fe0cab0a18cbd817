import type { Knowledge, KnownReport } from '../../knowledge/knowledge.ts';
import { normalizeText } from '../../search/normalize.ts';
import type { Answer } from '../answer.ts';
import { collectPeriods, type Library } from '../library.ts';
import { refuse } from '../refusals.ts';
import { WORDING } from '../wording.ts';
import { compareReports } from './compare-reports.ts';
import type { Libraries } from './libraries.ts';
import { mergeAnswers, type ReportAnswer } from './merge-answers.ts';
import { createReportNames } from './name-reports.ts';
import type { ReportFinder } from './report-finder.ts';
import { groupSeries, type Series, yearOf } from './series.ts';

/** A question as it came: with the last one of its conversation, and the reports to keep to. */
export type Asked = {
  readonly question: string;
  readonly previous?: string | undefined;
  readonly scope?: readonly string[] | undefined;
};

export type FromReports = {
  readonly knowledge: Knowledge;
  readonly libraries: Libraries;
  readonly finder: ReportFinder;
  /** Answers one question from one library. */
  answerFrom(library: Library, question: string, previous: string | undefined): ReportAnswer;
};

/** Series that are asked one by one where a question names none; what is found in more is found by naming a place. */
const MAX_ASKED = 4;

export type ReportsAnswerer = {
  /** Answers a question from the reports it is about. */
  answer(asked: Asked): Answer;
  /** The libraries a question is looked up in. */
  librariesFor(question: string): readonly Library[];
};

/** Creates what decides which reports a question is about, asks each of them by itself, and joins what they say. */
export function createReportsAnswerer(parts: FromReports): ReportsAnswerer {
  const { knowledge, libraries, finder, answerFrom } = parts;
  const names = createReportNames(knowledge.reports, libraries.tokenizer);

  /** The reports a question may be answered from: those it names, those of its scope, or all. */
  function chooseReports(
    named: readonly KnownReport[],
    scope: readonly string[] = [],
  ): readonly KnownReport[] {
    const scoped = knowledge.reports.filter(({ report }) => scope.includes(report.id));
    const within = named.filter((known) => scoped.includes(known));
    if (within.length > 0) return within;
    if (named.length > 0) return named;
    return scoped.length > 0 ? scoped : knowledge.reports;
  }

  /** The newest report of a series that answers, every time read as of the newest. */
  function askSeries([newest, ...older]: Series, question: string, previous?: string): ReportAnswer {
    const first = libraries.of(newest);
    const said = answerFrom(first, question, previous);
    if (said.answer.status !== 'abstained') return said;
    for (const known of older) {
      const earlier = answerFrom(asOf(libraries.of(known), first), question, previous);
      if (earlier.answer.status === 'answered' && !isOvertaken(earlier.answer, newest)) return earlier;
    }
    return said;
  }

  function librariesFor(question: string): readonly Library[] {
    const text = normalizeText(question);
    const series = groupSeries(chooseReports(names.read(text).reports));
    return finder.choose(series, text, MAX_ASKED).map(([newest]) => libraries.of(newest));
  }

  function answer({ question, previous, scope }: Asked): Answer {
    const text = normalizeText(question);
    const [own, before] = [
      names.read(text),
      previous === undefined ? null : names.read(normalizeText(previous)),
    ];
    // `那泰州呢`: the last question, of another place.
    const isOnlyName = before !== null && own.reports.length > 0 && ONLY_NAMES.test(own.rest);
    const asked = isOnlyName ? before.rest : question;
    const context = isOnlyName ? undefined : before?.rest;
    const series = groupSeries(chooseReports(own.reports, scope));
    const compared = compareReports({ text: own.rest, series, libraries, named: own.reports });
    if (compared) return { question, knowledgeVersion: knowledge.version, ...compared };
    const said = answerSeries(series);
    return asked === question ? { ...said, question } : { ...said, question, understoodAs: asked };

    /** Its own place stands in few sentences of a report; who asked about a known one has said it now and then. */
    function askOnly(only: Series): Answer {
      const isKnown = knowledge.models.has(only[0].report.id);
      const bare = isKnown || isOnlyName ? asked : names.withoutPlace(text, only[0]);
      const said = askSeries(only, bare, context).answer;
      if (bare === text || said.status === 'answered') return said;
      const whole = askSeries(only, asked, context).answer;
      return whole.status === 'answered' ? whole : said;
    }

    function answerSeries(all: readonly Series[]): Answer {
      const [only, ...others] = all;
      if (only && others.length === 0) return askOnly(only);
      // A follow-up stays with the reports of the question it follows.
      const kept = before && own.reports.length === 0 ? groupSeries(before.reports) : [];
      const [first, ...rest] = kept;
      if (first && rest.length === 0) {
        const followed = askSeries(first, asked, context);
        if (FOLLOWS.test(text) || followed.answer.understoodAs !== undefined) return followed.answer;
      }
      const looked = finder.choose(all, own.reports.length > 0 ? own.rest : text, MAX_ASKED);
      const said = looked.map((each) => askSeries(each, own.reports.length > 0 ? own.rest : asked, context));
      const [one, ...more] = said;
      return one
        ? mergeAnswers([one, ...more])
        : {
            question,
            knowledgeVersion: knowledge.version,
            answers: [],
            choices: [],
            ...refuse('not-covered', WORDING.nothing),
          };
    }
  }

  return { answer, librariesFor };
}

/** Goes on from the question before (`那新增就业呢`). */
const FOLLOWS = /^[\s\p{P}]*(?:那|还有|再)|呢[\s\p{P}]*$/u;

/** What is left of a question that only names another place. */
const ONLY_NAMES = /^[\s\p{P}]*(?:那|那么|还有|换成|换)?[\s\p{P}]*(?:的)?(?:呢)?[\s\p{P}]*$/u;

/** An older library with the years of a newer one, so that 去年 means the same in both. */
function asOf(older: Library, newer: Library): Library {
  const reports = [...older.knowledge.reports, ...newer.knowledge.reports];
  return { ...older, years: newer.years, periods: collectPeriods(reports) };
}

/** What was aimed at for a time that is over by now is no answer any more. */
function isOvertaken({ answers: [first] }: Answer, newest: KnownReport): boolean {
  return first?.period?.kind === 'target' && first.period.year < yearOf(newest);
}
