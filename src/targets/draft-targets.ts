import { draftFigures } from '../knowledge/draft-figures.ts';
import type { Figure } from '../report/figures.ts';
import { foldWidth } from '../report/fold-width.ts';
import type { Clause, Report, Sentence } from '../report/report.ts';
import { contains, type Span, sliceSpan } from '../report/span.ts';
import { isRatio, parseAmount } from './amount.ts';
import type { Comparator, Measure } from './target.ts';

/** Why a drafted target deserves a closer look than the others. */
export type TargetDoubt = 'comparator-guessed' | 'number-in-words' | 'increase' | 'same-quote';

/** A target as the text of the report proposes it, to be reviewed by people. */
export type DraftedTarget = {
  readonly id: string;
  readonly name: string;
  readonly quote: string;
  /** Where the quote stands; needed in the draft only when the quote occurs more than once. */
  readonly section: string;
  readonly needsSection: boolean;
  readonly numeric: {
    readonly comparator: Exclude<Comparator, 'increase'>;
    readonly measure: Measure;
    readonly goal: string;
    readonly unit: string;
  } | null;
  /** What has to exist at the end; null for numbers. */
  readonly milestone: string | null;
  readonly doubts: readonly TargetDoubt[];
};

export type TargetsDraft = {
  /** The year the report sets targets for; null when it names none: then nothing can be drafted. */
  readonly year: number | null;
  readonly targets: readonly DraftedTarget[];
};

/** The file holds names to this. */
const MAX_NAME_CHARS = 40;

/** What a deliverable is done by. A clause of the part about the future without any of these says how, not what. */
const VERBS =
  /出台|制定|印发|编制|修订|起草|启动|建立|建成|建设|构建|搭建|完成|完善|举办|召开|开展|组织|实施|推进|推动|推广|落实|试点|成立|设立|设置|开发|打造|培育|培养|创建|改造|整治|治理|健全|规范|加强|强化|深化|提升|提高|扩大|开放|公布|发布|引导|引进|探索|研究|做好|抓好|办好|确保|实现|加快|争取|力争|督促|指导|贯彻|建好|升级|清理|核查|评估|考核|培训|宣传|联检|巩固|优化|整合|拓展|防范|化解|保障|督查|检查|解决|推行|普及|支持|鼓励|发展/u;

/** Openings of what guides the work, or only says what the points after it are about. */
const PREAMBLE = /^(?:以(?!案)|坚持|是|围绕|按照|根据)/u;

/** “More than before” without a number: a reviewer decides whether it is measured. */
const INCREASE = /提高|提升|增加|扩大|增长/u;

const AT_LEAST = /不低于|不少于|至少|以上|超过|突破/u;
const AT_MOST = /不高于|不超过|不多于|以内|以下|控制在/u;
const REACH = /(?:达到?|提高到|提升到|缩小到|降到|降低到|下降到|增加到|扩大到|保持在?)$/u;

/** Dimensions of what is there on a day rather than done in a year. */
const LEVELS: ReadonlySet<string> = new Set(['percent', 'ratio', 'multiple', 'share']);

/** Drafts the targets of a report: every number aimed at, and every clause about the future that names a deed. */
export function draftTargets(report: Report, figures: readonly Figure[]): TargetsDraft {
  const year = report.years?.thisYear ?? null;
  if (year === null) return { year, targets: [] };
  const names = new Map(
    draftFigures(report, figures).flatMap(({ figures: drafted }) =>
      drafted.map(({ figure, name }) => [figure, name] as const),
    ),
  );
  const serials = new Map<string, number>();
  const nextId = (sectionId: string): string => {
    const index = report.sections.findIndex(({ id }) => id === sectionId) + 1;
    const serial = (serials.get(sectionId) ?? 0) + 1;
    serials.set(sectionId, serial);
    return `${year}-${index}-${String(serial).padStart(2, '0')}`;
  };
  const targets = report.sentences.flatMap((sentence) =>
    sentence.clauses
      .filter(({ period }) => period?.kind === 'target')
      .flatMap((clause): DraftedTarget[] => {
        const anchor = findAnchor(report, sentence, clause);
        const inClause = figures.filter(
          (figure) => figure.period?.kind === 'target' && figure.clause.start === clause.start,
        );
        const text = sliceSpan(report.source, clause).trim();
        const numeric = inClause.flatMap((figure) => {
          const read = readNumber(report, figure);
          return read ? [{ ...read, name: names.get(figure) ?? text }] : [];
        });
        if (numeric.length > 0) {
          return numeric.map(({ name, doubts, ...number }) => ({
            ...anchor,
            id: nextId(sentence.sectionId),
            name: shorten(name === '?' ? text : name),
            numeric: number,
            milestone: null,
            doubts: numeric.length > 1 ? [...doubts, 'same-quote'] : doubts,
          }));
        }
        if (inClause.length === 0 && !isDeed(report, clause, text)) return [];
        const doubts: TargetDoubt[] = [
          ...(inClause.length > 0 ? (['number-in-words'] as const) : []),
          ...(inClause.length === 0 && INCREASE.test(text) ? (['increase'] as const) : []),
        ];
        const id = nextId(sentence.sectionId);
        return [{ ...anchor, id, name: shorten(text), numeric: null, milestone: text, doubts }];
      }),
  );
  return { year, targets };
}

function isDeed(report: Report, clause: Clause, text: string): boolean {
  const isLead = report.items.some(({ lead }) => lead !== null && contains(lead, clause));
  return VERBS.test(text) && !PREAMBLE.test(text) && !isLead;
}

/** The clause if it stands once, if need be under its heading; else the whole sentence. */
function findAnchor(
  report: Report,
  sentence: Sentence,
  clause: Clause,
): Pick<DraftedTarget, 'quote' | 'section' | 'needsSection'> {
  const { source, sections } = report;
  const section = sections.find(({ id }) => id === sentence.sectionId);
  const path = section?.path ?? '';
  const quote = sliceSpan(source, clause).trim();
  if (countIn(source, quote) === 1) return { quote, section: path, needsSection: false };
  const isOnceHere = section !== undefined && path !== '' && countIn(sliceSpan(source, section), quote) === 1;
  if (isOnceHere) return { quote, section: path, needsSection: true };
  return { quote: sliceSpan(source, sentence).trim(), section: path, needsSection: false };
}

function countIn(text: string, quote: string): number {
  return text.split(quote).length - 1;
}

/** The number as a target's goal; null for one that is written in words or has neither unit nor ratio. */
function readNumber(
  report: Report,
  figure: Figure,
): (NonNullable<DraftedTarget['numeric']> & { readonly doubts: readonly TargetDoubt[] }) | null {
  const goal = sliceSpan(report.source, figure.value);
  const { unit, qualifier, dimension } = figure;
  const printed = foldWidth(sliceSpan(report.source, figure));
  const isWhole = printed.includes(foldWidth(`${goal}${unit}`));
  if (parseAmount(goal) === null || !isWhole || (unit === '' && !isRatio(goal))) return null;
  const lead = sliceSpan(report.source, { start: figure.clause.start, end: figure.start } satisfies Span);
  const around = `${qualifier} ${sliceSpan(report.source, figure.clause)}`;
  const stated: Exclude<Comparator, 'increase'> | null = AT_LEAST.test(around)
    ? 'at-least'
    : AT_MOST.test(around)
      ? 'at-most'
      : REACH.test(lead)
        ? 'reach'
        : null;
  const measure: Measure = LEVELS.has(dimension) || unit === '%' || isRatio(goal) ? 'level' : 'cumulative';
  return {
    comparator: stated ?? 'at-least',
    measure,
    goal,
    unit,
    doubts: stated === null ? ['comparator-guessed'] : [],
  };
}

function shorten(name: string): string {
  return name.length <= MAX_NAME_CHARS ? name : `${name.slice(0, MAX_NAME_CHARS - 1)}…`;
}
