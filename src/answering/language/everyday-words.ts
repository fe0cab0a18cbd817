import { ACT_GROUPS } from './everyday-groups/acts.ts';
import { DOING_GROUPS, WEIGHTY_DOINGS } from './everyday-groups/doings.ts';
import { ECONOMY_GROUPS } from './everyday-groups/economy.ts';
import { GOVERNING_GROUPS } from './everyday-groups/governing.ts';
import { MEASURE_GROUPS } from './everyday-groups/measures.ts';
import { PEOPLE_GROUPS } from './everyday-groups/people.ts';
import { PLACE_GROUPS } from './everyday-groups/places.ts';
import { SCOPE_GROUPS } from './everyday-groups/scopes.ts';
import { THING_GROUPS } from './everyday-groups/things.ts';
import { LIGHT_WORDS } from './light-words.ts';
import { COUNTRY_SAYINGS } from './sayings/country.ts';
import { DOING_SAYINGS } from './sayings/doings.ts';
import { GOVERNMENT_SAYINGS } from './sayings/government.ts';
import { MONEY_SAYINGS } from './sayings/money.ts';
import { PEOPLE_SAYINGS } from './sayings/people.ts';
import type { Saying } from './sayings/read-sayings.ts';
import { TOWN_SAYINGS } from './sayings/town.ts';

/**
 * Everyday Chinese of people asking about an official report. General language only: words of one field or one report
 * belong in `knowledge/synonyms.yaml`.
 */

/** Groups of words that ask for the same thing. A question word is covered where any word of its group stands. */
export const EVERYDAY_GROUPS: readonly (readonly string[])[] = [
  ...PEOPLE_GROUPS,
  ...PLACE_GROUPS,
  ...THING_GROUPS,
  ...DOING_GROUPS,
  ...ACT_GROUPS,
  ...MEASURE_GROUPS,
  ...SCOPE_GROUPS,
];

/** What people say instead of what a report prints. A question word is covered where any printed word of it stands. */
export const SAYINGS: readonly Saying[] = [
  ...PEOPLE_SAYINGS,
  ...GOVERNMENT_SAYINGS,
  ...MONEY_SAYINGS,
  ...COUNTRY_SAYINGS,
  ...TOWN_SAYINGS,
  ...DOING_SAYINGS,
];

const words = (...lines: readonly string[]): readonly string[] => lines.flatMap((line) => line.split(' '));

/**
 * What people call the things of one field of government. The longer names of a group are special cases of the shorter:
 * a general name asks for the special one, never the other way round (`收入` for `居民收入`).
 */
export const FIELD_GROUPS: readonly (readonly string[])[] = [...ECONOMY_GROUPS, ...GOVERNING_GROUPS];

/** Words that may be missing from the report: they say how one asks, not what about. */
export const IGNORED_WORDS: ReadonlySet<string> = new Set(
  words(
    '我 你 您 他 她 它 我们 你们 他们 咱 咱们 大家 自己 这 那 这个 那个 这些 那些 这里 那里 该 本 其 其中 各 每 某',
    '的 地 得 了 着 过 吗 呢 吧 啊 呀 嘛 哈 哦 啦 哇 咯 嘞 噻 嗦 之 所 者 们 被 把 将 让 给 使 来 去 上 下 里 中 内 外 前 后 到 从 由 在 于 对 对于 关于 和 与 及 以及 或 或者 跟 同 向 以 因 为 为了 按 按照 等 等等 比 比较',
    '是 有 叫 叫做 称 也 都 又 还 就 才 只 很 更 最 会 能 能够 可 可以 要 想 不 没 没有 是否 有没有 是不是 能不能 曾 已 已经 主要 大约 大概 一共 总共 共 合计 总计 累计 累计数 累计值 到底 究竟 具体 分别 各自 全部 所有 整个 全年 年度 当年 当时 现在 目前 如今 最近 近期 最新 今 一年 一个 一些 一下 一点',
    '什么 甚么 啥 啥子 谁 哪 哪个 哪些 哪里 哪儿 何 多少 几 几个 怎么 怎样 怎么样 如何 为什么 多大 多高 多长 多久 好多',
    '情况 数据 数字 数 数目 数值 数量 总数 总量 总额 规模 信息 内容 方面 部分 时候 报告 年鉴 文件 材料 文中 文里 里面 领导 同志 老师 同事 统计 指标 口径 事 事情 东西 话 意思 进展 结果 概况 总的 总体',
    '请问 麻烦 谢谢 帮忙 帮我 告诉 知道 了解 看看 看 查 查询 查查 查一下 找 找找 问 问问 说 说说 讲 讲讲 介绍 写 提 提到 提及 写的 说的 显示 请 想知道 想问 回答 列出 给我 发我 急 辛苦 汇报 引用 核对 确认',
    '难题 社会各界 各界 当中 里头 里边 起来 出来 出去 进去 劳驾 求助 起码 现行 年销量 事 几件事 这块 那块 咱 咱们市 搞出来 低于 高于 不能 不低于 不高于 不超过 不得 至少 成绩 成效 成果 亮点 举措 新举措 变化 特点 新变化 做法 部分 要求 内容 板块 进展 做些 主要做 这方面 这些年 新规定 规定 事项 一块 哪块 哪几块 新的 新 有没有 是不是 会不会 办不办 一样 如何 一天 一次 市里 省里 县里 区里 相差 符合 满足 砍掉 占 一张 一家 一所 一件 一位 一名 几家 那几天 几天 那天 那些 那会 街上 外面 身边 吧 原来 原先 以前 之前 过去 此前 如今 本来 做到 一步 这一步 这步 系统 包括 包含 相当于 靠前 靠后 三项 两项 两者 二者 三者 几项 动作 名堂 动静 方面 这块 这边 那边 哪边 主要 重点 点 啊 哪几 几大 几种 种 大 目前为止 截至 截止 为止 涉及 提及 属于 称作 改成 变成 折合 大约是 吧 呗 嘞 咋样 咋 怎么样了 来看 看来 算 算是 计 讲到 谈到 谈 说到 写到 规定 讲 定 定的',
    '个 名 家 所 张 件 项 次 条 位 例 对 户 种 人 元 块 钱 岁 年 月 日 天 万 亿 % 吨 公里 号 大 小 多 少 高 低 好 新 老 做 干 搞 弄 进行 开展 实施 推进 推动 加强 取得 工作 实际 实际上 真正 相关 有关 左右 以上 以下 大致 大体 全',
    '倒推 反推 倒算 推算 算出 算算 折算',
    '脱 掉 哟 哎 哎呀 哎哟 诶 欸 唉 嗨 嘿 喂 嗯 噢 呵 哒 哩 呐 撒 嘎 呃 呕 咧 哈儿 一哈 一下下 下子 下儿 些 些子 些个',
    '现如今 眼目前 当下 目下 这会儿 这阵 这阵子 现阶段 至今 迄今 到现在 到目前 到今天 到现在为止 这几年 那几年 历来 一直 一向 期间 时期 年底 年末 岁末 年终 到年底 那一年 那年 头一年 年头上 一年到头 一年下来 全年度 整年 一整年',
    '拢共 统共 满共 通共 一总 总起来 总的来说 总体上 整体 整体上 加到一起 林林总总 差不多 约莫 大约莫 估计 大概率 上下 起码 最少 顶多 最多 多达 高达 近 将近 接近 余 好些 好几 几何 若干 多远 多深 好大 好高 好长 好久 好远',
    '咋个 咋个样 咋整 咋子 咋办 哪样 哪些子 哪门 哪种 哪位 哪一个 哪一项 哪项 哪方面 哪里头 啷个 朗个 啷个样 怎个 怎么个 怎么着 怎么回事 为啥 为何 做啥子 干啥 干啥子 干嘛 有啥 有啥子 有哪些 没得 有没得 有无 得不得 行不行 好不好 对不对 对吧 是吧 是啵 要得 对头 不晓得 晓不晓得 晓得 晓得不 记得 记不记得 清楚 搞清楚 弄清楚 明白 搞懂 弄明白 懂',
    '说是 据说 听说 听讲 说起 讲起 谈起 话说 来讲 来说 而言 的话 那么 然后 所以 因此 不过 但是 可是 而且 并且 并 另外 此外 还有 顺便 顺带 其实 真的 究竟是 具体来说 详细 详情 明细 特别 尤其 比如 例如 像 像是 好像 似乎 应该 应当 可能 会不会 当真 确实 居然 竟然 反正 总之',
    '查下 看下 看哈 查哈 说哈 讲哈 问哈 问下 讲下 说下 翻翻 翻下 翻一下 帮我翻 捋一下 理一下 摘录 念 念念 读 听 听听 瞧 瞧瞧 瞅 瞅瞅 搜 搜搜 搜一下 算算 算一下 数数 报一下 报报 核一下 核实 核实一下 打听 打听一下 咨询 求 求问 跪求 感谢 谢了 多谢 打扰 打搅 拜托 不好意思 抱歉 对不起 您好 你好 大佬 亲 兄弟 老哥 小编 客服 主任 处长 局长们 科长 领导们',
    '整 整了 整起 整出来 搞了 搞起 弄了 弄起 弄出来 搞得 弄得 做了 干了 做出来 做起 来了 去了 有了 有过 算下来 算起来 说来 看起来 数下来 凑一块 一起 一道 一并 分头 咱们这 我们这 我们这里 我们这边 这里头 那里头 那块 这头 那头 头 外头 里边 上头 下头 上边 下边 边 块 块儿 这块儿 头里 面 面上 当头 身上 手里头',
    'please tell me show what is are the of in for how many much and was were did do does total number data about know want to we our us this that by on at with info report year last per all have has there it a an any whats which',
  ),
);

/** Doings that make another number of a thing (关停, 追回): they must be said of it. */
export const ACTS: ReadonlySet<string> = new Set(ACT_GROUPS.flat());

/** What is done with a thing. */
export const DOINGS: ReadonlySet<string> = new Set(DOING_GROUPS.flat());

/** Words that help to rank but whose absence does not make an answer wrong: what is done with a thing, and how it is counted. */
export const SOFT_WORDS: ReadonlySet<string> = new Set([
  ...[...DOING_GROUPS, ...MEASURE_GROUPS].flat().filter((word) => !WEIGHTY_DOINGS.has(word)),
  ...DOING_SAYINGS.flatMap(({ said }) => said).filter((word) => !WEIGHTY_DOINGS.has(word) && !ACTS.has(word)),
  ...LIGHT_WORDS,
  ...words(
    '支出 花费 开支 花 花出去 用掉 花掉 投入 投 发放 发 下发 发出去 下拨 拨 拨付 拨款 安排 救助 救 帮 帮助 帮扶 资助 保障 保 覆盖 惠及 受益 获益 新增 增加 新建 增设 新添 建 建设 建成 建了 盖 设立 设置 办 成立 打造 提高 涨 上调 提升 升 涨到 上涨 增长 下降 降 降低 减少 缩小 压缩 减 砍',
    '问题 办法 做法 方式 途径 渠道 手段 提高前 提高后 更名 改名 改叫 更名为 配齐 培训 上课 销售 卖 销量 销售额 卖出 卖掉 筹集 筹 募集 接受 收到 收 查处 处理 处置 取缔 打击 解决 化解 办结 举办 召开 开 举行 出台 制定 制订 印发 颁布 发布 编制 起草 完成 做完 办完 实现 现有 共有 拥有 达到 达 免除 减免 免 免掉 免了 办理 办了 改造 改建 清退 退 领 领取 拿 享受 得到 获得 纳入 享有 参加 参与 用于 用 存 住 放 配 配备 配置 运行 运营 补 补助 补贴 力争 争取 打算 准备 计划 目标 奋斗目标 总目标 总体目标 发展目标 主要目标 目标值 目标数 任务 任务数 任务量 计划数 要求 预计 希望 努力 确保',
    '标准 水平 线 人数 金额 资金 经费 款项 钱款 比例 占比 比重 百分比 率 幅度 排名 名次 排行 排 位次 居 位居 时长 总 平均 人均 每人 每月 每年 每个 每个月 每人每月 一个月 按月 月 月均 预期 预期目标 hours hour 个数 单价 户数 件数 名额 面积 长度 总值 增速 增幅 同比 增长率 涨幅 差距 差 差别 差额 目的 方式 措施 举措 政策 对象 人员 人群 群体 群众 老百姓 百姓 市民 单位 机构 地方 名称 服务 项目 活动 事项 计划 方案 制度 体系 能力 建设情况 完成情况 执行 落实',
  ),
]);
/** Words that narrow a number to a part of the whole. A figure answers only if they stand in its own clause. */
export const SCOPE_WORDS: ReadonlySet<string> = new Set([
  ...SCOPE_GROUPS.flat(),
  ...words(
    '全国 全省 全市 全县 全区 我省 我市 我县 本省 本市 本县 城市 城里 市区 城区 农村 乡下 乡村 村里 城镇 市级 省级 国家级 区级 县级 区县级 镇级 村级 市本级 西部 东部 中部 国际 公办 民办 公立 私立 公建民营 自有 租赁 集中 分散 男 女 男性 女性 重度 轻度 一级 二级 三级 四级 五星级 上半年 下半年 一季度 二季度 三季度 四季度 每天 日均 国有 非公 外资 户均 新生 适龄 失能 示范 单独 不含 除外 其余 剩余 再婚 初婚 复婚 高级 中级 初级 取消 退出 注销 停发 撤销 解除 离婚 死亡 退休 在职 大病',
  ),
]);
