## 用语、日期和时间

quoted = “{ $name }”
unnamed = 未命名的{ $kind }
the-event = 本活动

kind-registration = 嘉宾签到
kind-welcome-remarks = 致欢迎辞
kind-video-address = 视频致辞
kind-keynote = 主题演讲
kind-panel-discussion = 专题讨论
kind-signing = 签约仪式
kind-group-photo = 集体合影
kind-performance = 表演
kind-break = 茶歇
kind-meal = 用餐
kind-closing-remarks = 总结发言
kind-other = 其他环节

role-officiating = 主礼嘉宾
role-speaker = 讲者
role-moderator = 主持
role-panellist = 讨论嘉宾
role-signatory = 签约代表
role-witness = 见证嘉宾
role-mc = 司仪
role-interpreter = 口译员

audience-guests = 嘉宾可见
audience-staff = 只供工作人员

attendance-invited = 已邀请
attendance-accepted = 出席
attendance-declined = 未能出席
attendance-arrived = 已到场

region-hong-kong = 香港
region-mainland = 内地
region-macao = 澳门
region-overseas = 海外

organisation-government = 政府机构
organisation-university = 大学
organisation-platform = 合作平台
organisation-other = 其他

clearance-draft = 草稿
clearance-cleared = 可发放
clearance-held-back = 不发放

order-family-first = 姓在前
order-given-first = 名在前

clock-24 = 14:05
clock-12 = 下午2时05分

positions-words = 左三（中文一致）
positions-ordinals = 英文用 3rd left

item-session = 环节
item-participant = 嘉宾
item-organisation = 机构
item-delegation = 代表团
item-room = 场地
item-team = 工作组
item-agreement = 协议
item-photo = 照片

representative-of = { $organisation }代表
acting-post = 署理{ $post }
series-mark = 、
series-mark-grave = ；
series-end = { $rest }和{ $last }
series-end-grave = { $rest }；以及{ $last }

time-am = 上午{ $hour }时{ $minute }分
time-pm = 下午{ $hour }时{ $minute }分
time-am-full = 上午{ $hour }时
time-pm-full = 下午{ $hour }时
time-range = { $from }至{ $to }
date-full = { $year }年{ $number }月{ $day }日({ $weekday })
date-paper = { $year }年{ $number }月{ $day }日({ $weekday })
date-short = { $number }月{ $day }日({ $short })
date-caption = { $month }月{ $numeral }日
length-hours = { $number }小时
length-minutes = { $number }分钟
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
deed-move = 移动{ $name }
deed-details = 修改活动资料
deed-add-photos = 加入{ $count }张照片
deed-add-person = 把{ $name }加入环节
deed-duplicate-session = 复制{ $name }
deed-duplicate-sessions = 复制{ $count }个环节
deed-add-session = 新增{ $name }
deed-remove-items = 移除{ $count }项
deed-place-photos = 把{ $count }张照片归入环节
deed-set-cells = 填写{ $count }个单元格
deed-clear-cells = 清除{ $count }个单元格
deed-fill-down = 向下填充{ $count }个单元格
deed-paste-cells = 粘贴{ $count }个单元格
deed-paste-rows = 粘贴{ $count }行
deed-move-sessions = 移动{ $count }个环节
deed-shift-after = 由{ $name }起全部移动 { $minutes } 分钟
deed-close-gaps = 消除空档
deed-resize = 更改{ $name }的时长
deed-trim-to-fit = 缩短以配合时间
deed-move-block = 将 { $count } 个环节移至另一日或场地
deed-mend = 修正{ $name }
deed-set-aside = 搁置一项检查
deed-restore = 恢复{ $name }
