import { removeAsking } from './list-questions.ts';
import { findQuantities } from './quantity.ts';

/** Says anything, be it a word or a number. */
export const SAYS_ANYTHING = /[\p{L}\p{N}]/u;

/** Asks when something is. */
export const ASKS_WHEN = /什么时候|何时|哪个月|哪(?:一)?[天日年]|几月(?:份)?/u;

/** What people wrap around a question. Matched on normalised text; what matches says nothing about the subject. */
const FRAMES: readonly RegExp[] = [
  // `养老这块`, `双拥这条线上`: what is talked about is named before, as a field of work.
  /(?<=\p{Script=Han})(?:[这那]一?(?:条(?:战|工作)?线|大?块儿?|摊子?|档子?|口子?|方面|头)|条(?:战)?线)(?:的?(?:工作|事儿?))?(?:上面|上头|里头|上|里)?/gu,
  new RegExp(ASKS_WHEN, 'gu'),
  /(?:报告|年鉴|文件|材料|文|书|草?稿子?|初稿)(?:里面|里头|里|中|上|内)?(?:有没有|要|想)?(?:写|说|提|讲|记载|显示|公布|披露)(?:到|过|了|的|没有|没)?/gu,
  /(?:是|为|叫)(?:什么|多少|啥子?)(?:来着)?|来着|(?:有|知)没有人?知道|具体(?:是)?|到底|究竟|大概|大约/gu,
];

/** `2018年完成了多少(不是今年的计划)?`, `,不要去年的完成数`: another time, which is told apart and not asked for. */
export const NOT_MEANT =
  /[(,;](?:我)?(?:而)?(?:不是|不要|别给我?|别拿)(?:[今去前明上]年|20\d{2}年)[^,;()?!。]{0,8}(?:[),;]|(?=[?!。]|$))/gu;

/** A clause that tells why one asks (`,我们要核对一下台账`), not what. */
const PURPOSE =
  /^(?:我(?![市省县区国])|我们(?![市省县区])|咱们?(?![市省县区])|领导|主任|处长|局长|处里|科里|局里|单位|这边|写|做|报|急|谢|麻烦|用(?:于|来)(?=写|做|填|报|汇报|材料|总结|宣传|核对)|方便|准备|想|打算|好让|以便|因为|最近|今天|明天|下周)(?!.*(?:多少|几|哪|什么|啥|吗))/u;

/** A clause without any asking that says what the answer is for: `新闻稿核数:`, `,写总结要用`. */
const OFFICE_USE =
  /^(?!.*(?:多少|好多|几|哪|什么|啥|吗|呢)).*(?:想(?:要)?(?:了解|知道|问|请教|咨询|打听)|讲话|发言|通稿|新闻稿|稿子|总结|材料|简报|台账|报表|汇报|请示|公文|提案|ppt|宣传|起草|引用|核对|核数|核实|核一下|审计|对账|[要查报对](?:[个两三几]个?)?数|备查|存档|急用|要用|一起用)/iu;

/** Whether a clause tells why one asks, or to whom, and asks for nothing. */
export function isAside(clause: string): boolean {
  const text = clause.trim();
  return (PURPOSE.test(text) || OFFICE_USE.test(text)) && findQuantities(text).length === 0;
}

/** `您好,我在做分析,想请您算一下`: what leads up to the question. */
const POLITE =
  /^(?:(?:您|你|大家)好[啊呀]?|请问|你好|麻烦|劳驾|打扰(?:一下|了)?|不好意思|[\s,。!])*(?:(?:我)?(?:想|要)?(?:请|麻烦|劳烦|帮我?|帮忙|拜托)?(?:你|您)?(?:帮我?|帮忙)?(?:给我)?(?:[测计]?算|查|看|问|核)(?:一下|下|查|看|算))?/u;

const clausesOf = (text: string): readonly string[] => text.split(/(?<=[,:;])/u);

/** Takes away asides and greetings only, so that the words of comparing stay as they are. */
export function removeAsides(text: string): string {
  const asking = clausesOf(text).filter((clause) => !isAside(clause));
  return (asking.length === 0 ? text : asking.join('')).replace(POLITE, '');
}

/** Takes the frame of a question away, with the asides unless they are kept, leaving spaces where it stood. */
export function removeFrames(text: string, { keepsAsides = false } = {}): string {
  const clauses = clausesOf(text);
  const asking =
    keepsAsides || clauses.length === 1 || clauses.every(isAside)
      ? text
      : clauses.map((clause) => (isAside(clause) ? ' '.repeat(clause.length) : clause)).join('');
  return removeAsking(FRAMES.reduce((rest, frame) => rest.replace(frame, keepAsking), asking));
}

/** The asking word inside a frame (`是多少`) still asks for a number. */
function keepAsking(match: string): string {
  const asking = /多少/u.exec(match)?.[0] ?? '';
  return ' '.repeat(match.length - asking.length) + asking;
}

/** Tries to steer the bot instead of asking the report. */
export const INSTRUCTION =
  /忽略(?:以上|之前|前面|上面|所有|上述|一切|掉|你的|这些)|无视(?:以上|之前|规则|指令)|(?:忘记|忘掉)(?:以上|之前|所有)|系统提示|提示词|system prompt|ignore (?:all|previous|the above)|扮演|越狱|jailbreak|你现在是|假装|(?:执行|遵守|服从).{0,4}指令|不管报告|随便(?:编|说)|编(?:一个|造|个)|猜(?:一下|一个|个|测)/iu;

/** Small talk and questions about the bot itself or the world. */
export const CHIT_CHAT =
  /^(?:你是谁|你叫什么|你会(?:什么|干什么|做什么)|你是(?:机器人|ai|真人).*|谢谢.*|再见|拜拜|哈+|嗯+|好的?|ok|测试|test|在吗|早上好|晚上好|中午好|下午好|(?:你|您)?(?:今天|中午|晚上|早上)?吃(?:过)?(?:了|饭|饭了|过饭|早饭|午饭|晚饭)(?:了)?(?:没|没有|没得|吗|么|不|嘛)?(?:哦|啊|呀|嘞)?(?:你)?|辛苦了|你好|您好|hello|hi)[\s!?。,~]*$|天气|笑话|讲个故事|写(?:一?首|个)(?:诗|歌)|股票|彩票(?:号码|中奖)|唱(?:一?首|个)歌|星期几|现在几点|几点(?:钟)?(?:开|下|上|吃|集合|出发|到)/iu;

/** Asks how to get something done, or whom to turn to; a report of results does not say. */
export const PROCEDURE =
  /(?:怎么样?|怎样|如何|咋个?|啷个|哪么)(?:才能|去|来)?(?:申请|申领|办理|办|领取?|报名|去|填|下载|参加|登记|预约|注册|交|提交|联系|投诉|举报|查询|评定|入住)|(?:申请|申领|办理|报名|领取|审批|登记|预约)(?:的)?(?:流程|程序|条件|材料|手续|步骤|资格|入口|地点)|(?:需要|要|带|交|准备)(?:准备|提供|提交)?(?:什么|哪些|啥)(?:材料|条件|手续|证件|资料|证)|找(?:谁|哪个|哪里|什么部门)|(?:去|到|在)(?:哪里|哪儿|哪)(?:可以|能)?(?:办|申请|领|交|登记|报|注册|参加|查|看|下载)|在哪(?:一?个|家)?(?:窗口|部门|科室|处室|大厅|网点|平台)|(?<![动定地内频])电话(?!用户|普及|主线|机|.{0,14}(?:解决|办[结理]了?多少|受理|接[到听了]|处理|回应|收到|打进|多少(?:件|次|万|起)))|联系方式|联系人|网址|几点(?:上班|下班|开门)|(?:上不)?上班(?!族)|开不开门|营业时间|周[一二三四五六日末]|星期[一二三四五六日天]|办公(?:地址|时间)|(?:什么时候|何时|[几多]号|哪(?:一)?[天日])(?:发(?!布)|到账|发放|打款|打卡|打到)|(?:我|我家|我妈|我爸|我奶奶|我爷爷|邻居).{0,12}(?:能不能|可以|能|符合|够不够).{0,8}(?:申请|享受|领|拿|条件|低保)|(?:能不能|可不可以|能否)(?:再|还|继续)?(?:吃|领|拿|享受|申请|办|评)(?!到了)/u;

/** Wants something written (`帮我写一段关于养老的讲话`), which is no question of what was written. */
export const WANTS_A_TEXT =
  /^(?:请|麻烦|能不能|可以|能|你|再|帮|替|给|我们?|局里|领导|来|,|\s)*(?:写|起草|草拟|拟|撰写|编写|编|生成|润色|改写|扩写|仿写)(?:出|个|一下|一?[篇段份则个条])[^,?]*(?:稿子?|讲话|发言|总结|材料|简报|文章|汇报|致辞|倡议书|方案|报告|通知|贺信|文案|演讲|新闻|标题|[话文字])(?:吧|吗|呗)?[?。!]*$/u;

/** Asks for a reason: numbers that differ do not tell why. */
export const ASKS_REASON = /为(?:什么|啥|何)/u;

/** Asks who wrote or who published the report itself. */
export const AUTHORSHIP =
  /^(?:这|本|该)?(?:份|个|篇|本)?(?:报告|年鉴|文件|材料|文章|稿子|这份|这篇)?的?是?(?:由|请)?(?:(?:谁|哪个|哪位|哪家|哪些人|什么人|什么单位|哪个(?:单位|部门|人))(?:来|负责)?(?:写|执笔|撰写|撰稿|编写|编|起草|作|发布|印发|出|供稿)(?:的|了)?(?:报告)?|(?:的)?(?:执笔人?|作者|撰稿人?|供稿人?|撰写人|发布单位|供稿单位|编写单位|报告人)(?:是|叫|为)?(?:谁|哪位|哪个|什么|啥)?(?:名字)?)[?。!呀啊呢\s]*$/u;

/** Asks who holds an office (`民政局局长是谁`). */
export const ASKS_PERSON =
  /(?<role>[局处科厅部院会市县区镇乡]长|主任|书记|负责人|一把手|分管领导)(?:现在|目前)?(?:是|叫|姓)?(?:谁|哪位|哪个|什么名字|什么$)/u;
