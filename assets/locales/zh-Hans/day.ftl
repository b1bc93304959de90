# 一天的图表：场地为栏，环节为方块。
show-as = 显示方式
show-as-table = 列表
show-as-day = 日程图
action-turn-day = 切换流程列表或日程图
day-fit = 显示全天
day-nearer = 放大时段
day-farther = 缩小时段
day-before = 前一天
day-after = 后一天
day-now = 现在
day-gap = 空档 { $length }
day-others = 另有 { $count } 个环节的时间随之更改
day-start-fixed = 开始时间固定
day-end-fixed = 结束时间固定
day-block = { $name }，{ $times }
day-block-in-room = { $name }，{ $times }，{ $room }
