import { readGroups } from './read-groups.ts';

/**
 * How a thing is counted and paid for. All these words are soft: `低保标准`, `低保水平` and `低保一个月好多钱` want one
 * number, and which of them is printed proves nothing. Money that is another thing (税, 罚款, 工资) is in `things.ts`.
 */
export const MEASURE_GROUPS = readGroups(`
  资金 经费 款项 钱款 票子 银子 款子 专款 钱钱 资金量 真金白银 budget fund funds funding money
  费用 花费 花销 开销 费 cost fee fees expense
  金额 钱数 款额 数额 额度 数目 amount
  标准 水平 线 档次 额度 门槛 尺度 standard level
  补贴 补助 补{,了,到} 津贴 补钱 补的钱 贴{,了,补,钱} 补助金 补贴款 倒贴 给补 政府贴 subsidy subsidies
  每月 一个月 每个月 月均 每人每月 按月 月月 每人每个月 个把月 一月 一人一月 monthly month
  每年 年均 每年度 年年 每人每年 一年到头 yearly annual annually
  每人 人均 每个人 一个人 一人 每个老百姓 平均每人 人头 per
  每张床位 每张床 每床 一张床 每个床位 每张铺 床均
  平均 均摊 摊到 均 average
  小时 钟头 个钟头 小时数 hours hour
  时长 时间 小时 钟头 hours duration
  比例 占比 比重 百分比 率 份额 成数 份儿 percentage percent proportion share ratio
  差距 差 差别 差额 悬殊 gap difference
  增幅 涨幅 增速 增长率 增长速度 涨势 增长幅度 growth
  排名 位居 位列 名列 名次 排行 居 排 位次 排位 老几 座次 排到 排在 rank ranking ranked
  人数 人头 人头数 人员数 多少号人 headcount people
  名额 指标数 位子 quota
  数量 个数 数目 number
  面积 地盘 占地 area size
  里程 公里数 路程 长度 多长 全长 length km
  总里程 通车里程 里程 公里数
  吨数 重量 斤两 吨位
  目标 target targets goal goals kpi
  任务 task tasks
  计划 打算 盘算 预备 筹划 准备 拟 plan plans planned
  服务 伺候 service services
  项目 工程 活动 project projects program
  措施 举措 法子 招 招数 办法 手段 measures
  方案 计划 实施方案 plan
  名称 名字 名儿 叫法 叫啥 牌子 name
  地方 地头 位置 点位 场所 location
  单位 机构 部门 衙门 公家 unit
  对象 人群 群体 服务对象
  群众 老百姓 百姓 市民 居民 民众 公众 乡亲 乡亲们 父老乡亲 街坊 街坊邻居 大伙 大伙儿 大家伙 大家伙儿 平头百姓 普通人 residents citizens public
  家庭 屋头 屋里 屋里头 家里 家头 家里头 人家 一家人 family families household
`);
