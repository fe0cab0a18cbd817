import type { KnownReport } from '../../knowledge/knowledge.ts';
import type { Item, Section, Sentence } from '../../report/report.ts';
import { contains, type Span, sliceSpan } from '../../report/span.ts';
import { normalizeText } from '../../search/normalize.ts';
import type { Described } from './describe-sections.ts';
import { announces } from './find-runs.ts';

/** Fewer things are no enumeration. */
const MIN_INLINE_POINTS = 3;

/** Opens a point: `一是`, `第二`, `(三)`, `4.`, `——`. */
const ENUMERATOR =
  /^(?:[一二三四五六七八九十]+是|第[一二三四五六七八九十]+|[((][一二三四五六七八九十\d]+[))]|\d+[.、]|[—–\-●•·◆▪])/u;

/** The mark of a first point. */
const FIRST = /[一1]/u;

/** Ends by announcing a number of things: `着力推进十个方面重点任务。` */
const ANNOUNCEMENT =
  /(?:[一二三四五六七八九十]+|\d+)(?:个方面|方面|个|项|大|条|点|件)[^,。;:]{0,10}(?:任务|工作|目标|举措|措施|行动|工程|亮点|问题|项目|方面|重点|成果|成绩|安排)[。:]$/u;

/** How reports own up to what is still wanting, in whatever words they then name it. */
const OWNS_UP = /清醒地?(?:看到|认识到|认识)[^,:]{0,4}[,:]?/u;
/** What people call it. */
const WANTING = '存在的困难、问题和不足';

/**
 * Finds sentences that introduce what they enumerate, with what they enumerate as points: the clauses or sentences after
 * their colon (`主要目标是:……`), the numbered points after them (`以下6个项目:`), or the sections.
 */
export function describeEnumerations(known: KnownReport): Described[] {
  return known.report.items.flatMap((item) => {
    const { report } = known;
    const section = report.sections.find(({ id }) => id === item.sectionId);
    if (!section) return [];
    const sentences = report.sentences.filter((sentence) => contains(item, sentence));
    return sentences.flatMap((sentence, index): Described[] => {
      const folded = known.folded.slice(sentence.start, sentence.end).trimEnd();
      const colon = folded.search(/:(?!\d)/u);
      const isLast = index === sentences.length - 1;
      const opens =
        colon === folded.length - 1 ||
        ANNOUNCEMENT.test(folded) ||
        (isLast && announces(folded, findFollowing(known, item, section).length));
      const ownsUp = OWNS_UP.exec(folded);
      const points =
        ownsUp && colon < 0
          ? findOwnedUp(known, sentences.slice(index), sentence.start + ownsUp.index + ownsUp[0].length)
          : opens
            ? isLast
              ? findFollowing(known, item, section)
              : []
            : colon > 0
              ? findInline(known, sentences.slice(index), sentence.start + colon + 1)
              : findCounted(known, sentences.slice(index + 1));
      const last = points.at(-1);
      if (!last || points.length < (opens ? 2 : MIN_INLINE_POINTS)) return [];
      // A sentence that owns up and says what is part of the list; one that only says that there is something names it.
      const isPoint = ownsUp !== null && points[0]?.start !== undefined && points[0].start < sentence.end;
      const titleLength =
        colon > 0
          ? colon
          : ownsUp && isPoint
            ? ownsUp.index + ownsUp[0].replace(/[,:]$/u, '').length
            : folded.replace(/[。;]$/u, '').length;
      const title = { start: sentence.start, end: sentence.start + titleLength };
      const span = { start: sentence.start, end: last.end };
      const lead = item.lead && item.lead.start < sentence.start ? sliceSpan(report.source, item.lead) : '';
      return [
        {
          known,
          span,
          period: sentence.clauses.findLast(({ start }) => start < title.end)?.period ?? section.period,
          name: normalizeText(sliceSpan(report.source, title)) + (ownsUp ? WANTING : ''),
          above: normalizeText(`${section.path}/${lead}`),
          body: normalizeText(sliceSpan(report.source, span)),
          points,
          outline: '',
          title,
          depth: section.level + 1,
          isIntroduction: true,
        },
      ];
    });
  });
}

/** Whether a sentence ends, and no semicolon leads on to the next stretch. */
const isClosed = ({ folded }: KnownReport, { start, end }: Sentence): boolean =>
  !folded.slice(start, end).trimEnd().endsWith(';');

/** What follows a colon: clauses up to the full stop, or whole stretches between semicolons. */
function findInline(known: KnownReport, sentences: readonly Sentence[], from: number): readonly Span[] {
  const [first, ...others] = sentences;
  if (!first) return [];
  if (isClosed(known, first)) return first.clauses.filter(({ start }) => start >= from);
  const stop = others.findIndex((sentence) => isClosed(known, sentence));
  return [{ start: from, end: first.end }, ...others.slice(0, stop < 0 ? others.length : stop + 1)];
}

/** The counted points that follow a sentence in its paragraph (`办好10件实事。一是……。二是……。`). */
function findCounted({ folded }: KnownReport, sentences: readonly Sentence[]): readonly Span[] {
  const marks = sentences.map(({ start, end }) => ENUMERATOR.exec(folded.slice(start, end))?.[0] ?? '');
  const [first = ''] = marks;
  if (!FIRST.test(first)) return [];
  const opening = marks.flatMap((mark, at) => (mark !== '' && styleOf(mark) === styleOf(first) ? [at] : []));
  return opening.flatMap((at, order): Span[] => {
    const [from, last] = [sentences[at], sentences[(opening[order + 1] ?? sentences.length) - 1]];
    return from && last ? [{ start: from.start, end: last.end }] : [];
  });
}

/** What is owned up to: stretches between semicolons, or sentences; the first of them where it goes on to say what. */
function findOwnedUp(known: KnownReport, sentences: readonly Sentence[], from: number): readonly Span[] {
  const [first] = sentences;
  if (!first) return [];
  if (!isClosed(known, first)) return findInline(known, sentences, from);
  const said = first.clauses.filter(({ start }) => start >= from);
  const own = said.length > 1 ? [{ start: from, end: first.end }] : [];
  return [...own, ...sentences.slice(1)];
}

/** The numbered points after an item, else the sections below its own. */
function findFollowing({ report, folded }: KnownReport, item: Item, section: Section): readonly Span[] {
  const points: Item[] = [];
  const opening = (next: Item | undefined): string | undefined =>
    next && ENUMERATOR.exec(folded.slice(next.start, next.end))?.[0];
  const following = report.items.slice(report.items.indexOf(item) + 1);
  const first = opening(following[0]);
  for (const next of following) {
    const mark = opening(next);
    // Marks of another kind belong to another list, and so does a second `一是`.
    if (next.sectionId !== item.sectionId || !mark || !first || styleOf(mark) !== styleOf(first)) break;
    if (points.length > 0 && mark === first && /[\p{Script=Han}\d]/u.test(mark)) break;
    points.push(next);
  }
  if (points.length > 0) return points;
  return report.sections
    .filter(({ parentId, start }) => parentId === section.id && start >= item.end)
    .map(({ heading }) => heading);
}

const styleOf = (mark: string): string => mark.replace(/[一二三四五六七八九十\d]+/gu, '#');
