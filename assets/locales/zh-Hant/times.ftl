# 一次更改多個環節的時間。
action-shift = 移動此環節及其後所有環節…
action-close-gaps = 消除空檔…
action-trim = 縮短以配合時間…
action-move-block = 移至另一日或場地…
shift-by = 推遲（分鐘）
shift-nothing = 沒有改變，或有固定時間會跨到另一日。
close-gaps-nothing = 當日沒有空檔。
trim-nothing = 當日此場地沒有固定時間被延誤。如其他場地超時，請先選取該場地的環節。
trim-over = { $name }會被延誤{ $over }。
trim-line = { $name }：{ $old } → { $new }
trim-left = 仍超出{ $left }：請自行縮短，或為更多環節填寫「可縮短時間」。
move-nothing = 請選擇另一日或另一場地。
move-same-room = 場地不變
retiming-scope = 範圍
move-count = 會一併移動 { $count } 個環節。
retiming-count = { $count ->
    [0] 沒有環節改變時間。
   *[other] { $count } 個環節的時間會改變：
}
retiming-apply = 套用
retiming-line = { $old } → { $new }
scope-this-room = 此場地
scope-all-rooms = 所有場地
# Beside an end: so many days after the day on which it began.
days-later = +{ $days }日
