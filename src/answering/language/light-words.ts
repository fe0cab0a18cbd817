/**
 * Words of everyday speech that say in what way, how far or in what surroundings, and never what about. Reports print
 * others or none: their absence proves nothing, so they rank only.
 */
export const LIGHT_WORDS: readonly string[] =
  // In what way, how surely, how often.
  (
    '专门 专程 特地 特意 一定 绝对 必须 务必 必需 坚决 严格 认真 切实 逐步 逐渐 渐渐 慢慢 陆续 依次 及时 随时 立即 立刻 马上 ' +
    '尽快 赶紧 首次 头一次 头一回 第一次 再次 再度 重新 依然 依旧 仍然 仍旧 还是 一般 通常 几乎 完全 彻底 根本 从来 始终 ' +
    '不断 持续 继续 经常 常常 时常 往往 偶尔 大力 着力 全力 努力 积极 主动 亲自 正式 同时 先后 率先 明确 大幅 允许 不允许 不许 不准 ' +
    // Whatever a thing stands in.
    '地步 领域 层面 范畴 角度 条线 战线 行为 举动'
  ).split(' ');
