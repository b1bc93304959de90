# 一次更改多个环节的时间。
action-shift = 移动此环节及其后所有环节…
action-close-gaps = 消除空档…
action-trim = 缩短以配合时间…
action-move-block = 移至另一日或场地…
shift-by = 推迟（分钟）
shift-nothing = 没有改变，或有固定时间会跨到另一日。
close-gaps-nothing = 当日没有空档。
trim-nothing = 当日此场地没有固定时间被延误。如其他场地超时，请先选择该场地的环节。
trim-over = { $name }会被延误{ $over }。
trim-line = { $name }：{ $old } → { $new }
trim-left = 仍超出{ $left }：请自行缩短，或为更多环节填写“可缩短时间”。
move-nothing = 请选择另一天或另一场地。
move-same-room = 场地不变
retiming-scope = 范围
move-count = 会一并移动 { $count } 个环节。
retiming-count = { $count ->
    [0] 没有环节改变时间。
   *[other] { $count } 个环节的时间会改变：
}
retiming-apply = 应用
retiming-line = { $old } → { $new }
scope-this-room = 此场地
scope-all-rooms = 所有场地
# Beside an end: so many days after the day on which it began.
days-later = +{ $days }日
