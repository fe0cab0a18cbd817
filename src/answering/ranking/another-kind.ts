import { sliceSpan } from '../../report/span.ts';
import type { Interpretation } from '../understanding/interpret-question.ts';
import { countsAnother, readStock } from './counted-thing.ts';
import { type FigureContext, WHOLE_YEAR } from './figure-context.ts';

/** Words that turn a thing into its opposite: 非法社会组织 are no 社会组织. */
const IRREGULAR = /非法|违法|违规|违纪|不合格|不符合|虚假|假冒|无证|未经|超标|超限|超载/u;
/** Doings that are only done to such things. */
const SUPPRESSING = /查|处|取缔|打击|整治|整改|清|退|惩|罚|关停|曝光|撤|揪|抓|逮|端|收拾/u;

/** What was added in a year is not what there is (`新增慈善组织` and `慈善组织达到89家`). */
const ASKS_FOR_NEW = /新(?:增|建|开|设|添|成立|注册)/u;
const HELD = /现有|达到|共有|拥有|累计/u;
const ADDED = /新|增|建/u;

/**
 * Doings that pick some of a thing out: those built, repaired, closed, examined or hired in a year are not all there
 * are.
 */
export const PICKING =
  /新(?:增|建|设|开|添|改|办|成立|注册)|改造|改建|扩建|翻新|升级|修缮|维修|加固|整治|整修|查处|取缔|清退|清理|关停|关闭|淘汰|拆除|出台|制定|印发|检查|抽查|培训|安置|招聘|招录|招引|引进|联检|评选|调整/u;

/** An amount that is paid for one of many, in one of many months: a rate of pay, not what was paid. */
const RATE_OF_PAY = /每(?!年)(?:一)?\p{Script=Han}{1,4}|标准/u;
/** What was paid in all. */
const ASKS_FOR_SUM =
  /总共|一共|拢共|统共|合计|累计|总计|总额|总的|全年|花了?(?:多少|好多|几)|(?:花|用|付|砸|掏|拨|支)(?:了|出|掉|出去|下去)|支出|开支|花费|花销|投入/u;
/** What names one of many, or how much each gets. */
const ASKS_FOR_RATE =
  /每|标准|[人户床件]均|平均|一(?:个)?(?:月|人|张|户|床|家|天|具|例|名|位|次|亩|公里|斤|吨)|按月|月/u;

/** Whether a number is of another kind than the one asked for, though every word of the question stands at it. */
export function isOfAnotherKind(context: FigureContext, asked: Interpretation): boolean {
  const { own, figure, known } = context;
  const { text } = asked;
  // Who says 野鸡协会 has named what is irregular, in another word.
  const meant = [text, ...asked.terms.flatMap(({ alternatives }) => alternatives)].join('\n');
  if (IRREGULAR.test(own) && !IRREGULAR.test(meant) && !SUPPRESSING.test(text)) return true;
  const clause = sliceSpan(known.report.source, figure.clause);
  if (ASKS_FOR_NEW.test(text) && HELD.test(clause) && !ADDED.test(clause)) return true;
  if (ASKS_FOR_SUM.test(text) && !ASKS_FOR_RATE.test(text) && isRateOfPay(context)) return true;
  if (context.isOfPartYear && WHOLE_YEAR.test(text)) return true;
  const stock = readStock(asked);
  if (stock === null) return false;
  // What is there in all is no aim.
  if (stock.isExplicit && asked.period === null && figure.period?.kind === 'target') return true;
  // Nor are those of one part all there are.
  const isPart = context.scopes.some((scope) => !text.includes(scope));
  if (stock.isExplicit && isPart && !asked.terms.some(({ role }) => role === 'scope')) return true;
  const isPicked = PICKING.test(context.printedOwn) && !PICKING.test(text) && !IRREGULAR.test(text);
  return (
    (isPicked && (stock.isExplicit || (stock.isSaid && asked.period === null))) ||
    countsAnother(context, stock)
  );
}

function isRateOfPay({ figure, printedOwn, shared, names }: FigureContext): boolean {
  if (figure.dimension !== 'money') return false;
  return figure.base.includes('/') || RATE_OF_PAY.test([printedOwn, shared, ...names].join('\n'));
}
