import type { LeftOutReason, Unread } from '../../extraction/extraction.ts';
import type { KeptChange } from '../../knowledge/changes.ts';
import type { ReceiveFault } from '../../knowledge/received-report.ts';
import { RECEIVE_LIMITS } from '../../knowledge/received-report.ts';
import { inQuotes } from '../../targets/in-quotes.ts';
import type { DownloadFault } from './download-file.ts';

/** Everything the bot says in Slack about adding reports and what people teach it. */

const MEBIBYTE = 1024 * 1024;

/** A day as people write it, in China, where the reports are. */
const DAY = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', dateStyle: 'long' });
export const dayOf = (at: Date): string => DAY.format(at);

export const KNOWLEDGE_BUTTONS = {
  confirm: '确认加入',
  describe: '改题目、地区、年份',
  discard: '放弃',
  withdraw: '撤回',
  restore: '恢复',
} as const;

export const RECEIVE = {
  reading: (name: string): string => `收到${inQuotes(name)}，正在读，读好了请您确认。`,
  notAllowed:
    '加入报告要由管理员来做。请把文件发给管理员，由管理员私信给我。是各项目标的进度表的，请用 /policy 填报 一项一项地报，或请管理员在服务器上用 npm run progress -- import 文件名 导入 CSV。',
  refused: (name: string, reason: string): string => `没能加入${inQuotes(name)}：${reason}`,
  sameText: (name: string, title: string): string =>
    `${inQuotes(name)}和已经加入的${inQuotes(title)}一字不差，没有再加一份。要重新加入，请先用 /policy 报告 撤回那一份。`,
  title: '读好了，请确认',
  lines: {
    title: (title: string): string => `题目：${title}`,
    noTitle: '题目：没有读到，请点“改题目、地区、年份”填上',
    places: (places: readonly string[]): string => `地区：${places.join('、')}`,
    noPlaces: '地区：没有读到，请填上，否则问题里写了地区也认不出这份报告',
    years: (years: readonly number[]): string => `年份：${years.join('、')}`,
    noYears: '年份：没有读到，请填上',
    sort: (sort: string): string => `种类：${sort}`,
    collection: (collection: string): string => `归入：${collection}`,
    found: (found: {
      readonly pages: number;
      readonly sections: number;
      readonly sentences: number;
      readonly figures: number;
      readonly excluded: number;
      readonly rows: number;
    }): string =>
      [
        ...(found.pages > 0 ? [`${found.pages}页`] : []),
        `${found.sections}个小节`,
        `${found.sentences}句`,
        ...(found.rows > 0 ? [`表格${found.rows}行`] : []),
        `${found.figures}个数字`,
      ].join('，') +
      (found.excluded > 0 ? `；另有${found.excluded}个数字不是数据（日期、序号之类），不作答案` : ''),
    headings: (headings: readonly string[], rest: number): string =>
      `各部分：${headings.join('；')}${rest > 0 ? `；等${headings.length + rest}个` : ''}`,
    leftOut: '没有收进来的：',
    unread: '没能读的：',
    sameTitle: '注意：已经有一份同名的报告。确认加入后，两份都会回答。',
  },
  confirmNote: '确认之前，谁也问不到这份报告。放弃的话，什么也不留下。',
  added: (title: string, version: string): string =>
    `已加入${inQuotes(title)}，现在就可以问了。知识版本 ${version}。不合适可以随时撤回。`,
  addedBefore: (title: string): string => `${inQuotes(title)}已经加入过了。`,
  notLive: (title: string): string =>
    `${inQuotes(title)}已经记下，但还没有生效；我会继续试。过一会儿请用 /policy 诊断 看看。`,
  discarded: (name: string): string => `已放弃${inQuotes(name)}，什么也没有留下。`,
  gone: '这份文件已经处理过了，或者已过保存期。请重新发一次。',
  confirmed: '这份文件已经加入了。要去掉，请用 /policy 报告 里的“撤回”。',
  described: (title: string): string => `改好了：${inQuotes(title)}。请看下面，确认加入。`,
} as const;

export const REPORT_FORM = {
  title: '这份报告',
  submit: '保存',
  cancel: '取消',
  labels: {
    title: '题目',
    places: '地区（几个名字用顿号分开）',
    years: '年份（用顿号分开）',
    sort: '种类，如 政府工作报告、年鉴',
    collection: '归入哪一组（频道可以只查一组）',
  },
  notYears: '年份请写四位数字，用顿号分开，如 2022、2023。',
} as const;

export const REPORTS = {
  title: '报告',
  none: '还没有报告。管理员把文件私信给我，确认后就可以问。',
  howToAdd: '要加入报告，管理员把 .docx、.pdf、.html 或 .txt 文件私信给我。',
  unknown: '没有说明',
  added: (change: KeptChange): string => `${dayOf(change.at)}加入`,
  received: (day: string): string => `${day}收到`,
  inFolder: '随程序提供',
  withdrawnTitle: '已撤回',
  withdrawn: (day: string): string => `${day}撤回`,
  withdrawTitle: '撤回这份报告？',
  withdrawText: (title: string): string =>
    `撤回${inQuotes(title)}后不再用它回答，它的目标也不再列出；填报的记录都还在。随时可以恢复。`,
  withdrew: (title: string, version: string): string => `已撤回${inQuotes(title)}。知识版本 ${version}。`,
  restored: (title: string, version: string): string => `已恢复${inQuotes(title)}。知识版本 ${version}。`,
  alreadyDone: '这一步已经做过了。',
  onlyOne: '只有一份报告时不能撤回；要换，请先加入新的。',
  notLast: '至少要留一份报告，这是最后一份，不能撤回。',
  notAllowed: '加入和撤回报告要由管理员来做。',
  notLive: '已经记下，但还没有生效；我会继续试。过一会儿请用 /policy 诊断 看看。',
} as const;

/** Why a file was not taken, and what the person can do. */
export const FAULTS: Readonly<Record<ReceiveFault | DownloadFault, string>> = {
  empty: '文件是空的。',
  'other-office': '这种格式读不了。请用原来的办公软件另存为 .docx 再发。',
  'other-print': '这种格式读不了。请用原来的阅读软件另存为 .pdf 再发。',
  picture: '这是图片。请先做文字识别（OCR）并校对，再发文字版。',
  sheet:
    '这是表格或幻灯片，不是文字报告。请把属于报告的部分印成 .pdf 再发。要报各项目标的进度，用 /policy 填报；成批的请存成 CSV，在服务器上运行 npm run progress -- import 文件名 导入。',
  'unknown-format':
    '只读 .docx、.pdf、.html 和 .txt；名字是这样、还是读不了，就是内容不是这种格式，请用原来的软件另存一份再发。',
  encoding: '文字的编码不是 UTF-8、UTF-16、GB18030。请另存为 UTF-8 再发。',
  damaged: '打不开：文件可能坏了。请用原来的软件重新保存一份再发。',
  password: '文件有密码，打不开。请去掉密码，另存一份再发。',
  bursting: '文件解开后太大，没有读。请用办公软件打开检查，只把正文和表格另存为 .docx 再发。',
  scan: '这是扫描件，每页都是图片，没有文字。请先做文字识别（OCR）并校对，再发。',
  'no-text': '里面没有文字。',
  'too-large': `文件超过${RECEIVE_LIMITS.bytes / MEBIBYTE}兆。请分成几份，或由维护的同事在服务器上加入。`,
  'too-many-pages': `超过${RECEIVE_LIMITS.pages}页。请分成几份再发。`,
  'too-much-text': '文字太长（超过约35万字）。请分成几份再发。',
  'no-report': '里面没有成段的文字，不像一份报告。',
  'too-slow': `读了${RECEIVE_LIMITS.timeoutMs / 1_000}秒还没有读完。请分成几份再发。`,
  'broke-off': '没能读完，文件可能有问题。请另存一份再发，或由维护的同事在服务器上加入。',
  'no-scope':
    '我没有读文件的权限。请工作区管理员给这个应用加上可选权限 files:read（说明见 docs/slack-setup.md），再发一次。',
  'not-delivered': '文件没能从 Slack 取到。请再发一次。',
};

export const LEFT_OUT: Readonly<Record<LeftOutReason, string>> = {
  navigation: '网页导航',
  'page-header': '页眉',
  'page-footer': '页脚',
  'page-number': '页码',
  'repeated-heading': '换页时重复的表头',
  'row-number': '表格的行号',
  'note-mark': '注释标记',
  comment: '批注',
  hidden: '隐藏的文字',
  turned: '斜放的文字（如水印）',
  formula: '公式',
  shape: '图形里的文字',
};

export const UNREAD: Readonly<Record<Unread['reason'], string>> = {
  scanned: '是扫描的图片',
  picture: '有图片，图里的字没有读',
  'unmapped-characters': '字体没有说明是什么字',
  'automatic-numbers': '有自动编号，编号本身不在文件里',
};

export const leftOutText = (part: {
  readonly reason: LeftOutReason;
  readonly count: number;
  readonly example: string;
}): string => `${LEFT_OUT[part.reason]}${part.count}处（如「${part.example}」）`;

export const unreadText = ({ page, reason, count }: Unread): string =>
  `${page === null ? '' : `第${page}页`}${UNREAD[reason]}${count > 1 ? `（${count}处）` : ''}`;
