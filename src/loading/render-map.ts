import type { Extraction } from '../extraction/extraction.ts';
import { hashText, renderReportMap } from '../knowledge/report-map.ts';

/** The map of an extraction, as the file that is kept beside its seed. */
export function renderMap({ text, format, paragraphs, pages }: Extraction, original: string): string {
  return renderReportMap({
    original,
    format,
    sha256: hashText(text),
    pages: [...pages],
    paragraphs: paragraphs.map(({ page, ...paragraph }) => ({
      ...paragraph,
      ...(page === null ? {} : { page }),
    })),
  });
}
