import type { Knowledge, KnownReport } from '../../knowledge/knowledge.ts';
import { narrowKnowledge } from '../../knowledge/narrow-knowledge.ts';
import type { Tokenizer } from '../../search/tokenize.ts';
import type { CataloguedReport } from '../answer.ts';
import { createLibrary, type Library } from '../library.ts';
import type { SavedIndex } from '../retrieval/candidate-index.ts';
import { createVocabulary } from '../understanding/vocabulary.ts';

/** A report with what was saved of its library, if anything was. */
export type OpenedReport = { readonly known: KnownReport; readonly saved?: SavedIndex };

/** The libraries of the reports that were asked lately, each prepared when it is first asked for. */
export type Libraries = {
  /** The tokenizer all of them share. */
  readonly tokenizer: Tokenizer;
  of(known: KnownReport, saved?: SavedIndex): Library;
  /** Gives the library of each of some reports by what the catalogue says of it. */
  among(reports: readonly OpenedReport[]): (report: Pick<CataloguedReport, 'id'>) => Library;
  /** The library of a report by its id, if it is there. */
  find(id: string): Library | undefined;
  /** Whether the library of one more report fits beside those there are. */
  hasRoom(known: KnownReport): boolean;
};

/** What all libraries together may take; those asked least lately make room for others. */
const MOST_BYTES = 160e6;

/**
 * What a library takes, by the length of its report: 3 to 5 MB for the twelve thousand characters of a usual one, measured
 * over 30 reports after 190 questions to each.
 */
const BYTES_PER_CHAR = 400;

const sizeOf = ({ report }: KnownReport): number => report.source.length * BYTES_PER_CHAR;

/**
 * Gives every report a library of its own, so that what it prints is understood and weighed as if it were the only one:
 * no other report changes how a word is cut, how telling it is, or which years are meant. Those of reports with known
 * questions, and the first there is, are kept for good.
 */
export function createLibraries(knowledge: Knowledge, mostBytes = MOST_BYTES): Libraries {
  const vocabulary = createVocabulary(knowledge);
  /** In the order in which they were last asked. */
  const made = new Map<string, { readonly known: KnownReport; readonly library: Library }>();
  let first: string | undefined;
  let bytes = 0;

  const isKept = (id: string): boolean => id === first || knowledge.models.has(id);

  function makeRoom(): void {
    for (const [id, { known }] of made) {
      if (bytes <= mostBytes) return;
      if (isKept(id)) continue;
      made.delete(id);
      bytes -= sizeOf(known);
    }
  }

  function of(known: KnownReport, saved?: SavedIndex): Library {
    const { id } = known.report;
    first ??= id;
    const there = made.get(id);
    made.delete(id);
    if (there) {
      made.set(id, there);
      return there.library;
    }
    bytes += sizeOf(known);
    makeRoom();
    const library = createLibrary(narrowKnowledge(knowledge, [known]), vocabulary, saved);
    made.set(id, { known, library });
    return library;
  }

  return {
    tokenizer: vocabulary.tokenizer,
    of,
    among(reports) {
      const byId = new Map(reports.map((each) => [each.known.report.id, each]));
      return ({ id }) => {
        const opened = byId.get(id);
        if (!opened) throw new Error(`report “${id}” is not at hand`);
        return of(opened.known, opened.saved);
      };
    },
    find: (id) => made.get(id)?.library,
    hasRoom: (known) => bytes + sizeOf(known) <= mostBytes,
  };
}
