import { readGroups } from './read-groups.ts';

/**
 * Doings that make another number of the thing: what is fined, closed, claimed back or lived in is not what is paid,
 * built, given or offered. They must be covered like a noun. Some would else be taken for a verb with its particle
 * (`外出`, `演出`) and be left out of account.
 */
export const ACT_GROUPS = readGroups(`
  关停 关闭 关门 关张 关掉 关了 停业 停办 歇业
  倒闭 破产 垮了 垮掉 黄了 垮
  竣工 完工 修完 建完 修好了 落成
  开工 动工 破土 破土动工 开建 动土
  在建 正在建 正在修 没修完
  追回 追缴 追讨 要回 要回来 收缴
  拖欠 欠薪 欠{,着,了}
  挪用 挪{,了,走} 截留
  骗取 骗{,了} 骗保 冒领 骗钱 虚报冒领
  偷 偷盗 盗窃
  丢失 丢{,了,掉} 弄丢
  没收 缴获
  拘留 关起来 抓人 逮捕
  起诉 告到法院 打官司
  立案 立了案
  开除 除名 双开
  处分 背处分 挨处分 受处分
  辞职 辞退 离职 走人 不干了
  退休 退下来的人
  入住 住{进,了,着,进去,满} 在住 住的人
  空置 空着 闲置 闲着 没用上 没人住
  出院 离院
  生育 生娃 生娃儿 生孩子 生小孩 出生
  离婚 离了婚 办离婚 扯离婚证 离婚证
  外出 出门 出门打工
  外流 流失
  搬走 搬迁 搬家
  输出 往外送
  输入 外来
  演出 表演
  产出
  所得
  所得税
  突出
  海上
  陆上
  空中
  早上 早晨
  晚上 夜里 夜间
  报名 报了名
  签约 签{,了} 签合同 签下 签订
  到期 过期
  返还 退还 还{了,回} 归还
  贷{,了,到} 借了 借到
  存 存{了,着}
  偿还 还钱 还债
  上缴 上交 交上去
  缴纳 交了 交钱 缴{,费,了}
  拒绝 没批准 不批 驳回
  不合格 没合格 没过 没达标 不达标
  未完成 没完成 没做完 没办完
  申请 申请的人 递申请
  排队 轮候 等着的
  举报
  上诉
  复议
  调解 调停 劝和
  录取 考上 考取 收录取
  毕业
  辍学 失学 不读书
  招生 收学生 招学生
  搬迁安置
  迁入 搬来 迁进
  迁出 搬走 迁走
  猪
  牛
  羊
  鱼
  鸡
  树
  茶
  煤
  药
  货
  店
  庙
  牌
`);
