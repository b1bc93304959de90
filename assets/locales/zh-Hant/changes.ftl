## 兩個版本之間的改動

change-says = { $name }{ $what }
change-notes = { $name }：{ $what }
change-session-by = { $people }的{ $kind }

change-added = 已加入
change-taken-out = 已刪去
change-moved = 由{ $from }改為{ $to }
change-later = 及其後{ $more }個環節（至{ $last }）順延{ $by }（{ $from }改為{ $to }）
change-earlier = 及其後{ $more }個環節（至{ $last }）提前{ $by }（{ $from }改為{ $to }）
change-later-in = 及其後在{ $room }的{ $more }個環節（至{ $last }）順延{ $by }（{ $from }改為{ $to }）
change-earlier-in = 及其後在{ $room }的{ $more }個環節（至{ $last }）提前{ $by }（{ $from }改為{ $to }）
change-length = 時長由{ $from }改為{ $to }
change-room = 由{ $from }改到{ $to }
change-fixed = 現定於{ $time }開始
change-follows = 不再定於{ $time }，改為緊接上一環節
change-called = 原稱{ $from }
change-acting = 改為署理職務
change-not-acting = 不再是署理職務

change-given = 加入{ $field }：{ $to }
change-gone = 刪去{ $field }（原為{ $from }）
change-value = { $field }由{ $from }改為{ $to }
change-reworded = { $field }已修改
change-other = 其他資料已修改
change-day-added = 加入{ $date }為活動日期
change-day-taken-out = { $date }不再是活動日期

change-joined = 加入{ $person }為{ $role }
change-left = { $person }不再擔任{ $role }
change-replaced = { $role }由{ $before }改為{ $now }
change-recast = { $person }由{ $from }改任{ $to }
change-cast-order = 人員次序有改動

change-step-added = { $at }加入步驟{ $step }
change-step-taken-out = 取消{ $at }的步驟{ $step }
change-step-moved = 步驟{ $step }由{ $from }改為{ $to }
change-team-at = { $team }（{ $at }）
change-cue-added = 加入{ $team }提示：{ $cue }
change-cue-taken-out = 取消{ $team }提示：{ $cue }

as-officiating = 主禮嘉賓
as-speaker = 講者
as-moderator = 主持
as-panellist = 討論嘉賓
as-signatory = 簽署代表
as-witness = 見證嘉賓
as-mc = 司儀
as-interpreter = 傳譯員

order-of-sessions = 環節次序有改動
order-of-participants = 嘉賓次序有改動
order-of-organisations = 機構次序有改動
order-of-delegations = 代表團次序有改動
order-of-rooms = 場地次序有改動
order-of-teams = 工作組次序有改動
order-of-agreements = 協議次序有改動
order-of-photos = 照片次序有改動
