import type { Extraction, LeftOutReason, Unread } from '../extraction/extraction.ts';
import { inBothLanguages } from '../in-both-languages.ts';

/** In English and in Chinese. */
type Words = readonly [english: string, chinese: string];

const LEFT_OUT: Readonly<Record<LeftOutReason, Words>> = {
  navigation: ['navigation and forms around the text', '网页导航'],
  'page-header': ['headers', '页眉'],
  'page-footer': ['footers', '页脚'],
  'page-number': ['page numbers', '页码'],
  'repeated-heading': ['headings of a table repeated on a new page', '换页时重复的表头'],
  'row-number': ['numbers of the rows of a table', '表格的行号'],
  'note-mark': ['marks of notes', '注释标记'],
  comment: ['comments', '批注'],
  hidden: ['text that is not shown', '隐藏的文字'],
  turned: ['text at a slant, such as a watermark', '斜放的文字，如水印'],
  formula: ['formulas', '公式'],
  shape: [
    'text of shapes that is not taken over; type it into the document if it belongs to the report',
    '图形里的文字；属于报告的，请打进正文',
  ],
};

const UNREAD: Readonly<Record<Unread['reason'], Words>> = {
  scanned: [
    'is a picture without text (a scan); have it recognised (OCR) and checked, and add that',
    '是扫描的图片，没有文字；请先做文字识别（OCR）并校对，再加入',
  ],
  picture: ['has pictures; words in them are not read', '有图片，图里的字没有读'],
  'unmapped-characters': [
    'has a font that does not say what its signs mean; print it anew or have it recognised',
    '字体没有说明是什么字；请重新印成 .pdf，或做文字识别',
  ],
  'automatic-numbers': [
    'has paragraphs whose numbers the office suite makes; they stand nowhere in the file',
    '有自动编号，编号本身不在文件里',
  ],
};

/** Texts left out are shown up to here for each reason, then counted. */
const MAX_SHOWN = 4;
const MAX_CHARS = 60;

/** Says for a person what was read of a file, what was left out of it with the reason, and what could not be read. */
export function describeExtraction(file: string, extraction: Extraction): string[] {
  const { paragraphs, pages, encoding, leftOut, unread } = extraction;
  const rows = paragraphs.filter(({ kind }) => kind === 'row').length;
  const from =
    encoding === null
      ? ['', '']
      : [
          `, read as ${encoding}; offsets refer to the text as decoded`,
          `，按 ${encoding} 读的，位置按读出的文字算`,
        ];
  const counted = `${paragraphs.length - rows}段，表格${rows}行，${pages.length === 0 ? '不分页' : `${pages.length}页`}`;
  const reasons = [...new Set(leftOut.map(({ reason }) => reason))];
  return [
    inBothLanguages(
      `${file}: ${paragraphs.length - rows} paragraphs, ${rows} rows of tables, ${pages.length || 'no'} pages${from[0]}`,
      `${counted}${from[1]}`,
    ),
    ...(rows > 0
      ? [
          inBothLanguages(
            'Rows of tables are written as sentences that name each number by its row and column.',
            '表格的每一行写成了句子，每个数都带着它的行名和列名。',
          ),
        ]
      : []),
    ...reasons.map((reason) => {
      const all = leftOut.filter((part) => part.reason === reason);
      const shown = all
        .slice(0, MAX_SHOWN)
        .map(({ text, page }) => `${onPage(page)}“${text.slice(0, MAX_CHARS)}”`);
      const [english, chinese] = LEFT_OUT[reason];
      const list = [...shown, ...(all.length > MAX_SHOWN ? ['…'] : [])].join(' ');
      return inBothLanguages(
        `Left out, ${english} (${all.length}): ${list}`,
        `没有读入${all.length}处：${chinese}`,
      );
    }),
    ...unread.map(({ page, reason, count }) => {
      const [english, chinese] = UNREAD[reason];
      return inBothLanguages(
        `Not read, ${file}${page === null ? '' : `, page ${page}`}: ${english} (${count})`,
        `没有读${count}处：${page === null ? '' : `第${page}页`}${chinese}`,
      );
    }),
  ];
}

const onPage = (page: number | null): string => (page === null ? '' : `page ${page} `);
