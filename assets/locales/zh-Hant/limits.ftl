## Limits of the house's own templates

paper-error-too-slow = { $file }過了{ $seconds }秒仍未排完，已被中止。請更正範本（可能有無止境的重複），或把它移離活動的papers資料夾，改用內置範本列印。
paper-error-memory = { $file }需要超過{ $limit } MB記憶體，已被中止。請更正範本，或把它移離活動的papers資料夾，改用內置範本列印。
paper-error-pages = { $file }排出的頁數超過{ $limit }頁。請更正範本，或把它移離活動的papers資料夾，改用內置範本列印。
paper-error-ended = { $file }令排版中斷。請更正範本，或把它移離活動的papers資料夾，改用內置範本列印。
paper-error-no-helper = 未能使用自訂範本：本程式的第二個程序未能啟動（{ $detail }）。請重新啟動Runsheet，或把範本移離活動的papers資料夾，改用內置範本列印。

## Hostile files

files-forged = { $file }在發出之後被人改動：內容與其指紋不符，已不是該版本。請放回未經改動的檔案副本，或使用其他版本。
cli-not-a-folder = { $file }不是資料夾：列印全部文件時，請指定資料夾（沒有便會建立），或以 .pdf 結尾的名稱
