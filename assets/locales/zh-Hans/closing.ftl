# 最晚离场时间。
label-closing-on = 最晚离场（{ $date }）
closing-hint = 不设限
closing-line = 须于 { $time } 前离场
trouble-past-closing = 结束时已过最晚离场时间（{ $time }）{ $minutes } 分钟
trim-over-closing = 须于 { $time } 前离场，当天流程超出{ $over }。
