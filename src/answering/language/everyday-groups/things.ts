import { readGroups } from './read-groups.ts';

/** What a report is about besides people and places: papers, meetings, troubles, money that is another thing. */
export const THING_GROUPS = readGroups(`
  规模以上工业 规上工业
  社会消费品零售总额 社消零 社零 零售总额
  长期护理保险 长护险 长期照护险
  政策 说法 优待 policy policies
  制度 规矩 规章 规章制度 rule rules
  规定 规矩 明文
  法规 法律法规 法条 law laws
  会议 会场 例会 meeting meetings
  专题会议 专题会 专门会议 专门的会
  文件 红头文件 公文 file files document documents
  清单 单子 表单 list
  名单 花名册 名册
  黑名单 失信名单 失信人名单
  档案 卷宗 底册 archive
  数据库 信息库 数据 database
  信息 讯息 information
  证明 证件 手续 certificate
  执照 营业执照 牌照
  系统 平台 platform
  互联网 网络 网上 线上 internet online
  信息化 数字化 上网办 电子化
  智慧 智能 数字化 smart
  人脸识别 刷脸 认脸 刷脸认证
  微信 微信上 wechat
  热线 电话热线 热线电话 hotline
  工单 热线单子 群众来电
  不足 短板 弱项 薄弱环节 不足之处
  问题 烦心事 烦恼 麻烦事 操心事 难心事 揪心事 闹心事 诉求 急难愁盼 毛病 problem problems issue issues
  困难 难题 难处 难事 难关 麻烦事 烦心事 疙瘩 恼火的事 实际困难 difficulty difficulties
  矛盾 纠纷 扯皮 扯筋 扯皮的事 扯筋的事 吵架 吵嘴 闹架 闹矛盾 争执 纷争 闹别扭 conflict conflicts dispute disputes
  诉讼 官司 打官司 lawsuit
  投诉 告状 投诉件 complaint complaints
  举报 检举 揭发
  信访 上访 来访 来信来访
  案例 案子 案件 case cases
  违规 违反规定 犯规 不合规定 不守规矩 违章 乱来 不按规定 不按规矩 违纪 违规违纪
  违法 犯法 违法乱纪 犯罪
  非法 不合法 没手续 没得手续 山寨 冒牌 没登记 未登记 illegal
  未经审批 擅自 私自 未经批准 没批 没经过审批 没得审批 没经过批准 没批准 没批过 没得手续 没手续 偷偷 违规
  腐败 贪污 贪腐 吃钱
  官僚主义 摆架子 当官作风
  形式主义 走过场 做样子 搞形式
  减负 负担 担子 减轻负担 松绑 包袱 burden
  负担 担子 压力 包袱
  审批 批准 批{了,的事} approval approvals
  审批事项 审批的事 审批的事项 要批的事 行政审批
  自治 自己管自己 自我管理
  矛盾纠纷 扯皮 扯筋 扯皮的事 扯筋的事 闹纠纷
  称号 荣誉 头衔 名头 奖项 奖状 牌子 award awards honor title
  表扬 表彰 通报表扬 夸 夸奖 点赞 肯定 点名表扬 受表扬 praise
  试点 试验 试水 先试 摸索 pilot
  创新 新招 新点子 新花样 新法子 innovation
  改革 变革 reform reforms
  方法 法子 办法 路子 套路 method
  机制 办法 路子 mechanism
  合作 联手 搭伙 cooperation
  专项行动 专项整治 集中整治 专门行动 campaign
  整治 整顿 治理 收拾 清理整顿
  班次 培训班 期数
  讲座 宣讲 讲课
  宣传 宣讲 吆喝 普及
  比赛 竞赛 赛事 大赛 competition
  演出 表演 文艺演出 唱戏 show
  演练 演习 drill
  调研 调查 摸底 蹲点 research survey
  普查 摸底 大清查 census
  地名普查 地名清查 地名摸底
  博士后 博士
  岗位 工作岗位 职位 活路 饭碗 job jobs post posts position positions
  新增就业 新就业
  衣着 衣服 衣裳 穿着 穿的
  食品 吃的
  生活 日子 过日子
  油气 石油 石油天然气 石油和天然气 油和气
  婴幼儿 娃娃 奶娃儿 宝宝 小宝宝
  就业 找工作 上班 找活路 找到工作 有活干 有事做 有工作 employment
  失业 没工作 丢工作 待业 没得工作 丢饭碗 unemployment
  创业 当老板 自己做生意 开店
  奖励 奖金 奖钱 发奖
  奖补 以奖代补 拿奖代补
  工资 薪水 薪酬 工钱 薪资 月薪 饷 salary wage wages
  收入 挣{,的,到,了} 挣钱 赚{,的,到,了} 赚钱 进账 进项 income revenue
  财政收入 一般公共预算收入 公共预算收入 政府收入 政府进账
  利润 赚头 盈利 赚的钱 profit profits
  亏损 亏 亏本 赔本 亏钱 loss
  债务 欠债 欠账 欠的钱 外债 debt
  贷款 借款 借钱 放贷 银行借的钱 loan loans
  存款 储蓄 存的钱 deposit deposits
  融资 借钱 找钱 拉资金 financing
  税收 税 交税 税款 缴税 税钱 tax taxes
  退税 减税 免税
  投资 投{,了,的钱} 投钱 砸钱 投入 花了 花钱 掏钱 investment invest
  总投资 投资总额 全部投资 总共要花 总共花 总共投 要花
  固定资产投资 固投
  价格 价钱 售价 卖价 单价 price prices
  票价 票钱 坐车钱 车费 车票钱 fare
  房价 房子价钱
  物价 居民消费价格 cpi 东西的价钱
  保险 保单 insurance
  养老金 退休金 退休工资 pension pensions
  医保 医疗保险 看病保险
  社保 社会保险
  赔付 赔偿 理赔 赔{,了,出,出去,款} 赔钱 赔的钱 claim claims compensation
  罚款 罚{,了,金,没} 罚钱 罚的钱 fine fines
  处罚 罚{,了} 惩罚 受罚 行政处罚 penalty
  抚恤 抚恤金 抚恤补助
  优待金 优待的钱 军属补助
  捐赠 捐{,了,款,助,的} 善款 爱心款 捐的钱 捐来的钱 捐钱 donation donations
  公益 慈善 charity
  公益资金 公益钱 公益款
  彩票 福利彩票 lottery
  地区生产总值 gdp 生产总值 经济总量
  进出口 外贸 进出口总额
  出口 卖到国外 export exports
  进口 从国外买 import imports
  外资 外商投资 外国投资
  产量 产出 出产 收成 output
  产量 生产 年产
  生产线 产线 流水线 分装线
  产值 产出
  购买 买{,了,进} 采购 购置 置办 购进 purchase
  粮食 粮 谷子 庄稼 grain
  蔬菜 菜 小菜 vegetable vegetables
  水果 果子 fruit fruits
  肉类 肉 meat
  生猪 猪 猪儿 肥猪 pig pigs
  种植 栽{,种,了} 种{了,的} planting
  造林 营造林 种树 栽树 植树 绿化造林 造林子 林子 树林子
  养殖 喂 喂养 养猪 养鱼
  用电 用电量 电量 electricity
  用水 用水量
  供水 自来水 送水
  天然气 燃气 煤气 gas
  油气 石油和天然气 石油天然气
  垃圾 渣渣 渣子 废物 trash garbage waste
  污水 脏水 废水 sewage
  污染 脏 pollution
  空气质量 空气 空气好 air
  优良天数 空气好的天数 好天气 蓝天 优良的天数
  节能 省电 省能源
  排放 排{出,了} emission emissions
  碳排放 二氧化碳 排碳
  自然灾害 灾害 天灾 灾情 disaster disasters
  地震 地动
  洪水 涨水 发大水 洪涝 flood
  干旱 天干 旱灾
  应急 救急 紧急 emergency
  救灾 赈灾 抗灾 抢险 relief
  应急资金 应急的钱 应急款 救急款 救急的钱
  救灾资金 救灾款 救灾钱 救灾的钱
  物资 东西 货物 supplies
  隐患 毛病 安全隐患 风险点 hazard hazards
  事故 出事 安全事故 出事故 accident accidents
  交通事故 车祸 撞车
  安全 平安 safe safety
  疫情 新冠 疫病 epidemic
  疫苗 预防针 防疫针 vaccine
  接种 打针 打疫苗
  超限超载 超载 超限 拉超了 超重
  违建 违章建筑 违法建筑 乱搭乱建
  邮政快递 快递 包裹 快件 寄件
  业务量 件数 单量
  客运量 客流 客流量 坐车的人 拉客 载客量 拉的客 拉人 运客
  货运量 拉货 运货 拉的货 运的货 货量 拉了货
  吞吐量 吞吐 过货 装卸货 装卸量 进出货
  集装箱 货柜 箱子 container containers
  乘车 坐车 搭车 坐公交
  免费乘车 免费坐车 坐车不要钱 免费坐公交 白坐车
  免费 不要钱 不花钱 不收钱 不掏钱 free
  征地 占地 征收土地
  拆迁 拆房子 征地拆迁 搬迁
  占地 占了地 用地 地盘
  收养登记 领养登记 抱养登记 收养
  收养 领养 抱养 抱娃儿 抱养娃儿 抱养孩子 领养孩子 收养孩子 adoption adopted
  殡葬 丧葬 办丧事 丧事 白事 安葬 埋人 后事 funeral
  殡葬服务费 殡葬费 丧葬费 办丧事的钱 丧事费 安葬费 埋人的钱 办后事的钱
  祭扫 扫墓 上坟 祭拜 祭祖 挂清 烧纸 拜祭
  节地生态安葬 生态葬 树葬 环保安葬
  火化 烧人 cremation
  养老 防老 养老的事
  医养结合 看病养老一起
  看病 就医 看医生 医疗
  住院 住医院
  手术 开刀
  上学 读书 就学 念书 schooling
  扫黑除恶 打黑 扫黑 打黑除恶
  行政区划 区划 划区 行政区
  区划调整 区划变动 区划变更 调区划 区划的调整
  调整 变动 变更 改动 变化
  地名标志 路牌 地名牌 地名牌子
  地方标准 地标 本地标准
  合格率 合格 达标率 过关率 合格的比例 合格比例
  满意率 满意度 满意的比例 满意 satisfaction
  覆盖率 覆盖面 覆盖度 覆盖比例 普及率 盖住的比例 coverage
  使用率 利用率 用的比例
  整改率 改正率 整改比例
  达标 合格 过关 够格
  指数 分数 得分 index
  创新指数 创新得分
  年龄 岁数 年纪 age
  寿命 活多少岁 活多久
  学历 文凭 文化程度
  体检 查身体 身体检查
  培训费 学费
  低收入 收入低 挣得少
  产权 房产证 房子是自己的
  自有产权 自己的房子 自家房子 自有的房子 自家的房 自己的房 自己房子 自有房子 自家产权 自己有房 自己有房产 自己有房子 自个儿的房 自个儿的房子 自个儿房子 产权是自己的 产权归自己 自己产权
  租赁产权 租的房子 租来的房 租来的房子 租人家的房子 租别人的房 租别人房子 租用的房子 租房子 租房 租别个的房子 租别个的房 租别人的房子 租人家的房
  标准化 规范化
  高质量 质量好
  乡村振兴 振兴乡村
  防火 灭火
  噪音 噪声 吵
  一老一小 老的小的
  早产 早育
  三农 农业农村
  农业 种地 种庄稼 agriculture farming
  工业 办厂 industry
  旅游 旅行 tourism
  科技 technology
  教育 education
  卫生 health
  文化 culture
  体育 sports
  交通 transport transportation
  环保 环境保护 环境 environment
  养护 管护 保养 maintenance
  安防 安全防护 护栏 防护栏
  安全防护工程 防护栏 护栏 生命防护工程
`);
