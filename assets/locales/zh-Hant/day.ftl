# 一日的圖表：場地為欄，環節為方塊。
show-as = 顯示方式
show-as-table = 列表
show-as-day = 日程圖
action-turn-day = 切換流程列表或日程圖
day-fit = 顯示全日
day-nearer = 放大時段
day-farther = 縮小時段
day-before = 前一日
day-after = 後一日
day-now = 現在
day-gap = 空檔 { $length }
day-others = 另有 { $count } 個環節的時間隨之更改
day-start-fixed = 開始時間固定
day-end-fixed = 結束時間固定
day-block = { $name }，{ $times }
day-block-in-room = { $name }，{ $times }，{ $room }
