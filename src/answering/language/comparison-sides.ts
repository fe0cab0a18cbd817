/** Words that join two things, and not those that contain their characters (参加, 及时, 跟踪). */
export const JOINT =
  '(?:以及|加上|\\+|(?<![参增追更附])加(?![强快大工装入过班减])|(?<![普以])及(?![时其格])|和(?![谐平])|与(?!会)|跟(?![踪进])|、)';
/** Asking for a share: `占百分之几`, `多大比例`, `几成`. */
export const SHARE_ASKED =
  '(?:的)?(?:百分之(?:几|多少|好多)|几成|几分之几|多少(?:比例|比重)?|(?:多大|多高)?(?:的)?(?:比例|比重|百分比|份额)(?:是|有|为|占)?(?:多少|多大|多高)?)';

/** `兜底里,A、B、C三类`: only says among what. */
const AMONG = /^[^,、]*(?:里面?|里头|当中|之中|方面|中),(?=[^,]*、)/u;

/** Splits what is added up or chosen from into its members (`低保、特困供养、临时救助三项`). */
export function splitMembers(subject: string): string[] {
  const members = subject
    .replace(AMONG, '')
    // `A、B、C,产量哪种`: what is measured of all is no member.
    .replace(/,[^,、]*哪.*$/u, '')
    .replace(/(?:这|那)?(?:[两二三四五六]|几)(?:项|者|个|类|笔|块|样|种)(?:钱|资金|经费)?/gu, ' ')
    .split(new RegExp(`[、,]|还是|${JOINT}`, 'u'))
    // `A、B、C 哪一项`: what asks is no part of the last.
    .map((member) => member.replace(/(?<=\p{Script=Han}\S*)\s+(?:是)?哪\S*$/u, '').trim())
    .filter((member) => /\p{Script=Han}/u.test(member));
  // `A、B、C,人数 哪类`: what asks is no member.
  const named = members.filter((member) => !/哪|谁|^(?:多少|几)/u.test(member));
  return named.length >= 2 ? named : members;
}

/** Whether a text says anything in words. */
export const hasWords = (side: string): boolean => /\p{Script=Han}|\p{Script=Latin}/u.test(side);

/** Words that set one thing against another, and those that merely join two. */
const SET_AGAINST =
  /除以|(?<=\p{Script=Han})\/(?=\p{Script=Han})|减(?!少|负|免|排)去?|比起|相比|相对于|对比|(?<!同|环|占|之)比(?!例|重|率|较|值)|相当于|是(?!多少|几|什么|否)/u;
const JOINED = new RegExp(`${JOINT}|同(?!比|期|志)|vs|还是|,`, 'u');

/** Splits what is compared into its two sides, or null when the question names only one thing. */
export function splitSides(subject: string): readonly [string, string] | null {
  for (const separator of [SET_AGAINST, JOINED]) {
    const found = new RegExp(`^(.+?)\\s*(?:${separator.source})\\s*(.+)$`, 'u').exec(subject.trim());
    const [, left = '', right = ''] = found ?? [];
    if (hasWords(left) && hasWords(right)) return [left, right];
  }
  return null;
}

const INSIDE = '(?:里头|里面|里(?!程)|当中|之中|其中|中(?![心国央小等华介]))';
const SHARE_FORMS: readonly RegExp[] = [
  new RegExp(
    `^(?<whole>.+?)${INSIDE},?(?:有|的)?(?<part>.*?)(?:所?占了?)?(?:有|到)?${SHARE_ASKED}(?<more>.*)$`,
    'u',
  ),
  new RegExp(
    `^(?<part>.+?)(?:所|只|大概|大约|一共)?占了?到?(?:全部|所有|全体|整个|总(?![数量额])的?)?(?<whole>.+?)${SHARE_ASKED}(?<more>)`,
    'u',
  ),
];

/** `占全部低保对象的比重`: the whole is named after 占, whatever stands `里` before. */
const OF_WHOLE = new RegExp(`占(?!了|到|百分|几|多|总?的?比)(?:\\p{Script=Han}){2,}?${SHARE_ASKED}`, 'u');

/** A part and its whole: `A占B的几成`, `B当中A占百分之几`, `B里有多大比例成了A`. */
export function splitShare(text: string): readonly [string, string] | null {
  for (const form of OF_WHOLE.test(text) ? [...SHARE_FORMS].reverse() : SHARE_FORMS) {
    const { part = '', whole = '', more = '' } = form.exec(text)?.groups ?? {};
    const named = `${part} ${more}`;
    if (hasWords(named) && hasWords(whole)) return [named.trim(), whole.trim()];
  }
  return null;
}
