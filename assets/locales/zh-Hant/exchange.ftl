## Other programs' files

exchange-too-large = { $file }超過{ $limit } MB，未有讀取：請將檔案拆開，或刪去圖片後再儲存
exchange-unpacks-too-large = { $file }解壓後超過{ $limit } MB，未有讀取：請用原來的程式開啟，只留下需要的工作表，另存一份
exchange-too-many-cells = { $file }多於{ $rows }行或{ $columns }欄，或儲存格太多，未有讀取：請只保留需要的行和欄
exchange-unknown-kind = 無法匯入{ $file }這類檔案：請選擇 .xlsx、.ods 或 .csv 檔
exchange-locked = { $file }設有密碼：請用原來的程式開啟，另存一份沒有密碼的檔案
exchange-broken = { $file }已損壞，或與檔名所示的類別不符（{ $detail }）：請用原來的程式開啟，再儲存一次
exchange-empty = { $file }內沒有任何內容：請檢查是否選對檔案，以及檔案是否已儲存
exchange-unmade = 無法製作檔案（{ $detail }）：請縮短最長的文字，或選擇其他格式

format-participants-xlsx = 嘉賓：活頁簿（XLSX）
format-participants-csv = 嘉賓：文字檔（CSV）
format-rundown-xlsx = 流程表：活頁簿（XLSX）
format-rundown-csv = 流程表：文字檔（CSV）

## What an import did, and would do

deed-import-participants = 匯入{ $count }名嘉賓
deed-import-sessions = 匯入{ $count }個環節
deed-import-items = 匯入{ $count }項
deed-import-removes = 匯入：移除{ $count }項
import-summary = { $kind }：新增{ $added }，更改{ $changed }，移除{ $removed }，保持不變{ $left }

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
heading-title = 標題
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
