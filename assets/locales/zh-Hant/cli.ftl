## 指令列

cli-complaint = { "runsheet" }：{ $sentence }
cli-lost = 無法把結果寫到標準輸出：{ $fault }
cli-heading-usage = 用法：
cli-heading-commands = 指令
cli-heading-arguments = 參數
cli-heading-options = 選項
cli-help = 顯示說明
cli-version = 顯示版本

cli-about-runsheet =
    秘書處的活動流程工作檯：一個官方活動，顯示於螢幕、印於紙上、存於一個檔案。

    不加指令即開啟視窗。結束狀態：0 為全部完成；1 為已完成，但有問題、改動、衝突或重複的版次，或有圖片、部分說明略去；2 為有事項未能完成。
cli-argument-runsheet-event = 要開啟的活動：活動資料夾，或其中的 event.ron
cli-about-sample = 寫出範例活動的資料夾
cli-argument-sample-dir = 要建立的資料夾；須為新的或空置的
cli-about-new = 建立新活動的資料夾
cli-argument-new-dir = 要建立的資料夾；須為新的或空置的
cli-argument-new-title = 活動名稱
cli-about-print = 把文件印成 PDF，並列出每個檔案的位置
cli-argument-print-event = 活動：活動資料夾，或其中的 event.ron
cli-argument-print-paper = programme（程序表）、run-of-show（流程表）、photo-sheet（照片表）、name-list（名單）、changes（改動一覽），或 all（全部）
cli-argument-print-language = 文件語言，例如 en、zh-Hant 或 en+zh-Hant；不指定則用活動的主要語言
cli-argument-print-out = 要寫入的 PDF；會取代先前的 PDF。配合 { "--paper all" }：指定資料夾，各文件自有名稱；或指定如 F.pdf 的名稱，分別印成 F-programme.pdf 等
cli-argument-print-version = 列印活動的這個版本，而非現況
cli-argument-print-built = 一律按內置範本列印，不理會活動的papers資料夾
cli-argument-print-since = 標示這個版本後的改動：用於 run-of-show 和 changes
cli-about-issue = 把活動現況發出為下一版，並列出其位置：狀態 1 為有圖片未能隨版本保存
cli-argument-issue-event = 活動：活動資料夾，或其中的 event.ron
cli-argument-issue-note = 這一版的說明：給誰或為何發出
cli-about-changes = 列出同一活動兩個狀態的分別：狀態 0 為相同，1 為有改動，2 為未能讀取
cli-argument-changes-old = 較早的狀態：活動資料夾、event.ron，或如 versions/3.ron 的版本
cli-argument-changes-new = 較後的狀態，寫法相同
cli-argument-changes-json = 以 JSON 列出改動，供其他程式使用
cli-argument-changes-language = 句子的語言：en、zh-Hant 或 zh-Hans；不指定則用系統語言
cli-about-check = 列出遺漏與衝突：狀態 0 為沒有，1 為有問題，2 為未能讀取活動
cli-argument-check-event = 活動：活動資料夾，或其中的 event.ron
cli-argument-check-json = 以 JSON 列出，供其他程式使用
cli-about-photos = 活動的照片
cli-about-photos-add = 把照片複製到活動，與拖放到視窗相同
cli-argument-photos-add-event = 活動：活動資料夾，或其中的 event.ron
cli-argument-photos-add-files = 照片，或載有照片的資料夾
cli-argument-photos-add-session = 照片所屬的環節：其名稱或類別中的幾個字，任何語言皆可

cli-wrong = 無法理解這些參數；請用「{ "runsheet --help" }」查看寫法
cli-wrong-missing = 欠 { $argument }；請用「{ "runsheet --help" }」查看寫法
cli-wrong-unknown = 此處不能用{ $argument }；請用「{ "runsheet --help" }」查看寫法
cli-wrong-no-value = { $argument } 之後須有值；請用「{ "runsheet --help" }」查看寫法
cli-wrong-value = { $value }不能用於 { $argument }；請選擇{ $possible }
cli-not-a-language = { $text }不是語言；請寫如 en、zh-Hant 或 en+zh-Hant
cli-not-its-language = { $file }沒有{ $text }這種語言；請選擇{ $languages }，或在活動資料中加入該語言
cli-no-session = { $file }沒有名稱或類別含{ $text }的環節，因此沒有加入照片；請改用其他字，或不用 { "--session" }
cli-several-sessions = { $text }可指{ $file }的多個環節，即{ $sessions }，因此沒有加入照片；請多寫幾個字
cli-no-pictures = 資料夾{ $file }內沒有照片；請指定照片或其所在的資料夾
photo-left-over = { $file }是先前加入照片時中斷而留下的，活動內沒有照片使用它；因{ $source }已找不到該圖片，故予以保留：如有需要請重新加入，否則請移走
cli-wrong-number = { $value }不是可用於 { $argument } 的數字；請寫如 3
cli-nothing-issued = { $file }尚未發出任何版本，因此無從比較；請先用 { "runsheet issue EVENT" } 發出
cli-shows-no-changes = 文件 { $paper } 不標示改動；請選擇 run-of-show 或 changes，或不用 { "--since" }
cli-change-count = { $count ->
    [0] 沒有改動。
   *[other] 共 { $count } 項改動
}
cli-photo-known = { $file }早已在活動內
cli-photo-not-there = { $name }：活動的照片資料夾內沒有此檔案

cli-problem = { $severity }：{ $message }
cli-problem-count = { $count ->
    [0] 沒有遺漏，也沒有衝突。
   *[other] 共 { $count } 項問題
}

cli-no-display = 此處沒有可開啟視窗的顯示器；請在桌面環境啟動 Runsheet，或不用視窗列印：{ "runsheet print EVENT --paper programme --language zh-Hant --out programme.pdf" }
cli-display-silent = 顯示器{ $display }沒有回應，未能開啟視窗；請在桌面環境啟動 Runsheet，或不用視窗列印：{ "runsheet print EVENT --paper programme --language zh-Hant --out programme.pdf" }
cli-library-missing = 系統欠程式庫 { $library }，未能開啟視窗；請安裝套件 { $package }（sudo apt install { $package }），或不用視窗列印：{ "runsheet print EVENT --paper programme --language zh-Hant --out programme.pdf" }
cli-no-window = 未能開啟視窗（{ $detail }）；請在另一個桌面環境啟動 Runsheet，或不用視窗列印：{ "runsheet print EVENT --paper programme --language zh-Hant --out programme.pdf" }

cli-about-import = 匯入其他程式的檔案：先列出新增、更改及不變的項目，然後執行
cli-argument-import-event = 活動：其資料夾，或其中的 event.ron
cli-argument-import-file = 檔案：活頁簿（.xlsx、.ods）、以符號分隔的文字檔（.csv）或會議日程表（.json、.xml）
cli-argument-import-subject = 表格的內容，participants 或 run-of-show；不寫則按欄名判斷
cli-argument-import-map = 某欄的內容：欄名或欄的字母，再寫 post:en 之類的項目；= 後留空則略過該欄
cli-argument-import-sheet = 活頁簿中的工作表；不寫則選取最相符的一個
cli-argument-import-absent = 移除檔案中沒有的項目
cli-argument-import-empty = 儲存格空白時，清除該項目原有的內容
cli-argument-import-dry = 只列出將會執行的項目
cli-about-export = 製作供其他程式使用的檔案，並指出其位置
cli-argument-export-event = 活動：其資料夾，或其中的 event.ron
cli-argument-export-format = 檔案類別：participants.xlsx、participants.ods、participants.csv、rundown.xlsx、rundown.csv、schedule.json、schedule.xml（供 frab、pretalx 及 c3voc 使用）或 calendar.ics
cli-argument-export-out = 要寫入的檔案；舊檔會被取代
cli-imported = 已儲存至{ $file }
cli-no-column = 檔案沒有{ $text }欄；請寫欄名，或欄的字母
cli-no-field = 欄的內容不能是{ $text }；請選擇{ $fields }，有多種語言的，在冒號後寫語言
cli-not-a-mapping = { $text }沒有說明哪一欄是什麼；請寫成「欄=項目」，例如 { "Position=post:en" }
cli-no-format = 沒有名為{ $text }的檔案類別；{ "runsheet export --help" } 列出所有類別
cli-no-sheet = { $file }沒有{ $text }工作表；其工作表為{ $sheets }
cli-no-sheets = { $file }沒有工作表可選；請刪去 --sheet
