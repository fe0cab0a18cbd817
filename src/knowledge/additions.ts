import type { NamedFigure, SourceFile } from './knowledge.ts';
import type { CatalogueEntry } from './reviewed-files.ts';

/** A report that was added while the bot ran: what `report:add` would have written into the folders. */
export type AddedReport = { readonly entry: CatalogueEntry; readonly text: string; readonly map: string };

/** Another name of a number; the number is addressed by its span, as printed. */
export type AddedName = {
  readonly reportId: string;
  readonly start: number;
  readonly end: number;
  readonly name: string;
};

/** What people changed of the knowledge through Slack. It is used like the files of the folders, and counts for the version. */
export type Additions = {
  readonly reports: readonly AddedReport[];
  /** Ids of reports that are not answered from any more. */
  readonly withdrawn: readonly string[];
  /** Words that mean the same, as groups. */
  readonly words: readonly (readonly string[])[];
  readonly names: readonly AddedName[];
  /** Questions no report answers. */
  readonly absent: readonly string[];
};

export const NO_ADDITIONS: Additions = { reports: [], withdrawn: [], words: [], names: [], absent: [] };

/** The seeds and maps to read: those of the folders and those added, without the withdrawn. A seed of the folder stands. */
export function mergeSeeds(
  seeds: readonly SourceFile[],
  maps: readonly SourceFile[],
  { reports, withdrawn }: Additions,
): { readonly seeds: readonly SourceFile[]; readonly maps: readonly SourceFile[] } {
  const isIn = new Set(seeds.map(({ name }) => name));
  const added = reports.filter(({ entry }) => !isIn.has(`${entry.id}.txt`));
  const isKept = ({ name }: SourceFile): boolean =>
    !withdrawn.some((id) => name === `${id}.txt` || name === `${id}.map.json`);
  return {
    seeds: [...seeds, ...added.map(({ entry, text }) => ({ name: `${entry.id}.txt`, text }))].filter(isKept),
    maps: [...maps, ...added.map(({ entry, map }) => ({ name: `${entry.id}.map.json`, text: map }))].filter(
      isKept,
    ),
  };
}

/** The figures of a report, with the names people added to them. */
export function addNames(
  figures: readonly NamedFigure[],
  names: readonly AddedName[],
): readonly NamedFigure[] {
  if (names.length === 0) return figures;
  return figures.map((figure) => {
    const known = [figure.name, ...figure.aliases];
    const added = names.filter(
      ({ reportId, start, end, name }) =>
        reportId === figure.reportId && start === figure.start && end === figure.end && !known.includes(name),
    );
    return added.length === 0
      ? figure
      : { ...figure, aliases: [...figure.aliases, ...new Set(added.map(({ name }) => name))] };
  });
}

/** The additions as a file, so that the version of the knowledge tells of them; none where there are none. */
export function additionsFile(additions: Additions): readonly SourceFile[] {
  const { withdrawn, words, names, absent } = additions;
  const entries = additions.reports.map(({ entry }) => entry);
  if ([entries, withdrawn, words, names, absent].every(({ length }) => length === 0)) return [];
  return [{ name: 'additions', text: JSON.stringify({ entries, withdrawn, words, names, absent }) }];
}
