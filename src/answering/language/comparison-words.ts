import { UNIT_SOURCE } from '../../report/units.ts';

/** Says that a number is asked for, whatever kind. */
export const SAYS_HOW_MANY = /多少|几|若干/u;
/** Asks for a number. */
export const HOW_MANY = '(?:多少|几多|好多|几(?!大|种|项|个方面))';
/** `多少`, `几百个`, `多少万亿元`, `几个点`. */
export const MUCH = `${HOW_MANY}[百千]?个?(?:万亿|亿|万)?(?:钱|百分点|点(?!几)|${UNIT_SOURCE})?`;
export const LESS = '少|低|小|靠前|短|慢|便宜|轻|早';
export const MORE = '多|高|大|靠后|长|快|贵|重|晚|凶|狠|厉害|猛';
export const RISES =
  '涨|提(?=了)|提高|调[高低]|增加|提升|上涨|上调|上升|上浮|拉高|增长|扩大|改善|升|降低?|减少|下降|回落|下调|缩小|缩短|压缩|压减|精简|便宜|贵|节省|省(?=[了下])|多出';
/** Doings that are measured in money. */
export const SPENDING = /花|用[了掉]|支出|投入|发放|开支/u;
/** Sets a number beside that of the year before. */
export const BESIDE_LAST_YEAR = /(?:比|较|[跟和与同])起?(?:上一?年|去年|前一?年|往年|上同期)|[同环]比/u;
/** `按增长率算一下`: by how much something grew, from the rate. */
export const BY_GROWTH =
  '按(?:照)?(?:同比|这个|这一)*(?:增幅|增速|增长率|涨幅|降幅|比例)[^,]{0,4}?(?:推|折|测|计)?算';
/** `按增幅倒推`: what is not printed is to be worked back from a printed growth. */
export const BACKWARDS = '倒着?推|反推|倒着?算|往[回前]推|推一下|推算(?:一下|出来)';
export const WORKS_BACK = new RegExp(`${BACKWARDS}|${BY_GROWTH}`, 'u');
/** Not `许多`, `大多`, `众多`; but `群众多多少` does say more. */
export const NOT_MUCH = '(?<![最很许不至大好几多]|(?<![群民听观公])众)';
