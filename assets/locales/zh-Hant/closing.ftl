# 最遲離場時間。
label-closing-on = 最遲離場（{ $date }）
closing-hint = 不設限
closing-line = 須於 { $time } 前離場
trouble-past-closing = 結束時已過最遲離場時間（{ $time }）{ $minutes } 分鐘
trim-over-closing = 須於 { $time } 前離場，當日流程超出{ $over }。
