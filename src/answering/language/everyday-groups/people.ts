import { readGroups } from './read-groups.ts';

/** Who it is about. Whoever is asked for must stand at the number: an answer about others is wrong. */
export const PEOPLE_GROUPS = readGroups(`
  老人 老年人 老年 高龄老人 老头老太 老头 老太 老太太 老太婆 老人家 老年朋友 老年群体 老大爷 大爷大妈 爷爷奶奶 婆婆爷爷 老辈子 老辈人 长者 老汉 老者 银发族 上了年纪的人 上年纪的人 老的 elderly senior seniors
  儿童 孩子 小孩 娃娃 娃 娃儿 细娃 细娃儿 小娃 小娃儿 小孩子 小朋友 崽崽 崽儿 少儿 小家伙 kid kids child children
  孤儿 没爹没妈 没爹没妈的娃儿 没爹没妈的娃 没爹没妈的孩子 没得爹妈的娃儿 没父没母 没爹妈的孩子 没爹妈的娃儿 没爹娘的孩子 没爸妈的娃 没爹没娘的孩子 无父无母 父母双亡 没爹妈的娃 没爸没妈的孩子 没有父母的孩子 orphan orphans
  残疾人 残疾 残障 残疾人士 残障人士 残疾朋友 身体残疾 残废 disabled disability
  穷人 贫困群众 贫困人口 贫困户 贫困家庭 穷苦人 穷人家 穷户 苦人家
  穷人 困难群众 困难户 困难家庭 日子难的人 日子过得难的 日子不好过的 条件差的 遇到难处的人
  贫困 穷 贫穷 穷困 穷苦 困难 poverty poor
  脱贫 摘帽 摘穷帽 脱了贫 脱贫摘帽 不穷了 摆脱贫困
  受灾 遭灾 遭难 遭殃 受了灾 遭了灾 受灾群众 灾民
  受灾群众 灾民 受灾的 遭灾的人 遭灾的老百姓 遭灾的群众 遭灾的 受灾的老百姓
  台胞 台湾同胞
  港澳台同胞 港澳台胞
  志愿者 义工 志愿人员 volunteer volunteers
  志愿服务 义务服务 做义工 当义工 当志愿者 volunteering
  退役军人 退伍军人 退伍老兵 转业军人 复员军人 当过兵的 当过兵的人 退伍的 老兵 veteran veterans
  退役士兵 退伍兵 退伍士兵 退下来的兵 退伍回来的兵 刚退伍的 复员兵
  军人 当兵的 部队官兵 官兵 解放军
  军属 军人家属 当兵的家属 军人家庭
  自主就业 自谋职业 自己找工作 自己找工作的 自己找活路 自己就业
  农村 乡下 乡村 农民
  农民 村民 庄稼人 庄稼汉 种地的 种田的 种庄稼的 farmer farmers
  农民工 打工的 打工人 民工 务工人员 外出务工人员 进城务工人员 出去打工的 外来务工人员
  流动人口 外来人口 外地人 外来人员
  人口 人丁 population
  干部 当官的 官员 公家人 cadre cadres
  公务员 吃公家饭的 机关干部 civil
  职工 员工 工人 上班的 上班族 staff employee employees worker workers
  工作人员 办事的人 办事员 经办人员 人手
  党员 共产党员 入党的人 member
  党组织 党支部 支部 党的组织
  教师 教书的 教书先生 任课老师 teacher teachers
  学生 学生娃 读书娃 读书郎 读书的娃 学子 在校生 student students pupil
  大学生 高校学生 大学毕业生 college
  高校毕业生 大学毕业生
  毕业生 毕业学生 graduate graduates
  医生 大夫 医师 看病的 doctor doctors
  护士 护士妹妹 nurse nurses
  医务人员 医护人员 医护 白衣天使
  患者 病人 病号 看病的人 生病的人 patient patients
  司机 驾驶员 开车的 驾驶人 开车师傅 师傅 driver drivers
  快递员 快递小哥 快递哥 送快递的 courier
  外卖员 外卖小哥 送外卖的 骑手
  警察 民警 公安 police
  专家 内行 行家 expert experts
  人才 能人 好手 talent talents
  专业技术人员 技术员 技术人员 搞技术的 工程师
  标兵 模范 榜样 先进典型 先进个人 尖子
  劳模 劳动模范
  夫妻 两口子 夫妇 小两口 couple couples
  父母 爹妈 爸妈 双亲 家长 爹娘 老汉老妈 parent parents
  监护人 带娃儿的人 管娃儿的人 照看的人
  新生儿 刚生的娃 奶娃儿 婴儿 baby
  青少年 年轻娃儿 年轻人 小青年 youth
  流浪乞讨 要饭的 讨饭的 叫花子 讨口子 流浪的人 流浪的 街上流浪的 睡大街的 露宿街头 homeless
  企业 公司 厂子 工厂 厂家 厂商 company companies enterprise enterprises firm
  个体户 个体工商户 做小生意的 小商户 小老板 小店主
  民营企业 私企 私营企业 民企 私人企业 私人老板
  国有企业 国企 国营企业 国营厂
  合作社 农民合作社 专业合作社
  游客 游人 耍的人 旅游的人 tourist tourists
  旅客 乘客 坐车的人 坐车的 passenger passengers
  消费者 买东西的人 顾客 买家 customer
  代表 人大代表 代表们
  委员 政协委员
  社工 社会工作者 搞社会工作的 socialworker
  村干部 村官 村里的干部 村支两委 村两委
  网格员 管网格的
  路长 管路的 管路的人
  护路员 看路的 护路的人 养路的 养路工
  嘉宾 来宾 客人 guest
  受害人 受害者 被害人 遭害的人
  劳动力 劳力 干活的人
  五保 五保户 五保老人 吃五保的 特困
  相亲 找对象 谈朋友 处对象
`);
