## 用語、日期和時間

quoted = 「{ $name }」
unnamed = 未命名的{ $kind }
the-event = 本活動

kind-registration = 嘉賓登記
kind-welcome-remarks = 致歡迎辭
kind-video-address = 視像致辭
kind-keynote = 主題演講
kind-panel-discussion = 專題討論
kind-signing = 簽署儀式
kind-group-photo = 大合照
kind-performance = 表演
kind-break = 小休
kind-meal = 餐宴
kind-closing-remarks = 總結發言
kind-other = 其他環節

role-officiating = 主禮嘉賓
role-speaker = 講者
role-moderator = 主持
role-panellist = 討論嘉賓
role-signatory = 簽署代表
role-witness = 見證嘉賓
role-mc = 司儀
role-interpreter = 傳譯員

audience-guests = 嘉賓可見
audience-staff = 只供工作人員

attendance-invited = 已邀請
attendance-accepted = 出席
attendance-declined = 未能出席
attendance-arrived = 已到場

region-hong-kong = 香港
region-mainland = 內地
region-macao = 澳門
region-overseas = 海外

organisation-government = 政府機構
organisation-university = 大學
organisation-platform = 合作平台
organisation-other = 其他

clearance-draft = 草稿
clearance-cleared = 可發放
clearance-held-back = 不發放

order-family-first = 姓在前
order-given-first = 名在前

clock-24 = 14:05
clock-12 = 下午2時05分

positions-words = 左三（中文一致）
positions-ordinals = 英文用 3rd left

item-session = 環節
item-participant = 嘉賓
item-organisation = 機構
item-delegation = 代表團
item-room = 場地
item-team = 工作組
item-agreement = 協議
item-photo = 照片

representative-of = { $organisation }代表
acting-post = 署理{ $post }
series-mark = 、
series-mark-grave = ；
series-end = { $rest }和{ $last }
series-end-grave = { $rest }；以及{ $last }

time-am = 上午{ $hour }時{ $minute }分
time-pm = 下午{ $hour }時{ $minute }分
time-am-full = 上午{ $hour }時
time-pm-full = 下午{ $hour }時
time-range = { $from }至{ $to }
date-full = { $year }年{ $number }月{ $day }日({ $weekday })
date-paper = { $year }年{ $number }月{ $day }日({ $weekday })
date-short = { $number }月{ $day }日({ $short })
date-caption = { $month }月{ $numeral }日
length-hours = { $number }小時
length-minutes = { $number }分鐘
length-seconds = { $number }秒

month-1 = 一
month-2 = 二
month-3 = 三
month-4 = 四
month-5 = 五
month-6 = 六
month-7 = 七
month-8 = 八
month-9 = 九
month-10 = 十
month-11 = 十一
month-12 = 十二
weekday-1 = 星期一
weekday-2 = 星期二
weekday-3 = 星期三
weekday-4 = 星期四
weekday-5 = 星期五
weekday-6 = 星期六
weekday-7 = 星期日
weekday-1-short = 一
weekday-2-short = 二
weekday-3-short = 三
weekday-4-short = 四
weekday-5-short = 五
weekday-6-short = 六
weekday-7-short = 日

## 操作

deed-add = 新增{ $name }
deed-change = 修改{ $name }
deed-remove = 移除{ $name }
deed-move = 移動{ $name }
deed-details = 修改活動資料
deed-add-photos = 加入{ $count }張照片
deed-add-person = 把{ $name }加入環節
deed-duplicate-session = 為{ $name }建立複本
deed-duplicate-sessions = 建立{ $count }個環節的複本
deed-add-session = 新增{ $name }
deed-remove-items = 移除{ $count }項
deed-place-photos = 把{ $count }張照片歸入環節
deed-set-cells = 填寫{ $count }個儲存格
deed-clear-cells = 清除{ $count }個儲存格
deed-fill-down = 向下填滿{ $count }個儲存格
deed-paste-cells = 貼上{ $count }個儲存格
deed-paste-rows = 貼上{ $count }列
deed-move-sessions = 移動{ $count }個環節
deed-shift-after = 由{ $name }起全部移動 { $minutes } 分鐘
deed-close-gaps = 消除空檔
deed-resize = 更改{ $name }的時長
deed-trim-to-fit = 縮短以配合時間
deed-move-block = 將 { $count } 個環節移至另一日或場地
deed-mend = 修正{ $name }
deed-set-aside = 擱置一項檢查
deed-restore = 恢復{ $name }
