## 两个版本之间的改动

change-says = { $name }{ $what }
change-notes = { $name }：{ $what }
change-session-by = { $people }的{ $kind }

change-added = 已加入
change-taken-out = 已删去
change-moved = 由{ $from }改为{ $to }
change-later = 及其后{ $more }个环节（至{ $last }）顺延{ $by }（{ $from }改为{ $to }）
change-earlier = 及其后{ $more }个环节（至{ $last }）提前{ $by }（{ $from }改为{ $to }）
change-later-in = 及其后在{ $room }的{ $more }个环节（至{ $last }）顺延{ $by }（{ $from }改为{ $to }）
change-earlier-in = 及其后在{ $room }的{ $more }个环节（至{ $last }）提前{ $by }（{ $from }改为{ $to }）
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

order-of-sessions = 环节次序有改动
order-of-participants = 嘉宾次序有改动
order-of-organisations = 机构次序有改动
order-of-delegations = 代表团次序有改动
order-of-rooms = 场地次序有改动
order-of-teams = 工作组次序有改动
order-of-agreements = 协议次序有改动
order-of-photos = 照片次序有改动
