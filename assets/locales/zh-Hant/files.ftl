## 檔案：活動資料夾

files-missing = 找不到{ $file }：請核對路徑，或到上次存放的位置尋找
files-no-event = 資料夾{ $file }內沒有活動：請選擇載有 event.ron 的資料夾
files-not-an-event = { $file }不是活動檔案：請選擇活動資料夾或其中的 event.ron
files-unreadable = 未能讀取{ $file }：{ $fault }
files-too-large = { $file }超過 { $limit } MB，因此沒有讀取：活動檔案遠比這小，請核對是否選錯檔案
files-malformed = { $file }第 { $line } 行第 { $column } 個字元有誤：{ $slip }；請用文字編輯器更正，或改用較早的副本
files-newer = { $file }由較新版本的 Runsheet 儲存（格式 { $format }，本版本只支援至格式 { $known }）：請更新 Runsheet 後再開啟；檔案未有改動
files-no-versions = { $file }沒有第{ $number }版：尚未發出任何版本
files-no-version = { $file }沒有第{ $number }版：最後一版為第{ $last }版
files-not-this-version = { $file }並非其名稱所示的版本：請還原發出時的檔案，或把它移離資料夾
files-has-event = 資料夾{ $file }內已有活動，未有改動：請選擇另一個資料夾
files-occupied = 資料夾{ $file }並非空置，未有改動：請選擇新的或空置的資料夾
files-not-a-folder = { $file }是檔案，活動須存放於資料夾：請改用另一個名稱
files-inside = { $file }位於要複製的活動資料夾之內：請選擇以外的位置
files-outside = { $file }是指向活動資料夾以外的連結，因此沒有讀取：請把檔案本身放入資料夾
files-unwritten = 未能寫入{ $file }：{ $fault }
files-changed = { $file }在開啟後已由他人儲存，未有改動：請把你的版本另存新檔，或先開啟對方的版本
files-unfaithful = { $file }的內容與要儲存的不符：請立即另存新檔，並檢查磁碟

files-slip-syntax = 內容不是活動檔案的格式（{ $detail }）
files-slip-unknown-field = 不認識欄位「{ $detail }」，若繼續便會遺失
files-slip-missing-field = 欠欄位「{ $detail }」
files-slip-field-twice = 欄位「{ $detail }」重複
files-slip-unknown-choice = 「{ $detail }」不是可用的選項
files-slip-value = 此值不能使用（{ $detail }）
files-slip-this-value = { $found }在此不能使用（{ $detail }）
files-slip-not-text = 由此處起不是文字

## 系統拒絕的原因

fault-not-there = 檔案不存在；請核對路徑
fault-may-not-read = 你沒有讀取權限；請聯絡擁有人，或複製到自己的位置
fault-is-folder = 它是資料夾；請指定檔案名稱
fault-no-such-folder = 所在資料夾不存在；請先建立資料夾，或選擇另一個位置
fault-below-file = 路徑中有一部分是檔案而不是資料夾；請選擇另一個位置
fault-may-not-write = 你沒有寫入權限；請選擇另一個位置，或申請權限
fault-read-only-disk = 磁碟只供讀取；請選擇另一個位置
fault-is-there = 已有同名項目；請改用另一個名稱
fault-no-room = 空間不足；請騰出磁碟空間，或選擇另一個位置
fault-name-refused = 系統不接受這個名稱；請改用較短或較簡單的名稱
fault-other = 系統拒絕（{ $detail }）；請再試，或選擇另一個位置
