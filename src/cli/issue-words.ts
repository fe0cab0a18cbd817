import { inBothLanguages } from '../in-both-languages.ts';

/** What the readers of reviewed files say, by words that are in it alone, and the same in Chinese; the first that fits. */
const ISSUE_WORDS: readonly (readonly [english: string, chinese: string])[] = [
  ['there is no seed', '没有这个编号的报告；请按报告的文件名改'],
  ['there is no report', '没有报告；请至少放一个 .txt 文件'],
  ['put the text of the report into it', '文件是空的；请把报告的文字放进去，或删掉这个文件'],
  ['no paragraph found', '里面没有一句正文（只有标题或一行字）；请放入报告全文，或删掉这个文件'],
  ['has the text of', '和另一份报告的文字一样；请删掉其中一份'],
  ['there is no folder', '没有这个文件夹；请检查 KNOWLEDGE_DIR 的路径，还没有审定过内容的，建一个空文件夹'],
  ['leads nowhere', '找不到这个文件；如果是链接，它指向的文件已经不在，请放回来，或删掉链接'],
  ['was made for another text', '和报告现在的文字对不上；请放回原来的文字，或重新加入报告'],
  ['only .txt is read', '这个文件夹里只读 .txt；请用 npm run report:add 加入这份文件'],
  ['is text in none of', '不是 UTF-8、UTF-16 或 GB18030 的文字；请另存为 UTF-8'],
  ['check its permissions', '读不了；请检查文件的权限'],
  ['more errors of syntax', '还有别的写法不对；请先改前面的'],
  ['is an alias', '这里不能用 YAML 的别名；请把内容写全'],
  ['is nested too deeply', '套得太深；最多三四层'],
  ['run npm run train', '这个文件和报告对不上；请重新运行 npm run train'],
  ['is no number of its quote', '引文里没有这个数；请从报告里原样复制'],
  ['is named twice', '起了两次名字；请只留一个'],
  ['is excluded twice', '排除了两次；请只留一个'],
  ['is named and excluded', '又起名字又排除；请只留一个'],
  ['is neither named nor excluded', '报告里的这个数还没有起名字，也没有排除'],
  ['stands here twice', '写了两次；请只留一个'],
  ['before it begins', '结束的日子比开始的早'],
  ['is no weekend day', '不是周末，不用补班'],
  ['is both a day off and a worked day', '又放假又补班；请只留一个'],
  ['is also used in', '编号和另一个目标重复；请换一个'],
  ['belongs to no target', '这个数不属于任何目标；请加上目标，或写进 notTargets'],
  ['tells what was done in', '这句话说的是做完的事，不是目标'],
  ['a goal belongs to every comparator', '除了 increase，都要写 goal；increase 不写'],
  ['needs a note saying how it differs', '口径不同的上年数，要写明哪里不同'],
  ['is not a number', '不是数'],
  ['is not a ratio', '不是比'],
  ['copy it from the report', '报告里没有这句话；请从报告里原样复制'],
  ['make it longer', '这句话在报告里不止一处；请写长一些，或写明在哪一节'],
  ['does not stand in', '报告里没有这句引文；请从报告里原样复制'],
  ['does not stand', '报告里没有这句话；请从报告里原样复制'],
  ['nobody reads this file', '没有程序读这个文件；文件该叫什么见 ARCHITECTURE.md'],
];

/** The same for whatever else is wrong with a report, and with an entry of a reviewed file; the place stands before it. */
const OTHERWISE_OF_TEXT = '这份报告读不出来；请用记事本打开看看，里面应是报告的文字';
const OTHERWISE = '这里的写法不对；请检查缩进、冒号、引号和每一项的写法';

/** A problem with a reviewed file, for administrators who read one language or the other. */
export function tellIssue(issue: string): string {
  const known = ISSUE_WORDS.find(([english]) => issue.includes(english))?.[1];
  return inBothLanguages(issue, known ?? (/\.txt(?::|$)/u.test(issue) ? OTHERWISE_OF_TEXT : OTHERWISE));
}
