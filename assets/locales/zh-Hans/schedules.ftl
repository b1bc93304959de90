## Conference schedules and calendars

exchange-broken-at = { $file } 从第 { $line } 行起已损坏（{ $detail }）：请用原来的程序打开并重新保存，或用文本编辑器修正该行
exchange-too-deep = { $file } 的内容层层嵌套超过 { $limit } 层，未予读取：日程表无需如此，请检查是否选错文件
exchange-entities = { $file } 自行定义了实体，很小的文件也可借此占满内存，因此未予读取：请重新保存，不要包含 DOCTYPE
exchange-not-a-schedule = { $file } 不是会议日程表：请选择由 frab、pretalx 或 c3voc 工具导出的 schedule.json 或 schedule.xml
exchange-unknown-zone = 无法识别活动的时区{ $zone }：请在活动信息中填写例如 Asia/Hong_Kong 的时区
exchange-no-days = 活动没有日期，也没有环节，而这种文件必须有日期：请在活动信息中添加日期
spot-talk = 第{ $day }日{ $room }第{ $place }项
note-no-time = { $name }没有日期，也没有时间，已略去
note-twice = 标识{ $name }在此重复出现；这一项已作为另一个项目读入
note-other-zone = 文件的时间属于 { $zone }，已换算为活动所在时区的时间
note-zone-disagrees = 文件注明时区为 { $zone }，但与文件内的时间不符；时间按原样读入
heading-extra = 其他程序的信息
format-schedule-json = 会议日程表（JSON）
format-schedule-xml = 会议日程表（XML）
format-calendar = 日历（iCalendar）
calendar-name = { $event }：{ $whose }
calendar-place = { $room }，{ $venue }
calendar-people = { $role }：{ $people }

## On the command line

cli-argument-export-room = 日历只包括一个场地的环节：场地名称的部分文字
cli-argument-export-participant = 日历只包括一位嘉宾出席的环节：姓名的部分文字
cli-argument-export-staff = 日程表或日历也包括仅供工作人员的内容；表格始终包括
cli-only-calendar = { $option }只适用于日历；请选择 { "--format calendar.ics" }，或不使用此选项
cli-no-room = { $file } 没有名为{ $text }的场地；现有场地为{ $names }
cli-nobody-called = { $file } 中没有名为{ $text }的项目；请使用名称中的其他文字
cli-several-named = { $text }可指 { $file } 中的多个项目，即{ $names }；请使用更多文字

## In the window

export-whose = 日历范围
export-everybody = 整个活动
export-staff = 包括仅供工作人员的内容
export-go = 导出…
export-all-of-it = 全部内容都会写入，包括仅供工作人员的内容。
