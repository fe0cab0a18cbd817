import type { Digest, DigestTarget } from '../targets/digest.ts';
import { type DigestContent, readDigestContent } from '../targets/digest-content.ts';
import {
  baselineText,
  DIGEST_WORDS,
  dayText,
  entryText,
  exceptionText,
  expectedText,
  goalText,
  isWithinTolerance,
  latestAndGoalText,
  reasonText,
  type ShowPerson,
  STATUS_LABELS,
  spellSign,
  staleText,
} from '../targets/digest-wording.ts';
import { DOCUMENT_WORDS } from './document-words.ts';

// Loaded only when somebody wants a document: it is the largest library of the bot.
const loadDocx = () => import('docx');
type Docx = Awaited<ReturnType<typeof loadDocx>>;
type Child = InstanceType<Docx['Paragraph']> | InstanceType<Docx['Table']>;

/** What offices write their papers in; readers without them fall back to their own. */
const FONT = { eastAsia: '仿宋', ascii: 'Times New Roman', hAnsi: 'Times New Roman' } as const;

const HEADING_FONT = { ...FONT, eastAsia: '黑体' } as const;

/** Widths of the columns of the table, in twentieths of a point; A4 less its margins is 9,026. */
const COLUMN_WIDTHS = [2_600, 1_300, 2_400, 1_326, 1_400] as const;

/** Makes a Word document of a digest: what must be known, attention, changes, the table, and each target's sentence. */
export async function buildDigestDocument(digest: Digest, showPerson: ShowPerson): Promise<Buffer> {
  const docx = await loadDocx();
  const content = readDigestContent(digest, showPerson);
  const document = new docx.Document({
    title: content.title,
    description: content.headline,
    styles: {
      default: {
        document: { run: { font: FONT, size: 24 } },
        title: { run: { font: HEADING_FONT, size: 36, bold: true }, paragraph: { alignment: 'center' } },
        heading1: { run: { font: HEADING_FONT, size: 28, bold: true, color: '000000' } },
      },
    },
    sections: [{ children: writeChildren(docx, content, showPerson) }],
  });
  return docx.Packer.toBuffer(document);
}

function writeChildren(docx: Docx, content: DigestContent, showPerson: ShowPerson): Child[] {
  const { digest } = content;
  const paragraph = (text: string) => new docx.Paragraph({ text, spacing: { after: 120 } });
  const heading = (text: string) =>
    new docx.Paragraph({ text, heading: docx.HeadingLevel.HEADING_1, spacing: { before: 240, after: 120 } });
  const bullets = (lines: readonly string[]) =>
    lines.map((text) => new docx.Paragraph({ text: spellSign(text), bullet: { level: 0 } }));
  const numeric = digest.targets.filter(({ kind }) => kind === 'numeric');
  const milestones = digest.targets.filter(({ kind }) => kind === 'milestone');
  return [
    new docx.Paragraph({ text: content.title, heading: docx.HeadingLevel.TITLE, spacing: { after: 240 } }),
    ...[content.selection, content.headline, ...content.samples]
      .filter((text) => text !== '')
      .map((text) => new docx.Paragraph({ children: [new docx.TextRun({ text, bold: true })] })),
    heading(DIGEST_WORDS.attention),
    ...(content.attention.length > 0 ? bullets(content.attention) : [paragraph(content.calm)]),
    ...content.people.map(paragraph),
    heading(DIGEST_WORDS.changes(digest.since)),
    ...bullets([
      ...content.changes,
      ...(content.unchanged.length > 0 ? [DIGEST_WORDS.unchanged(content.unchanged)] : []),
    ]),
    ...(digest.changes.length === 0 ? [paragraph(DIGEST_WORDS.noChanges(digest.since))] : []),
    ...(numeric.length > 0
      ? [heading(DOCUMENT_WORDS.numbers), writeTable(docx, content, { targets: numeric, showPerson })]
      : []),
    ...[
      { title: DOCUMENT_WORDS.numberSentences, targets: numeric },
      { title: DOCUMENT_WORDS.taskSentences, targets: milestones },
    ].flatMap(({ title, targets }) =>
      targets.length === 0
        ? []
        : [
            heading(title),
            ...targets.flatMap((target) => [
              new docx.Paragraph({
                spacing: { before: 120 },
                keepNext: true,
                children: [new docx.TextRun({ text: headOf(target), bold: true })],
              }),
              ...detailsOf(target, showPerson).map((text) => new docx.Paragraph({ text })),
              new docx.Paragraph({ text: `「${target.quote}」`, indent: { left: 480 } }),
              new docx.Paragraph({
                indent: { left: 480 },
                spacing: { after: 120 },
                children: [new docx.TextRun({ text: placeOf(target), size: 20, color: '595959' })],
              }),
            ]),
          ],
    ),
    paragraph(DOCUMENT_WORDS.basis(digest)),
  ];
}

function writeTable(
  docx: Docx,
  { markOf }: DigestContent,
  { targets, showPerson }: { readonly targets: readonly DigestTarget[]; readonly showPerson: ShowPerson },
) {
  const row = (texts: readonly string[], isHead: boolean) =>
    new docx.TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: texts.map(
        (text, index) =>
          new docx.TableCell({
            width: { size: COLUMN_WIDTHS[index] ?? 1_300, type: docx.WidthType.DXA },
            children: [
              new docx.Paragraph({ children: [new docx.TextRun({ text, bold: isHead, size: 21 })] }),
            ],
          }),
      ),
    });
  return new docx.Table({
    columnWidths: [...COLUMN_WIDTHS],
    width: { size: 100, type: docx.WidthType.PERCENTAGE },
    rows: [
      row(DOCUMENT_WORDS.columns, true),
      ...targets.map((target) =>
        row(
          [
            target.name,
            STATUS_LABELS[target.status].word,
            target.latest ? latestAndGoalText(target, markOf(target)) : DOCUMENT_WORDS.goal(goalText(target)),
            expectedText(target) ?? '—',
            target.owners.length > 0 ? target.owners.map(showPerson).join('、') : '—',
          ],
          false,
        ),
      ),
    ],
  });
}

/** `社区养老服务站：进展正常`. */
function headOf(target: DigestTarget): string {
  return `${target.name}：${STATUS_LABELS[target.status].word}`;
}

function detailsOf(target: DigestTarget, showPerson: ShowPerson): string[] {
  const { latest, unit } = target;
  const sample = latest?.isSample ? DOCUMENT_WORDS.sample : '';
  const said = latest
    ? DOCUMENT_WORDS.latest(
        `${entryText(latest, unit)}${sample}`,
        dayText(latest.asOf),
        // Nobody recorded a sample.
        latest.isSample ? '' : showPerson(latest.recordedBy),
      )
    : '';
  const why = isWithinTolerance(target) || target.status !== 'on-track' ? reasonText(target) : '';
  const note = latest && !latest.isSample && latest.note !== '' ? DOCUMENT_WORDS.note(latest.note) : '';
  return [
    [said, why, staleText(target), exceptionText(target, showPerson)]
      .filter((part) => part !== '')
      .join('；'),
    note,
    baselineText(target),
  ].filter((line) => line !== '');
}

function placeOf({ section, source, start, end }: DigestTarget): string {
  return `${section}（${source} [${start}, ${end})）`;
}
