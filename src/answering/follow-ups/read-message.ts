import { normalizeText } from '../../search/normalize.ts';
import { BESIDE_LAST_YEAR } from '../language/comparison-words.ts';
import { readComparison } from '../language/comparisons.ts';
import { isListQuestion } from '../language/list-questions.ts';
import { CHIT_CHAT } from '../language/question-frames.ts';
import type { Library } from '../library.ts';
import { type Interpretation, interpretQuestion } from '../understanding/interpret-question.ts';
import { asksSum } from './complete-pair.ts';

/** How a message that goes on from the question before asks. */
export type Asking =
  /** For a number, in words of its own (`保障了多少人`). */
  | 'number'
  /** Beside what it was a year before (`比上年呢`). */
  | 'change'
  /** What it was before it changed (`原来呢`). */
  | 'start'
  /** What is aimed at (`今年目标呢`). */
  | 'aim'
  /** All that was told together (`加起来呢`), with one thing more (`再加上临时救助呢`). */
  | 'more'
  /** How far an aim has come (`完成多少了`). */
  | 'progress'
  /** Who, when, where or why. */
  | 'words'
  /** It only names something, or a time (`那农村呢`). */
  | 'thing';

/** A message of a conversation, as it may go on from what was asked before. */
export type FollowUpMessage = {
  /** Normalised, without the words that only lead on (`那`, `呢`) or open (`再问一下`). */
  readonly bare: string;
  /** The question it would be by itself. */
  readonly alone: string;
  readonly interpretation: Interpretation;
  readonly asking: Asking;
  /** Words show that it goes on: something leads on, or stands for what was named. */
  readonly leadsOn: boolean;
  /** It leads on, or is short and names nothing that a report could be asked of. */
  readonly needsMore: boolean;
  /** It is as long as whole questions are, and names its thing. */
  readonly isWhole: boolean;
};

/** People who name nothing and say more than this mostly put a whole question in words of their own. */
const MOST_UNNAMED = 8;
/** What names its thing and is longer than this leaves nothing to be taken over. */
const MOST_NAMED = 12;

const LEADS_ON =
  /^(?:那么?(?![个些两几一这位种次边么\d]|[多大少高低](?![少]))|还有|其中|再(?![问说看查])|(?:不[是对]?[,。、]?)?我?(?:想|要)?(?:问|说|指|查)的?是)+[,、]?/u;
/** Opens a question that may be about anything. */
const OPENS_ANEW =
  /^(?:(?:另外|接着|顺便|再)[问说看查]|[问说看查](?=一?下)|另外|顺便)(?:一下|下|个)?[,、]?(?=\p{Script=Han}{2})/u;
/** Stands for what was named before. */
const STANDS_FOR =
  /^(?:它们?|他们|她们|其(?![他余])|(?:这|那)(?!么)(?:个|些|两个|两项)?(?=\p{Script=Han}{2}))的?/u;
/** One thing more is to be added to what was told: `加上养老呢`, `把养老也算上`. */
export const ADDS_MORE =
  /^[也还]?要?(?:[加算][上进]|加(?![起拢在一总强快大工装入过班减密固油热]))|(?<=\p{Script=Han}{2})[也都一起并]+[加算][上进]?去?/u;
const ENDS_OPEN = /的?呢[呀啊]?[?。!,\s]*$/u;

const ASKS_IN_WORDS =
  /谁|为什么|为啥|为何|怎么(?!样)|如何|什么|啥|何时|哪|是否|够不够|有没有|是不是|能不能|(\p{Script=Han})不\1|[吗么]$/u;
/** The year before that of the number that was told, whatever year it is written in. */
const YEAR_BEFORE = /^(?:上一?年|前一年)(?:同期|度)?(?:是|有|为)?(?:多少|几)?$/u;
const ASKS_AIM = /目标|计划|任务|预期|打算|准备/u;
/** Asks how far what was aimed at has come by now. */
const ASKS_PROGRESS =
  /^(?:现在|目前|到现在)?(?:已经?)?(?:(?:完成|做|建|办|建成|推进|落实|实现)(?:得|了)?(?:(?:多少|几)[个所家张项座]?了|怎么样了?|如何了?|了?[没吗](?:有)?)|(?:做|推进|进展|建|办|走)到(?:了)?(?:哪|多少)(?:里|儿|一?步|个)?了?|(?:进展|进度|完成情况)(?:怎么样|怎样|如何|呢)?)[?。!\s]*$/u;

/** Whether a message asks how far what was just told has come by now (`完成多少了`). */
export const asksProgress = (message: string): boolean => ASKS_PROGRESS.test(normalizeText(message).trim());

/** A number is asked for, and another behind it; `那几件大事` asks for none. */
const HALVES =
  /^(?<first>.*?(?:多少|(?<![那这十好前后近])几)[^\s,、?]{0,6})[\s,、?]+(?<rest>.*\p{Script=Han}{2}.*)$/u;
const ASKS_MORE = /多少|(?<![那这十好前后近])几|[^吗]呢[?。!\s]*$/u;

/** Cuts a line of two questions behind the first; null for any other. */
export function splitHalves(question: string): readonly [string, string] | null {
  const { first, rest } = HALVES.exec(normalizeText(question).trim())?.groups ?? {};
  const asksMore = rest !== undefined && (ASKS_MORE.test(rest) || ASKS_IN_WORDS.test(rest));
  return first === undefined || !asksMore ? null : [first, rest];
}

/** Reads a message as one that may go on from the question before. */
export function readMessage(message: string, library: Library): FollowUpMessage {
  const text = normalizeText(message).trim();
  const opened = text.replace(OPENS_ANEW, '');
  const led = opened.replace(LEADS_ON, '');
  const standing = led.replace(STANDS_FOR, '');
  // `那个给各省打分的榜` names what it points to.
  const named = led.startsWith('它') || standing.length <= MOST_UNNAMED ? standing : led;
  const bare = named
    .replace(ENDS_OPEN, '')
    .replace(/[?。!,\s]+$/u, '')
    // `青岚的低保呢` without its place.
    .replace(/^的(?=\p{Script=Han}{2})/u, '')
    // `钱呢`: what is counted, without a word of asking.
    .replace(/^[钱人户]$/u, '多少$&');
  const interpretation = interpretQuestion(bare, library);
  const asking = readAsking(bare, interpretation);
  const leadsOn = named !== opened || ENDS_OPEN.test(named) || asking === 'more';
  const isNamed = interpretation.terms.some(({ role, isKnown }) => role === 'topic' && isKnown);
  const needsMore = leadsOn || (!isNamed && bare.length <= MOST_UNNAMED);
  return {
    bare,
    alone: leadsOn || opened !== text ? bare : message,
    interpretation,
    asking,
    leadsOn,
    needsMore,
    isWhole: !needsMore && bare.length > MOST_NAMED,
  };
}

function readAsking(bare: string, { quantities, wantedEnd, terms }: Interpretation): Asking {
  const comparison = readComparison(bare);
  const isAboutBefore = !terms.some(({ role }) => role === 'topic');
  if (asksSum(bare) || (ADDS_MORE.test(bare) && terms.some(({ role }) => role !== 'soft'))) return 'more';
  if (isAboutBefore && ASKS_AIM.test(bare) && !isListQuestion(bare.replace(ASKS_AIM, ''))) return 'aim';
  if (ASKS_PROGRESS.test(bare)) return 'progress';
  if (
    BESIDE_LAST_YEAR.test(bare) ||
    (isAboutBefore && comparison?.isChange && comparison.operation === 'difference')
  )
    return 'change';
  if (isAboutBefore && (wantedEnd === 'before' || YEAR_BEFORE.test(bare))) return 'start';
  if (quantities.some(({ words }) => /多少|几|多[大长高久]/u.test(words))) return 'number';
  return ASKS_IN_WORDS.test(bare) ? 'words' : 'thing';
}

/** Whether a message says nothing that could be asked of a report, before or after anything. */
export const saysNothing = ({ bare, interpretation, asking, leadsOn }: FollowUpMessage): boolean =>
  CHIT_CHAT.test(bare) ||
  bare === '' ||
  (bare.length < 2 && !leadsOn) ||
  (asking === 'thing' &&
    !leadsOn &&
    interpretation.period === null &&
    interpretation.quantities.length === 0 &&
    !interpretation.terms.some(({ isKnown, foreign }) => isKnown || foreign !== null));
