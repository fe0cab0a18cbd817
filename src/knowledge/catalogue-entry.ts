import { isSeq, parseDocument } from 'yaml';
import { AppError } from '../errors.ts';
import type { CatalogueEntry } from './reviewed-files.ts';

/**
 * Adds an entry to the text of `catalogue.yaml`, comments and order kept; without a text it begins one.
 *
 * @throws AppError `knowledge_invalid` when the text is no catalogue.
 */
export function addCatalogueEntry(text: string | undefined, entry: CatalogueEntry): string {
  const document = parseDocument(text === undefined || text.trim() === '' ? 'reports: []\n' : text);
  const reports = document.errors.length === 0 ? document.get('reports') : null;
  if (!isSeq(reports)) {
    throw new AppError(
      'knowledge_invalid',
      'catalogue.yaml: has no list of reports; run npm run knowledge:check',
    );
  }
  const { id, title, places, years, kind, collection, received } = entry;
  const node = document.createNode({
    id,
    ...(title === undefined ? {} : { title }),
    ...(places.length > 0 ? { places } : {}),
    ...(years.length > 0 ? { years } : {}),
    ...(kind === undefined ? {} : { kind }),
    ...(collection === undefined ? {} : { collection }),
    ...(received === undefined ? {} : { received }),
  });
  for (const list of ['places', 'years']) {
    const values = node.get(list);
    if (isSeq(values)) values.flow = true;
  }
  reports.flow = false;
  reports.add(node);
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}
