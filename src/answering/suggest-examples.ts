import { countAsked } from './count-asked.ts';
import type { Library } from './library.ts';
import type { FigureContext } from './ranking/figure-context.ts';
import { isOwnName } from './reports/name-reports.ts';

const MAX_EXAMPLES = 5;
/** Longer names make stiff examples; people ask in few words. */
const MAX_NAME_CHARS = 8;

/**
 * Questions the reports can answer, made from what they name; only those that `isAnswered` confirms. What people ask for
 * most comes first, one number of a sentence; where nothing is known, numbers from all over the report. Beside other
 * reports, a question names the place of its own.
 */
export function suggestExamples(
  libraries: readonly Library[],
  isAnswered: (question: string) => boolean,
): string[] {
  const [only, ...others] = libraries;
  if (only && others.length === 0) return suggestFrom(only, isAnswered);
  const most = Math.ceil(MAX_EXAMPLES / libraries.length);
  return libraries
    .flatMap((library) => {
      const place = library.knowledge.reports[0]?.places.find(isOwnName) ?? '';
      const named = (question: string): boolean => isAnswered(place + question);
      return suggestFrom(library, named)
        .slice(0, most)
        .map((question) => place + question);
    })
    .slice(0, MAX_EXAMPLES);
}

function suggestFrom(library: Library, isAnswered: (question: string) => boolean): string[] {
  const lists = library.years ? [`${library.years.thisYear}年有哪些目标？`] : [];
  const examples: string[] = [];
  const sentences = new Set<string>();
  for (const { figure, known } of orderByAsked(library)) {
    if (examples.length === MAX_EXAMPLES - lists.length) break;
    const question = `${shortenName(figure)}是多少？`;
    const sentence = `${known.report.id}:${figure.sentenceId}`;
    if (sentences.has(sentence) || !isAnswered(question)) continue;
    sentences.add(sentence);
    examples.push(question);
  }
  return [...examples, ...lists.filter(isAnswered)];
}

/** Numbers whose names people would say, those asked for most first; without known questions, evenly over the report. */
function orderByAsked({ figures, knowledge }: Library): readonly FigureContext[] {
  const named = figures.filter(
    ({ figure: { name } }) => name !== '' && name.length <= MAX_NAME_CHARS && !/[数()]/u.test(name),
  );
  const step = Math.max(1, Math.floor(named.length / (MAX_EXAMPLES - 1)));
  return named
    .map((context, index) => ({
      context,
      times: countAsked(knowledge, context),
      isSpread: index % step === 0,
    }))
    .toSorted((a, b) => b.times - a.times || Number(b.isSpread) - Number(a.isSpread))
    .map(({ context }) => context);
}

/** The name both of two parallel numbers have: `低保标准` of 城市低保标准. */
function shortenName({ name, owner }: FigureContext['figure']): string {
  return owner !== '' && name.startsWith(owner) ? name.slice(owner.length) : name;
}
