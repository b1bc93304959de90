## 檔案：活動資料夾

files-missing = 找不到{ $file }：請核對路徑，或到上次存放的位置尋找
files-no-event = 資料夾{ $file }內沒有活動：請選擇載有 event.ron 的資料夾
files-not-an-event = { $file }不是活動檔案：請選擇活動資料夾或其中的 event.ron
files-empty = { $file }內沒有任何內容：請改用較早的副本，或選擇其他活動
files-unreadable = 未能讀取{ $file }：{ $fault }
files-too-large = { $file }超過 { $limit } MB，因此沒有讀取：活動檔案遠比這小，請核對是否選錯檔案
files-malformed = { $file }第 { $line } 行第 { $column } 個字元有誤：{ $slip }；請用文字編輯器更正，或改用較早的副本
files-newer = { $file }由較新版本的 Runsheet 儲存（格式 { $format }，本版本只支援至格式 { $known }）：請更新 Runsheet 後再開啟；檔案未有改動
files-no-versions = { $file }沒有第{ $number }版：尚未發出任何版本
files-no-version = { $file }沒有第{ $number }版：最後一版為第{ $last }版
files-not-this-version = { $file }並非其名稱所示的版本：請換回發出時的檔案，或把它移離資料夾
files-no-number-after = { $file }已用了版本編號的上限，無法再發出版本：這並非 Runsheet 所製的檔案，請把它移離資料夾
files-has-event = 資料夾{ $file }內已有活動，未有改動：請選擇另一個資料夾
files-occupied = 資料夾{ $file }並非空置，未有改動：請選擇新的或空置的資料夾
files-not-a-folder = { $file }是檔案，活動須存放於資料夾：請改用另一個名稱
files-inside = { $file }位於要複製的活動資料夾之內：請選擇以外的位置
files-outside = { $file }是指向活動資料夾以外的連結，因此沒有讀取：請把檔案本身放入資料夾
files-unwritten = 未能寫入{ $file }：{ $fault }
files-changed = { $file }在開啟後已由他人儲存，未有改動：請把你的版本另存新檔，或先開啟對方的版本
files-comments = event.ron 內有手寫的註解，儲存時不會保留：如需保留，請先複製檔案
files-unfaithful = { $file }的內容與要儲存的不符：請立即另存新檔，並檢查磁碟
files-settings-kept = 無法讀取{ $file }內的個人設定，現採用預設設定；原檔內容已保留在{ $kept }
files-settings-unread = 無法讀取{ $file }內的個人設定，現採用預設設定，原檔未有改動；請檢查讀取權限，或移走該檔案，方可再次保存設定

files-slip-foreign = 內容並非活動檔案，活動檔案以「(format:」開首
files-slip-ended = 內容在此中斷，檔案不完整
files-slip-trailing = 活動內容至此已完結，其後卻另有文字
files-slip-sign = 此處應有「{ $detail }」
files-slip-sort = 此處應為{ $sort }
files-slip-unknown-field = 不認識欄位「{ $detail }」，若繼續便會遺失
files-slip-missing-field = 欠欄位「{ $detail }」
files-slip-field-twice = 欄位「{ $detail }」重複
files-slip-twice = 「{ $detail }」重複，只可出現一次
files-slip-unknown-choice = 「{ $detail }」不是可用的選項
files-slip-value = 此值不能使用，此處應為{ $sort }
files-slip-this-value = { $found }不能使用，此處應為{ $sort }
files-slip-escape = 文字內的反斜線之後接了不適用的字元；要輸入一個反斜線，請連寫兩個
files-slip-too-deep = 括號層數過多，並非活動檔案應有的內容
files-slip-not-text = 由此處起不是文字
files-slip-other = 未能讀取此處（讀取程式的英文原文：{ $detail }）

files-sort-text = 以引號括住的文字
files-sort-number = 整數
files-sort-truth = { "true" } 或 { "false" }
files-sort-name = 欄位或選項的名稱
files-sort-date = 日期，例如 2025-06-03
files-sort-time = 時間，例如 09:30:00
files-sort-length = 時間長度，例如 20m 或 1h20m，須大於零而不超過一星期
files-sort-language = 語言標記，例如 en、zh-Hant 或 zh-Hans
files-sort-file = 不含資料夾的檔案名稱
files-sort-identity = 項目的識別碼
files-sort-other = 其他值

## 系統拒絕的原因

fault-not-there = 檔案不存在；請核對路徑
fault-may-not-read = 你沒有讀取權限；請聯絡擁有人，或複製到自己的位置
fault-is-folder = 它是資料夾；請指定檔案名稱
fault-no-such-folder = 所在資料夾不存在；如已移走或拔除，請放回原處後再試，或選擇另一個位置
fault-below-file = 路徑中有一部分是檔案而不是資料夾；請選擇另一個位置
fault-may-not-write = 你沒有寫入權限；請選擇另一個位置，或申請權限
fault-read-only-disk = 磁碟只供讀取；請選擇另一個位置
fault-is-there = 已有同名項目；請改用另一個名稱
fault-no-room = 空間不足；請騰出磁碟空間，或選擇另一個位置
fault-name-refused = 系統不接受這個名稱；請改用較短或較簡單的名稱
fault-no-handles = 電腦同時開啟的檔案太多；請關閉其他程式後再試
fault-no-answer = 網絡或磁碟沒有回應；請檢查連線後再試
fault-drive = 磁碟出現錯誤；請確定磁碟已接好後再試，或改用另一個位置
fault-circle = 它是一個循環連結，最終指回自己；請修正該連結，或選擇另一個位置
fault-kept-no-folder = 所在資料夾不存在；如已移走或拔除，請放回原處
fault-kept-may-not-write = 你沒有寫入權限；請申請權限，或把活動另存至其他位置
fault-kept-read-only = 磁碟只供讀取；請改為可供寫入，或把活動另存至其他位置
fault-kept-no-room = 空間不足；請騰出磁碟空間，或把活動另存至其他位置
fault-other = 系統拒絕（{ $detail }）；請再試，或選擇另一個位置
files-other-kind = { $file }已存在而不是之前製作的 { $kind }，因此未有改動；請先移走該檔案，或改用另一個名稱或位置
files-of-an-event = { $file }是活動本身的檔案，或位於活動的照片、版本或備份之中，不能存放其他檔案；請改用另一個位置
