/**
 * Common characters that are taken for each other by shape: mostly one component with different radicals, and the
 * classic near twins. They are the confusions of handwriting, OCR and stroke input in general, not words of any report.
 * A character may stand in several groups. Pairs that sound alike need no entry: the sound finds them.
 */
const GROUPS: readonly string[] = [
  // near twins
  ...'未末 己已巳 戊戌戍 土士 人入八 太大犬 天夭 日曰目 由田甲申 干千于 午牛 乌鸟 兔免 折析拆 候侯 拨拔 治冶'.split(
    ' ',
  ),
  ...'贷货 待侍 住往 设没 历厉 睛晴 纪记 幼幻 司可 间问 令今 今金 券卷 祭察 佰伯 壮状 员圆 元无 刀力 厂广'.split(
    ' ',
  ),
  ...'困因囚团回 困围 园圆 遣遗 密蜜 辨辩 管菅 兵乒 冒昌 亨享 竟竞 竞兑 丐丏 毫豪 茶荼 徒徙陡 籍藉 付什'.split(
    ' ',
  ),
  // one component, other radicals
  ...'孤弧狐 抚扶 账帐 赔陪 捐损 募慕幕墓暮 残浅钱 葬莽 姻烟咽 采彩踩菜 养羊差 优忧犹 帖贴站 供洪拱 补朴'.split(
    ' ',
  ),
  ...'位拉泣 保堡褓 低底抵 镇填慎 诊珍 护沪炉 婚昏 殡宾 彩影 济挤 恤血 童意 竖坚 检险 储诸 仗杖 税脱说'.split(
    ' ',
  ),
  ...'覆履 构购沟抅钩 辅铺捕 频项 领颁 拨泼 筹寿 福幅 慈磁 善缮 稳隐 障璋 殡滨 骨胃 祭蔡 渝愉榆输 鄂鄢 湘相 监鉴 遗遣 陪倍 康唐 疗辽'.split(
    ' ',
  ),
  ...'销消 债绩 职识织帜 岗冈 扰拢 统流 标际 准淮 村材 群郡 赡檐瞻 救球 援缓 缓暖 贫贪 乏之 拥佣'.split(' '),
];

const BY_CHARACTER: ReadonlyMap<string, string> = GROUPS.reduce((byCharacter, group) => {
  for (const character of group) {
    byCharacter.set(character, (byCharacter.get(character) ?? '') + group);
  }
  return byCharacter;
}, new Map<string, string>());

/** Whether two characters look so alike that one is written for the other. */
export function isLookalike(a: string, b: string): boolean {
  return BY_CHARACTER.get(a)?.includes(b) ?? false;
}
