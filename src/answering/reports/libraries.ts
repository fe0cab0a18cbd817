import type { Knowledge, KnownReport } from '../../knowledge/knowledge.ts';
import { narrowKnowledge } from '../../knowledge/narrow-knowledge.ts';
import type { Tokenizer } from '../../search/tokenize.ts';
import { createLibrary, type Library } from '../library.ts';
import { createVocabulary } from '../understanding/vocabulary.ts';

/** The library of each report of a knowledge, prepared when it is first asked for and kept. */
export type Libraries = {
  /** The tokenizer all of them share. */
  readonly tokenizer: Tokenizer;
  of(known: KnownReport): Library;
  /** Prepares the library of a report that has none yet; false when all have one. */
  prepareNext(): boolean;
};

/**
 * Gives every report a library of its own, so that what it prints is understood and weighed as if it were the only one:
 * no other report changes how a word is cut, how telling it is, or which years are meant.
 */
export function createLibraries(knowledge: Knowledge): Libraries {
  const vocabulary = createVocabulary(knowledge);
  const made = new Map<string, Library>();
  function of(known: KnownReport): Library {
    const { id } = known.report;
    const library = made.get(id) ?? createLibrary(narrowKnowledge(knowledge, [known]), vocabulary);
    made.set(id, library);
    return library;
  }
  return {
    tokenizer: vocabulary.tokenizer,
    of,
    prepareNext() {
      const next = knowledge.reports.find(({ report }) => !made.has(report.id));
      if (next) of(next);
      return made.size < knowledge.reports.length;
    },
  };
}
