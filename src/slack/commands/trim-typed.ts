/** What people put before a command where no slash is needed: `@查报告 /policy 周报`. */
const SLASH = /^(?:\/policy(?:\s+|$)|policy\s+)/u;
/** Marks around what was copied from the help. */
const QUOTED = /^[“"'「『](?<inside>[^“”"'「」『』]+)[”"'」』]$/u;
const ASKED_POLITELY =
  /^(?:请|麻烦|劳驾|帮我|给我|帮忙|我想要?|我要|想|要|把|再)*(?:看一下|看一看|看看|看下|看|查看|发一下|发送|发|打开|显示|调出|来一份|来个)?(?<name>.{2,}?)(?:发给我|发我|给我|看看|看一下|看下|一下)?(?:啊|吧|呗|嘛|哈|哦)?$/u;

/** What was typed, in one form: half width, small letters, without the marks and the slash around it. */
export function trimTyped(text: string): string {
  const typed = text
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/[。.!!~]+$/u, '');
  const inside = QUOTED.exec(typed)?.groups?.inside ?? typed;
  return inside.replace(SLASH, '').trim();
}

/** The name within a polite sentence: `给我看看周报` is 周报. */
export const trimPoliteness = (typed: string): string => ASKED_POLITELY.exec(typed)?.groups?.name ?? typed;

const TALK =
  /^(?:是不是|[你您](?:们)?|(?:这|那|刚才|上面|前面)(?:个|条|句|里)?|数字?|数据|答案|回答|是|从|都?在|报告|里面?|的|真的?|太|很|好像|应该|可能|我觉得)*(?<name>\p{Script=Han}{1,}?)(?:了|啦|啊|呀|哦|哈|呢|喔|嘛|的|吧|你|您|[!。~])*$/u;

/** `原话是怎么说的` asks for nothing but the 原话. */
const HOW_IT_SAYS = /(?<=原[话文句])是?(?:什么|啥|(?:怎么|咋|如何)[说写讲])(?=的?[呀啊呢]?$)/u;

/** What is said in a word of the answer before: `那个数是哪来的呀` is 哪来. */
export const trimTalk = (typed: string): string => {
  const said = typed.replace(HOW_IT_SAYS, '');
  return TALK.exec(said)?.groups?.name ?? said;
};
