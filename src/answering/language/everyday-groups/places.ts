import { readGroups } from './read-groups.ts';

/** Institutions, buildings, roads and land. Kinds that a report counts apart (医院 and 卫生室) are never one group. */
export const PLACE_GROUPS = readGroups(`
  养老院 养老机构 老人院 养老的地方 老人住的院子 nursing
  养老床位 养老床铺 养老院的床
  床位 床铺 床 铺位 bed beds
  社区 小区里 院坝里 community communities
  乡镇 镇上 乡上 乡里 镇里 场镇 township townships
  街道 街道办 街道办事处
  村委会 村上 村里头 村部
  幼儿园 幼稚园 kindergarten kindergartens
  学校 学堂 校园 school schools
  小学 小学校 primary
  中学 初高中 初中高中
  总领事馆 总领馆
  领事馆 领馆
  高校 大学 高等学校 高等院校 university universities
  职业学校 职校 职高 技校 中职 中职学校 职业院校
  医院 看病的地方 hospital hospitals
  卫生院 乡镇医院 乡镇卫生院 镇卫生院
  卫生室 村卫生室 村医室 村诊所
  社区卫生服务中心 社区医院 社区卫生中心
  药店 药房 药铺 pharmacy
  图书馆 看书的地方 library libraries
  书屋 农家书屋 书房
  博物馆 博物院 museum museums
  文化馆 文化活动中心 文化中心
  剧院 戏院 戏园子
  体育馆 体育场馆 运动场馆 球馆
  健身步道 步道 走路的道 健身道
  公园 park parks
  农贸市场 菜市场 菜市 菜场
  商场 百货商场 购物中心 mall
  酒店 宾馆 旅馆 旅店 hotel hotels
  餐馆 饭店 馆子 饭馆 餐厅 食店
  食堂 饭堂 助餐点 canteen
  景区 景点 旅游景区 耍的地方 scenic
  民宿 农家乐
  车站 汽车站 客运站 station
  机场 飞机场 airport
  港口 port ports
  泊位 船位 停船位 靠船的位子
  公路 马路 公路路 road roads
  道路 马路 路面 大路 road roads
  高速公路 高速 高速路 highway highways expressway
  农村公路 乡村公路 农村的路 乡下的路 村里的路 农村道路 乡头的路 乡坝头的路
  硬化路 水泥路 硬化的路 柏油路 打了水泥的路
  桥梁 桥 大桥 bridge bridges
  危桥 烂桥 险桥 病桥 破桥 快垮的桥
  隧道 洞子 隧洞 tunnel tunnels
  铁路 铁道 火车道 railway
  高铁 高速铁路 动车
  轨道交通 地铁 轻轨 轨道 metro subway
  公交 公交车 公共汽车 公汽 巴士 bus buses
  公交线路 公交线 公交路线 公交车线路
  候车亭 公交站台 等车的亭子 站亭
  出租车 出租汽车 的士 打的车 taxi taxis
  网约车 网上约的车 打车软件的车
  客车 班车 大巴 客运车
  货车 卡车 大货车 拉货的车 truck trucks
  车辆 车子 汽车 vehicle vehicles
  船舶 船只 轮船 船 ship ships
  充电桩 电桩 充电设施 充电的桩子
  停车位 车位 停车泊位 parking
  厕所 公厕 公共厕所 茅房 茅厕 茅司 卫生间 厕 toilet toilets
  房屋 房子 屋子 住房 房舍 house houses housing
  危房 危旧房 烂房子 破房子 快倒的房子
  老旧小区 老小区 旧小区 老房子小区
  棚户区 棚户 棚改
  保障房 保障性住房
  公租房 公共租赁住房
  写字楼 办公楼
  电梯 升降梯 elevator
  工厂 厂子 厂房 factory
  园区 工业园 工业园区 产业园 开发区
  基地 base
  耕地 田土 庄稼地 田地 种的地
  高标准农田 好田 高标准的田
  林地 林子 山林 树林
  体育场地 操场 运动场 运动场地 球场
  森林 树林 林木 forest
  河流 河道 江河 river
  水库 堰塘 reservoir
  墓地 坟地 坟山 坟坝
  墓位 坟位 坟 葬的位子
  公墓 陵园
  殡仪馆 火葬场 殡葬馆
  骨灰堂 骨灰存放设施 放骨灰的地方 骨灰楼 骨灰塔 存骨灰的地方
  宗教场所 宗教活动场所
  派出所 警务室
  法院 法庭 court
  检查站 检查点 卡点 检疫点 关卡
  检测点 检测站 测的点
  服务站 站点 服务点 服务站点
  服务中心 中心 center
  窗口 柜台 办事窗口
  网点 点位 点点
  便民服务中心 办事大厅 政务大厅 服务大厅 办事的地方
  边界 界线 地界 边界线 boundary
  省界 省与省的边界 两省交界
  实验室 lab
  博览会 展会 展览会 会展 expo fair
  物流园 物流园区 物流中心
  仓库 库房 仓储
  管网 管道 管子
  污水处理厂 污水厂
  垃圾场 垃圾填埋场 垃圾处理场
  避难场所 躲灾的地方
  救助站 救助管理站 收容站 收留站
`);
