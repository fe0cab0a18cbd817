import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { isOwnName } from '../../../src/answering/reports/name-reports.ts';
import { buildKnowledge } from '../../../src/knowledge/build-knowledge.ts';
import type { SourceFile } from '../../../src/knowledge/knowledge.ts';

/** Two of these name a place that is no word: a thousand of them. */
const FIRST = '峦岚嵘峻岫嶂崤峁璟珩琮瑭璇珲琨瑄沅泖浔涑淝滁渌溱榆椿楸槿柘楠桢棠';
const LAST = '邑陂埠圩垭坳墟寨堡浦渚滘屿礁垱堰垸坪埕塅坨堍墩堌塬峪埂垄塘岙坝埭';

const NUMBER = /\d+(?:\.\d+)?(?=[%万亿个家人元项公件所户张名])/gu;

/** Always the same numbers between 0 and 1. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state / 2 ** 31;
  };
}

/** Writes as many reports as asked for into a folder: some texts again and again, each of another place, with other numbers. */
export function multiplyReports(
  texts: readonly SourceFile[],
  count: number,
  folder: string,
): readonly string[] {
  const random = createRandom(7);
  const bases = texts.map((file) => {
    const [known] = buildKnowledge({ seeds: [file], knowledge: [] }).reports;
    const names = (known?.places ?? []).filter((name) => isOwnName(name) && name.length <= 4);
    const bare = names.map((name) => name.replace(/(?<=..)[省市县区州]$/u, ''));
    return { text: file.text, title: known?.title ?? file.name, years: known?.years ?? [], names: bare };
  });
  const change = (printed: string): string => {
    const digits = printed.split('.')[1]?.length ?? 0;
    return Math.max(1, Number(printed) * (0.6 + 0.8 * random())).toFixed(digits);
  };
  mkdirSync(join(folder, 'seeds'), { recursive: true });
  mkdirSync(join(folder, 'knowledge'), { recursive: true });
  const places: string[] = [];
  const reports = Array.from({ length: count }, (_, at) => {
    const base = bases[at % bases.length];
    if (!base) throw new Error('there is no report to multiply');
    const place = `${FIRST.charAt(at % FIRST.length)}${LAST.charAt(Math.floor(at / FIRST.length) % LAST.length)}`;
    const rename = (text: string): string =>
      base.names.reduce((rest, name) => rest.replaceAll(name, place), text);
    const id = `report-${String(at).padStart(4, '0')}`;
    writeFileSync(join(folder, 'seeds', `${id}.txt`), rename(base.text).replace(NUMBER, change));
    places.push(place);
    return {
      id,
      title: `${place}:${rename(base.title)}`,
      places: [place, `${place}市`],
      years: [...base.years],
    };
  });
  writeFileSync(join(folder, 'knowledge', 'catalogue.yaml'), stringify({ reports }));
  return places;
}
