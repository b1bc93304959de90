## 自訂範本用不了：文件頁上的說明

template-faulty = { $file }內有錯誤，未能使用。
template-inaccessible = 版面已排好，但因自訂範本的問題，未能製成無障礙PDF。
template-slow = { $file }排版超過{ $limit }秒，已被中止。
template-hungry = { $file }需要過多記憶體（超過{ $limit } MB），已被中止。
template-long = { $file }排出的頁數超過{ $limit }頁，已被中止。
template-ended = { $file }令排版中斷。
template-no-helper = 暫時未能使用自訂範本：本程式的第二個程序未能啟動。
template-place = 第{ $line }行第{ $column }字：{ $message }
paper-use-built-in = 今次改用內置範本列印
paper-is-built-in = 現正使用內置範本，而非自訂範本；轉到另一份文件、關閉活動或自訂範本有改動時恢復原狀。
paper-use-house = 再試自訂範本
app-printed-built-in = 已按內置範本儲存 PDF：{ $path }

## 文件在等甚麼

slow-paper-templates = 活動資料夾尚未回應，正等候讀取自訂範本；有回應即排版，可繼續工作。
slow-paper-versions = 活動資料夾尚未回應，正等候讀取版本；有回應即排版，可繼續工作。
slow-paper-photos = 活動資料夾尚未回應，正等候讀取照片；有回應即排版，可繼續工作。
slow-paper-house = 自訂範本排版需時較長，超過20秒便會中止。
