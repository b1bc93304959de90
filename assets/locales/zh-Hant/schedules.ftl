## Conference schedules and calendars

exchange-broken-at = { $file } 由第 { $line } 行起已損毀（{ $detail }）：請以原來的程式開啟並重新儲存，或以文字編輯器修正該行
exchange-too-deep = { $file } 的內容層層包含超過 { $limit } 層，未有讀取：日程表不需如此，請檢查是否選錯檔案
exchange-entities = { $file } 自行定義了實體，細小的檔案亦可藉此佔滿記憶體，故未有讀取：請重新儲存，不要包含 DOCTYPE
exchange-not-a-schedule = { $file } 不是會議日程表：請選擇由 frab、pretalx 或 c3voc 工具輸出的 schedule.json 或 schedule.xml
exchange-unknown-zone = 不認識活動的時區{ $zone }：請在活動資料中填寫例如 Asia/Hong_Kong 的時區
exchange-no-days = 活動沒有日期，亦沒有環節，而這種檔案須有日期：請在活動資料中加入日期
spot-talk = 第{ $day }日{ $room }第{ $place }項
note-no-time = { $name }沒有日期，亦沒有時間，已略去
note-twice = 識別碼{ $name }在此重複出現；這一項已當作另一個項目讀入
note-other-zone = 檔案的時間屬於 { $zone }，已換算為活動所在時區的時間
note-zone-disagrees = 檔案註明時區為 { $zone }，但與檔案內的時間不符；時間按原樣讀入
heading-extra = 其他程式的資料
format-schedule-json = 會議日程表（JSON）
format-schedule-xml = 會議日程表（XML）
format-calendar = 行事曆（iCalendar）
calendar-name = { $event }：{ $whose }
calendar-place = { $room }，{ $venue }
calendar-people = { $role }：{ $people }

## On the command line

cli-argument-export-room = 行事曆只包括一個場地的環節：場地名稱的部分文字
cli-argument-export-participant = 行事曆只包括一位嘉賓出席的環節：姓名的部分文字
cli-argument-export-staff = 日程表或行事曆亦包括只供工作人員的內容；表格必定包括
cli-only-calendar = { $option }只適用於行事曆；請選擇 { "--format calendar.ics" }，或不使用此選項
cli-no-room = { $file } 沒有名為{ $text }的場地；現有場地為{ $names }
cli-nobody-called = { $file } 中沒有名為{ $text }的項目；請使用名稱中的其他文字
cli-several-named = { $text }可指 { $file } 中的多個項目，即{ $names }；請使用更多文字

## In the window

export-whose = 行事曆範圍
export-everybody = 整個活動
export-staff = 包括只供工作人員的內容
export-go = 匯出…
export-all-of-it = 全部內容都會寫入，包括只供工作人員的內容。
