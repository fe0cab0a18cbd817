import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAnswerer } from '../../src/answering/create-answerer.ts';
import { MAX_FOUND } from '../../src/answering/reports/answer-from-reports.ts';
import { createReportFinder, readFinderQuery } from '../../src/answering/reports/report-finder.ts';
import type { ReportShelf } from '../../src/answering/reports/report-shelf.ts';
import { startAnswerThread } from '../../src/answers/answer-thread.ts';
import { buildShelfCore, type ServedCore } from '../../src/build-core.ts';
import { buildKnowledge } from '../../src/knowledge/build-knowledge.ts';
import { type ReadFiles, readKnowledgeFiles } from '../../src/loading/read-knowledge-files.ts';
import { createLog } from '../../src/logging.ts';
import { normalizeText } from '../../src/search/normalize.ts';
import { type Database, openDatabase } from '../../src/storage/database.ts';
import { createReportShelf } from '../../src/storage/report-shelf-store.ts';
import {
  CIVIL_AFFAIRS,
  GOVERNMENT_REPORT,
  OTHER_REPORT,
  readAllParts,
  UNREVIEWED,
} from '../eval/question-sets.ts';
import type { TestLocation } from '../support/database-places.ts';
import { createPostgresDatabase } from '../support/engines.ts';

const NOW = new Date('2026-11-30T00:00:00Z');
const OTHERS = [OTHER_REPORT, GOVERNMENT_REPORT, ...UNREVIEWED];

/** The shipped report with its reviews, and the reports of tests. */
function readAllFiles(): ReadFiles {
  const shipped = readKnowledgeFiles(CIVIL_AFFAIRS);
  const others = OTHERS.flatMap(
    ({ seedsDir }) => readKnowledgeFiles({ seedsDir, knowledgeDir: 'none' }).seeds,
  );
  return { ...shipped, seeds: [...shipped.seeds, ...others] };
}

const without = (files: ReadFiles, id: string): ReadFiles => ({
  ...files,
  seeds: files.seeds.filter(({ name }) => name !== `${id}.txt`),
});

/** Every so many questions of all sets, since each is asked twice. */
function readQuestions(every: number): readonly string[] {
  const all = [CIVIL_AFFAIRS, ...OTHERS].flatMap(readAllParts).map(({ question }) => question);
  return [...new Set(all)].filter((_, at) => at % every === 0);
}

describe('createReportShelf', () => {
  const files = readAllFiles();
  const knowledge = buildKnowledge(files);
  let place: TestLocation;
  let database: Database;
  let shelf: ReportShelf;
  let core: ServedCore;

  beforeAll(async () => {
    place = await createPostgresDatabase();
    database = await openDatabase(place.location);
    shelf = createReportShelf(database.db);
    core = await buildShelfCore(files, shelf, NOW);
  }, 60_000);

  afterAll(async () => {
    await database.close();
    await place.drop();
  });

  const countRead = async (wanted: ReadFiles): Promise<number> => {
    let read = 0;
    const counting: ReportShelf = {
      ...shelf,
      fill: (versions, reader, now) =>
        shelf.fill(
          versions,
          (id) => {
            read += 1;
            return reader(id);
          },
          now,
        ),
    };
    await buildShelfCore(wanted, counting, NOW);
    return read;
  };

  it('finds the reports that are found in the process, in the same order', async () => {
    const find = createReportFinder(knowledge.reports);
    const some = { reports: knowledge.reports.slice(2, 9).map(({ report }) => report.id) };

    for (const question of readQuestions(50)) {
      const query = readFinderQuery(normalizeText(question));
      for (const filter of [{ reports: null }, some])
        expect(await shelf.findCandidates(query, filter, MAX_FOUND), question).toEqual(
          find(query, filter, MAX_FOUND),
        );
    }
  }, 120_000);

  it('answers as reports in the process do', async () => {
    const answerer = createAnswerer(knowledge);

    expect(core.answerer.knowledgeVersion).toBe(knowledge.version);
    expect(core.answerer.reports).toEqual(answerer.reports);
    for (const question of readQuestions(60))
      expect(await core.answerer.answer(question), question).toEqual(answerer.answer(question));
  }, 240_000);

  it('keeps what follows up on a named report, and the paragraph around an answer', async () => {
    const answerer = createAnswerer(knowledge);
    const [known] = knowledge.reports.filter(({ places }) => places.some((name) => name.length > 2));
    const named = `${known?.places.find((name) => name.length > 2)}去年地区生产总值多少`;
    const [first] = answerer.answer(named).answers;

    expect(await core.answerer.answer('那新增就业呢', [named])).toEqual(
      answerer.answer('那新增就业呢', [named]),
    );
    expect(await core.answerer.contextOf(first?.source ?? '', first?.start ?? 0, first?.end ?? 0)).toEqual(
      answerer.contextOf(first?.source ?? '', first?.start ?? 0, first?.end ?? 0),
    );
  });

  it('reads nothing again at the next start, and one report when it comes back', async () => {
    const id = knowledge.reports[3]?.report.id ?? '';
    const query = readFinderQuery(normalizeText('地区生产总值增长多少'));
    const before = await shelf.findCandidates(query, { reports: null }, MAX_FOUND);

    expect(await countRead(files)).toBe(0);
    expect(await countRead(without(files, id))).toBe(0);
    expect(await shelf.findCandidates(query, { reports: [id] }, MAX_FOUND)).toEqual([]);
    expect(await countRead(files)).toBe(1);
    expect(await shelf.findCandidates(query, { reports: null }, MAX_FOUND)).toEqual(before);
  }, 60_000);

  it('is filled once by replicas that start together', async () => {
    const fresh = await createPostgresDatabase();
    const replicas = await Promise.all([openDatabase(fresh.location), openDatabase(fresh.location)]);

    const cores = await Promise.all(
      replicas.map(({ db }) => buildShelfCore(files, createReportShelf(db), NOW)),
    );

    const asked = await Promise.all(cores.map(({ answerer }) => answerer.answer('城镇新增就业多少人')));
    expect(asked[0]).toEqual(asked[1]);
    const { counted } = await replicas[0].db
      .selectFrom('shelved_reports')
      .select(({ fn }) => fn.countAll().as('counted'))
      .executeTakeFirstOrThrow();
    expect(Number(counted)).toBe(knowledge.reports.length);
    await Promise.all(replicas.map((replica) => replica.close()));
    await fresh.drop();
  }, 120_000);

  it('serves the answering thread where there are more than a hundred reports', async () => {
    const seeds = Array.from({ length: 101 }, (_, at) => ({
      name: `report-${at}.txt`,
      text: `2026年工作报告\n一、2025年工作回顾\n新增就业${at + 1}万人。建成帆船港${at + 2}个。\n`,
    }));
    const fresh = await createPostgresDatabase();
    const databaseUrl = 'url' in fresh.location ? fresh.location.url : '';
    const log = createLog({ level: 'error', now: () => NOW, write: (line) => process.stderr.write(line) });
    const thread = startAnswerThread({ files: { ...files, seeds, maps: [] }, databaseUrl, log });

    const { reports, outline } = await thread.whenReady;
    const scope = ['report-70'];
    const { result } = await thread.call('answer', { question: '去年新增就业多少人', scope }, 'U1');
    const [first] = result.answers;
    const place = { source: first?.source ?? '', start: first?.start ?? 0, end: first?.end ?? 0 };

    expect([reports.length, outline.length]).toEqual([101, 101]);
    expect(first).toMatchObject({ source: 'report-70', value: '71', unit: '万人' });
    expect((await thread.call('contextOf', place, 'U1')).result?.quote).toContain('建成帆船港72个。');
    expect((await thread.call('figuresIn', place, 'U1')).result.map(({ printed }) => printed)).toContain(
      '71万人',
    );
    expect((await thread.call('explain', { question: '帆船港多少个' }, 'U1')).result).toContain('帆船港');
    await thread.close();
    await fresh.drop();
  }, 60_000);
});
