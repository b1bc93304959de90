## 两个版本之间的改动

change-says = { $name }{ $what }
change-notes = { $name }：{ $what }
change-session-by = { $people }的{ $kind }

change-added = 已加入
change-taken-out = 已删去
change-moved = 由{ $from }改为{ $to }
change-later = { $more ->
    [one] 及其后的{ $last }顺延{ $by }（{ $from }改为{ $to }）
   *[other] 及其后{ $more }个环节（至{ $last }）顺延{ $by }（{ $from }改为{ $to }）
}
change-earlier = { $more ->
    [one] 及其后的{ $last }提前{ $by }（{ $from }改为{ $to }）
   *[other] 及其后{ $more }个环节（至{ $last }）提前{ $by }（{ $from }改为{ $to }）
}
change-length = 时长由{ $from }改为{ $to }
change-room = 由{ $from }改到{ $to }
change-fixed = 现定于{ $time }开始
change-follows = 不再定于{ $time }，改为紧接上一环节
change-called = 原称{ $from }
change-acting = 改为署理职务
change-not-acting = 不再是署理职务

change-given = 加入{ $field }：{ $to }
change-gone = 删去{ $field }（原为{ $from }）
change-value = { $field }由{ $from }改为{ $to }
change-reworded = { $field }已修改
change-other = 其他资料已修改
change-day-added = 加入{ $date }为活动日期
change-day-taken-out = { $date }不再是活动日期

change-joined = 加入{ $person }为{ $role }
change-left = { $person }不再担任{ $role }
change-replaced = { $role }由{ $before }改为{ $now }
change-recast = { $person }由{ $from }改任{ $to }
change-cast-order = 人员次序有改动

change-step-added = { $at }加入步骤{ $step }
change-step-taken-out = 取消{ $at }的步骤{ $step }
change-step-moved = 步骤{ $step }由{ $from }改为{ $to }
change-team-at = { $team }（{ $at }）
change-cue-added = 加入{ $team }提示：{ $cue }
change-cue-taken-out = 取消{ $team }提示：{ $cue }

as-officiating = 主礼嘉宾
as-speaker = 讲者
as-moderator = 主持
as-panellist = 讨论嘉宾
as-signatory = 签约代表
as-witness = 见证嘉宾
as-mc = 司仪
as-interpreter = 口译员

aspect-in-language = { $field }（{ $language }）
aspect-title = 名称
aspect-theme = 主题
aspect-host = 主办机构
aspect-co-hosts = 协办机构
aspect-occasion = 所属活动
aspect-next = 后续活动
aspect-venue = 地点
aspect-time-zone = 时区
aspect-languages = 语言
aspect-usual-credit = 惯用来源
aspect-style = 机构格式
aspect-set-aside = 已搁置的核对项目
aspect-kind = 类别
aspect-summary = 内容简介
aspect-start = 开始时间
aspect-length = 时长
aspect-until = 固定的结束时间
aspect-slack = 可缩短的时间
aspect-room = 场地
aspect-audience = 对象
aspect-officer = 负责人员
aspect-remarks = 备注
aspect-name = 姓名
aspect-post = 职务
aspect-acting = 署理
aspect-organisation = 机构
aspect-precedence = 礼宾次序
aspect-attendance = 出席情况
aspect-arrives = 到场时间
aspect-leaves = 离场时间
aspect-biography = 简历
aspect-contact = 联络资料
aspect-portrait = 肖像照
aspect-region = 地区
aspect-delegation = 代表团
aspect-stands-for = 机构数目
aspect-unnamed = 未列名人数
aspect-party = 第{ $number }方
aspect-signatory = 第{ $number }方签约代表
aspect-session = 所属环节
aspect-file = 照片文件
aspect-taken = 拍摄时间
aspect-people = 照片中的人物
aspect-caption = 图片说明
aspect-credit = 来源
aspect-alternative = 替代文本
aspect-clearance = 发布状况
aspect-number = 编号
aspect-position = { $person }的位置
aspect-step = { $at }的步骤
aspect-cue = { $team }提示

order-of-sessions = 环节次序有改动
order-of-participants = 嘉宾次序有改动
order-of-organisations = 机构次序有改动
order-of-delegations = 代表团次序有改动
order-of-rooms = 场地次序有改动
order-of-teams = 工作组次序有改动
order-of-agreements = 协议次序有改动
order-of-photos = 照片次序有改动
