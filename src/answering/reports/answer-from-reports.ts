import type { Knowledge } from '../../knowledge/knowledge.ts';
import { joinText } from '../../report/joined-text.ts';
import { normalizeText } from '../../search/normalize.ts';
import type { Tokenizer } from '../../search/tokenize.ts';
import type { Answer, CataloguedReport } from '../answer.ts';
import {
  asksSum,
  completeNames,
  completeOfPlaces,
  completePair,
  completePlaces,
} from '../follow-ups/complete-pair.ts';
import { isPlace } from '../language/places.ts';
import { collectPeriods, type Library } from '../library.ts';
import { isNumber } from '../outcome.ts';
import { placeOf } from '../quotes.ts';
import { NOTHING, refuse } from '../refusals.ts';
import { SURE } from '../scoring/weigh.ts';
import { WORDING } from '../wording.ts';
import { compareReports, trimLinks } from './compare-reports.ts';
import { type AskedReport, mentionElsewhere, mentionOthers } from './mention-others.ts';
import { firstOfParts, mergeAnswers, type ReportAnswer } from './merge-answers.ts';
import { createReportNames, type NamedReports, ownPlace } from './name-reports.ts';
import { type FinderFilter, type FinderQuery, readFinderQuery } from './report-finder.ts';
import { groupSeries, type Series } from './series.ts';

/** A question as it came: with the last ones of its conversation, newest first, and the reports to keep to. */
export type Asked = {
  readonly question: string;
  readonly earlier?: readonly string[] | undefined;
  readonly scope?: readonly string[] | undefined;
};

/** A question with the reports it may be about. */
export type AskedOfReports = Asked & {
  /** It normalised, and what it and the questions before name. */
  readonly text: string;
  readonly own: NamedReports;
  readonly before: readonly NamedReports[];
  /** What it was completed to from both questions before. */
  readonly both: string | null;
  /** All it may be answered from. */
  readonly series: readonly Series[];
  /** What finds those among them that are asked, where there are more than can be. */
  readonly search: { readonly query: FinderQuery; readonly filter: FinderFilter } | null;
};

export type FromReports = {
  readonly knowledge: Pick<Knowledge, 'version' | 'models'>;
  readonly reports: readonly CataloguedReport[];
  readonly tokenizer: Tokenizer;
  /** Answers one question from one library. */
  answerFrom(library: Library, question: string, earlier: readonly string[]): ReportAnswer;
};

/**
 * Series that are asked one by one; what is found in more is found by naming a place. Of very many reports (`MANY`) most say
 * much the same, and are seldom at hand: two show that a place has to be named.
 */
const MAX_ASKED = { few: 4, many: 2 } as const;
const MANY = 100;
/** Named ones that can be set beside each other. */
const MAX_COMPARED = 8;
/** Reports looked for: several may be of one series. */
export const MAX_FOUND = 24;

/** Gives the library of a report that is at hand. */
export type LibraryOf = (report: CataloguedReport) => Library;

export type ReportsAnswerer = {
  /** Reads which reports a question may be about. */
  read(asked: Asked): AskedOfReports;
  /** The reports that have to be at hand to answer it; `found` is what its search found, best first. */
  listNeeded(asked: AskedOfReports, found: readonly string[]): readonly CataloguedReport[];
  /** Answers it from their libraries. */
  answer(asked: AskedOfReports, found: readonly string[], libraryOf: LibraryOf): Answer;
  /** The newest reports of the series that are asked. */
  listAsked(asked: AskedOfReports, found: readonly string[]): readonly CataloguedReport[];
};

/** Creates what decides which reports a question is about, asks each of them by itself, and joins what they say. */
export function createReportsAnswerer(parts: FromReports): ReportsAnswerer {
  const { knowledge, reports, tokenizer, answerFrom } = parts;
  const names = createReportNames(reports, tokenizer);
  const mostAsked = reports.length > MANY ? MAX_ASKED.many : MAX_ASKED.few;

  /** The reports a question may be answered from: those it names, those of its scope, or all. */
  function chooseReports(
    named: readonly CataloguedReport[],
    scope: readonly string[] = [],
  ): readonly CataloguedReport[] {
    const scoped = scope.length === 0 ? [] : reports.filter(({ id }) => scope.includes(id));
    const within = named.filter((known) => scoped.includes(known));
    if (within.length > 0) return within;
    if (named.length > 0) return named;
    return scoped.length > 0 ? scoped : reports;
  }

  /** A place that no report is about gives way to the one that is named now. */
  const withoutPlaces = (text: string): string =>
    joinText(
      text,
      tokenizer.segment(text).filter((word) => isPlace(word.text, tokenizer)),
    ).text;

  function read(asked: Asked): AskedOfReports {
    const earlier = (asked.earlier ?? []).map((question) => names.read(normalizeText(question)));
    const [second, first] = earlier;
    const said = names.read(normalizeText(asked.question));
    // In one report the numbers themselves tell what is added up.
    const isPair = reports.length > 1 || !asksSum(asked.question);
    const both =
      (isPair && first && second && completePair(asked.question, [first, second])) ||
      (second &&
        (completePlaces(said, second) ??
          completeOfPlaces(asked.question, second) ??
          completeNames(said, { ...second, rest: withoutPlaces(second.rest) }))) ||
      null;
    // Both of them say all there is to know.
    const before = both === null ? earlier : [];
    const text = normalizeText(both ?? asked.question);
    const own = names.read(text);
    const chosen = chooseReports(own.reports, asked.scope);
    const series = groupSeries(chosen);
    const isOfAll = chosen.length === reports.length;
    const search =
      series.length > mostAsked
        ? {
            query: readFinderQuery(own.reports.length > 0 ? own.rest : text),
            filter: { reports: isOfAll ? null : chosen.map(({ id }) => id) },
          }
        : null;
    return { ...asked, text, own, before, both, series, search };
  }

  /** The series that are asked: those with the best sentences where there are many. */
  function chooseSeries({ series }: AskedOfReports, found: readonly string[]): readonly Series[] {
    if (series.length <= mostAsked) return series;
    const best = found.flatMap((id) => series.filter((each) => each.some((report) => report.id === id)));
    return [...new Set(best.length > 0 ? best : series)].slice(0, mostAsked);
  }

  /** The series whose reports are set beside each other where the question compares them. */
  const chooseCompared = (asked: AskedOfReports, found: readonly string[]): readonly Series[] =>
    asked.own.reports.length > 0 && asked.series.length <= MAX_COMPARED
      ? asked.series
      : chooseSeries(asked, found);

  /** The series outside the scope of a question that names none of them, where all can be asked; null where none is left out. */
  function listOutside({ own, series, scope }: AskedOfReports): readonly Series[] | null {
    if (own.reports.length > 0 || !scope?.length) return null;
    const within = new Set(series.flat().map(({ id }) => id));
    const outside = reports.filter(({ id }) => !within.has(id));
    if (outside.length === 0) return null;
    const others = groupSeries(outside);
    return series.length + others.length > mostAsked ? [] : others;
  }

  /** The series of the question before, by its names or the one of its answer, which a question stays with that names none. */
  function chooseKept(asked: AskedOfReports, libraryOf: LibraryOf | null): readonly Series[] {
    const [previous] = asked.before;
    if (!previous || asked.own.reports.length > 0) return [];
    if (previous.reports.length > 0) {
      const named = groupSeries(previous.reports);
      return named.length === 1 || previous.names.length > 1 ? named.slice(0, MAX_COMPARED) : [];
    }
    const [question = ''] = asked.earlier ?? [];
    const told = read({ question, scope: asked.scope });
    // What is found in very many reports is not at hand.
    if (libraryOf === null || told.search || told.series.length < 2) return [];
    const sources = new Set(answer(told, [], libraryOf).answers.map(({ source }) => source));
    const answered = told.series.filter((series) => series.some(({ id }) => sources.has(id)));
    return answered.length === 1 ? answered : [];
  }

  function answer(asked: AskedOfReports, found: readonly string[], libraryOf: LibraryOf): Answer {
    const { own, before, both, text } = asked;
    const { question } = asked;
    const base = { question, knowledgeVersion: knowledge.version };
    const whole = both ?? question;
    const context = before.map(({ rest }) => trimLinks(rest));
    const compared = compare(own, chooseCompared(asked, found));
    if (compared) return { ...base, ...compared, ...(both === null ? {} : { understoodAs: both }) };
    const said = answerSeries();
    if (both !== null) return { ...said, question, understoodAs: both };
    return { ...(reports.length > 1 ? nameAgain(said, own.names) : said), question };

    function compare({ rest, reports: named, names }: NamedReports, series: readonly Series[]) {
      const ask = (report: CataloguedReport) => answerFrom(libraryOf(report), rest, []).answer;
      const whole = names.reduce((said, name) => said.replaceAll(name, ` ${name} `), text);
      return compareReports({ whole, text: rest, series, libraryOf, ask, named, names });
    }

    /** The newest report of a series that answers, every time read as of the newest on its place, of whatever kind. */
    function askSeries(series: Series, question: string, earlier: readonly string[]): ReportAnswer {
      const [first, ...older] = series;
      const newest = asked.series.length > 1 ? findNewest(first, chooseSeries(asked, found).flat()) : first;
      const ask = (report: CataloguedReport): ReportAnswer => {
        if (report === newest) return answerFrom(libraryOf(report), question, earlier);
        const all = [...new Set([newest, ...series])].map(libraryOf);
        const said = answerFrom(asOfNewest(libraryOf(report), all), question, earlier);
        return isOvertaken(said.answer, newest) ? { ...said, answer: withdraw(said.answer) } : said;
      };
      let told = ask(first);
      for (const report of told.answer.status === 'abstained' ? older : []) {
        const past = ask(report);
        if (past.answer.status === 'answered') return past;
        // No other time is told than the one asked for where one of them is of it.
        if (isOfOtherTime(told)) told = past;
      }
      return told;
    }

    /**
     * Its own place stands in few sentences of a report, so it is asked without it as well: whichever is surer; a number for
     * `全县`, which says more than the name of the place, only if it is sure.
     */
    function askOnly(only: Series): Answer {
      const isKnown = knowledge.models.has(only[0].id);
      const isNamed = own.names.length > 0;
      const full = askSeries(only, whole, context);
      const isAnswered = full.answer.status === 'answered';
      const bare = isKnown && !isNamed ? text : names.withoutPlace(text, only[0]);
      if (bare === text || (isKnown && isAnswered)) return full.answer;
      const said = askSeries(only, bare, context);
      const [first] = said.answer.answers;
      const isSure = isNamed || said.probability >= SURE || !isNumber(first);
      if (isAnswered) return (first && said.probability >= full.probability ? said : full).answer;
      return (isSure && (first || !isKnown) ? said : full).answer;
    }

    /** What one of several series says, or its years together. */
    function askTogether(series: Series, asked: string): ReportAnswer {
      const said = askSeries(series, asked, context);
      const { status, understoodAs } = said.answer;
      if (status === 'answered') return said;
      const { rest } = names.read(normalizeText(understoodAs ?? asked));
      const together = compare({ reports: series, names: [], rest }, [series]);
      if (together?.status !== 'answered') return said;
      const again = understoodAs === undefined ? {} : { understoodAs };
      return { ...said, answer: { ...base, ...again, ...together } };
    }

    function answerSeries(): Answer {
      const [only, ...others] = asked.series;
      const outside = listOutside(asked);
      if (only && others.length === 0) return tellElsewhere(askOnly(only), asked.series, outside);
      const kept = chooseKept(asked, libraryOf);
      const followed = kept.map((each) => ({ known: each[0], said: askTogether(each, whole) }));
      const [first] = followed;
      if (first && followed.some(({ said }) => said.goesOn)) {
        const beside = chooseSeries(asked, found).filter(
          (each) => !kept.some(([newest]) => each.includes(newest)),
        );
        const answers = followed.some(({ said }) => said.answer.status === 'answered');
        const told = followed.length > 1 && answers ? tellEach(followed, text) : first.said.answer;
        return tellElsewhere(
          nameAgain(told, before[0]?.names.length ? before[0].names : [ownPlace(first.known)]),
          kept,
          beside,
        );
      }
      const areNamed = own.reports.length > 0;
      const told = chooseSeries(asked, found).map((each) => ({
        known: each[0],
        said: areNamed ? askTogether(each, trimLinks(own.rest)) : askSeries(each, whole, context),
      }));
      const [one, ...more] = told.map(({ known, said }) => ({ ...said, known }));
      if (!one) return { ...base, ...NOTHING, ...refuse('not-covered', WORDING.nothing) };
      const isOfEach = own.names.length > 1 && told.length === asked.series.length;
      const answered = isOfEach ? told.filter(({ said }) => said.answer.status === 'answered') : [];
      // Of several places that are named, each is told of, or said not to be.
      const merged = answered.length > 0 ? tellEach(told, trimLinks(own.rest)) : mergeAnswers([one, ...more]);
      return mentionOthers(tellElsewhere(merged, asked.series, outside), told);
    }

    /** Below a refusal of some series stands what others tell. */
    function tellElsewhere(
      said: Answer,
      within: readonly Series[],
      outside: readonly Series[] | null,
    ): Answer {
      if (said.status !== 'abstained' || outside === null) return said;
      const others = outside.map(
        (each): AskedReport => ({
          known: each[0],
          said: askSeries(each, whole, context),
        }),
      );
      return mentionElsewhere({ ...said, question }, within.flat(), others);
    }
  }

  return {
    read,
    listNeeded: (asked, found) => [
      ...new Set([
        ...chooseCompared(asked, found).flat(),
        ...chooseSeries(asked, found).flat(),
        ...chooseKept(asked, null).flat(),
        ...(listOutside(asked) ?? []).flat(),
      ]),
    ],
    answer,
    listAsked: (asked, found) => chooseSeries(asked, found).map(([newest]) => newest),
  };
}

/** What each place that is named says to the parts of a question, in their order, and what it does not tell. */
function tellEach(told: readonly AskedReport[], question: string): Answer {
  const [first] = told.filter(({ said }) => said.answer.status === 'answered');
  if (!first) throw new Error('no report answers');
  const messages = told.flatMap(({ known, said: { answer } }) => {
    const place = ownPlace(known) || known.title;
    if (answer.status !== 'answered') return [WORDING.partNotFound(place)];
    return answer.message === undefined ? [] : [WORDING.ofPlace(place, answer.message)];
  });
  const { message: _, ...answer } = first.said.answer;
  return {
    ...answer,
    ...(messages.length > 0 ? { message: messages.join('') } : {}),
    answers: told.flatMap(({ said: { answer } }) =>
      // What a message says of one part, no answer is to.
      firstOfParts(question, answer.answers).slice(0, answer.message === undefined ? undefined : 1),
    ),
  };
}

/** A question that stays with a report names its place, so that it asks the same when it is asked again. */
function nameAgain(answer: Answer, names: readonly string[]): Answer {
  const { understoodAs } = answer;
  if (understoodAs === undefined || names.some((name) => understoodAs.includes(name))) return answer;
  return { ...answer, understoodAs: `${names.join('和')}${understoodAs}` };
}

/** An older library of a series with the years of its newest, so that 去年 means the same in all; what all tell is told by it. */
function asOfNewest(older: Library, all: readonly Library[]): Library {
  const [newest = older] = all;
  const reports = [...older.knowledge.reports, ...newest.knowledge.reports];
  const told = all.toReversed().flatMap((library) => library.told);
  return {
    ...older,
    years: newest.years,
    periods: collectPeriods(reports),
    told: told.filter((period) => period.kind === 'actual' || newest.told.includes(period)),
    isOfSeries: true,
  };
}

const isOfOtherTime = ({ answer: { reason } }: ReportAnswer): boolean => reason === 'other-period';

/** The newest of some reports that is on the place of one. */
const findNewest = (one: CataloguedReport, among: readonly CataloguedReport[]): CataloguedReport =>
  among
    .filter((other) => ownPlace(one) !== '' && ownPlace(other) === ownPlace(one))
    .reduce((latest, other) => (other.year > latest.year ? other : latest), one);

/** A refusal in place of an answer that holds no more, which stands among the nearest sentences. */
const withdraw = (answer: Answer): Answer => ({
  ...answer,
  ...NOTHING,
  ...refuse('not-covered', WORDING.nothing, { nearest: answer.answers.map(placeOf) }),
});

/** What was aimed at for a time that is over by now is no answer any more. */
function isOvertaken({ answers: [first] }: Answer, newest: CataloguedReport): boolean {
  return first?.period?.kind === 'target' && first.period.year < newest.year;
}
