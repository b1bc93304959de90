## Other programs' files

exchange-too-large = { $file }超過{ $limit } MB，未有讀取：請將檔案拆開，或刪去圖片後再儲存
exchange-unpacks-too-large = { $file }解壓後超過{ $limit } MB，未有讀取：請用原來的程式開啟，只留下需要的工作表，另存一份
exchange-too-many-cells = { $file }多於{ $rows }行或{ $columns }欄，或儲存格太多，未有讀取：請只保留需要的行和欄
exchange-unknown-kind = 無法匯入{ $file }這類檔案：請選擇活頁簿（.xlsx、.ods）、文字表格（.csv）或會議日程表（.json、.xml）
exchange-locked = { $file }設有密碼：請用原來的程式開啟，另存一份沒有密碼的檔案
exchange-broken = { $file }已損壞，或與檔名所示的類別不符（{ $detail }）：請用原來的程式開啟，再儲存一次
exchange-empty = { $file }內沒有任何內容：請檢查是否選對檔案，以及檔案是否已儲存
exchange-unmade = 無法製作檔案（{ $detail }）：請縮短最長的文字，或選擇其他格式
exchange-too-long = 活頁簿的儲存格最多容納{ $limit }個字元，因此未有製作檔案：請縮短{ $texts }{ $more ->
    [0] {""}
   *[other] 等文字（另有{ $more }項）
}，或選擇其他格式
exchange-too-long-text = { $item }的「{ $field }」（{ $length }個字元）
exchange-too-wide = 表格共有{ $rows }行、{ $columns }欄，超出活頁簿的上限（{ $highest }行、{ $widest }欄），因此未有製作檔案：請選擇其他格式

format-participants-xlsx = 嘉賓：活頁簿（XLSX）
format-participants-ods = 嘉賓：OpenDocument 試算表（ODS）
format-participants-csv = 嘉賓：文字檔（CSV）
format-rundown-xlsx = 流程表：活頁簿（XLSX）
format-rundown-csv = 流程表：文字檔（CSV）

## What an import did, and would do

deed-import-participants = 匯入{ $count }名嘉賓
deed-import-sessions = 匯入{ $count }個環節
deed-import-items = 匯入{ $count }項
deed-import-removes = 匯入：移除{ $count }項

## Where in a file, and what was not understood there

spot-row = 第{ $row }行
spot-column = { $column }欄
spot-cell = 第{ $row }行{ $column }欄
spot-line = 第{ $line }行
note-at = { $spot }：{ $what }
note-not-understood = 未能理解「{ $field }」欄的{ $found }，已略過
note-cut = 文字超過{ $limit }字，已截短
note-more = 這個檔案另有{ $count }項附註

## What a column holds

heading-of = { $field }（{ $of }）
heading-id = Runsheet 編號
heading-honorific = 稱謂
heading-name = 姓名
heading-family = 姓氏
heading-given = 名字
heading-order = 姓名次序
heading-honours = 勳銜
heading-post = 職銜
heading-acting = 署理
heading-organisation = 機構
heading-delegation = 代表團
heading-precedence = 排名
heading-attendance = 出席情況
heading-arrives = 到場時間
heading-leaves = 離場時間
heading-email = 電郵
heading-phone = 電話
heading-through = 聯絡人
heading-biography = 簡介
heading-day = 日期
heading-start = 開始
heading-end = 結束
heading-length = 時長
heading-kind = 類別
heading-title = 名稱
heading-summary = 內容簡介
heading-room = 場地
heading-audience = 對象
heading-people = 人員
heading-steps = 步驟
heading-cues = 提示
heading-officer = 負責人
heading-remarks = 備註
datum-yes = 是
datum-no = 否
datum-follows = 接上一項
note-fault = 「{ $field }」的公式出錯，已略過
note-column-unused = 未能理解{ $name }欄，已略過；請選擇該欄的內容
note-column-twice = 另一欄已是「{ $field }」；兩欄都有內容時，以後面的一欄為準
note-no-column = 沒有一欄是「{ $field }」：請選擇哪一欄是
note-several-people = 一個儲存格內有{ $count }人，而各欄所列的數目不同：請每人一行；這一行已略過
note-taken-as-post = 姓名後的{ $name }視作職銜
note-nobody = 這一行沒有姓名，已略過
note-again = 與第{ $row }行相同，已略過
note-ambiguous = 有{ $count }人名為{ $name }，未能分辨是哪一位：請加上機構；這一行已略過
note-other-organisation = 同名者來自{ $name }，視作同一人
note-otherwise-called = { $kept }在這裡名為{ $found }；名稱不變
note-end-differs = 結束時間與開始時間加時長不符，以時長為準
note-not-a-person = 名單上沒有{ $name }；請先匯入或新增嘉賓，或在姓名後加上稱謂
heading-fixed = 固定時間
heading-slack = 可縮短
datum-fixed-start = 開始
datum-fixed-end = 結束
datum-fixed-both = 開始及結束
note-nothing = 這一行沒有名稱，也沒有類別，已略過
items-sessions = 環節
items-delegations = 代表團
items-rooms = 場地
items-teams = 小組
import-add = 新增{ $name }
import-leave = { $name }保持不變
import-remove = 移除{ $name }
import-change = 更改{ $name }：{ $changes }
import-change-mark = ；
import-field = { $field }由{ $before }改為{ $after }
import-field-new = { $field }：{ $after }

## In the window

action-import = 匯入…
action-export = 匯出…
path-import = 匯入檔案
path-export = 匯出檔案
files-tables = 表格及日程表
app-importing = 正在讀取檔案…
app-exporting = 正在寫入檔案…
import-title = 匯入{ $file }
import-about = 表格內容
import-columns = 各欄內容
import-column = { $heading }欄
import-nothing = 不匯入
import-shown = 顯示
import-lines = 更改（{ $count }）
import-notes = 附註（{ $count }）
import-all-understood = 檔案內容全部讀懂。
import-remove-people = 同時移除檔案中沒有的嘉賓
import-remove-sessions = 同時移除檔案中沒有的環節
import-nothing-to-do = 沒有內容可匯入
export-title = 匯出供其他程式使用
import-summary = { $kind }：{ $said }
import-added = 新增{ $count }
import-changed = 更改{ $count }
import-removed = 移除{ $count }
import-left = 不變{ $count }
import-none = 沒有
import-mark = ，
app-imported = { $deed }：已完成，可以復原
app-exported = 已儲存檔案：{ $path }
deed-import-and-remove = { $deed }，移除{ $count }
app-import-waits = 未有匯入{ $file }：請先回答目前的提問，再拖放檔案
note-other-sheets = 匯入的是{ $name }工作表；檔案另有{ $count }個工作表，未有匯入
import-sheet = 工作表
import-clear-empty = 空白儲存格會清除原有內容
import-field-cleared = 清除{ $field }（原為{ $before }）
import-add-day = 將{ $date }加入活動日期
import-adds-day = 將{ $date }加入活動日期
import-days = 日期：新增{ $count }天
import-day-hint = 活動沒有這一天。如不加入，當天的環節仍會匯入，並列於核對之中。
deed-import-details = 匯入活動資料
