## Limits of the house's own templates

paper-error-too-slow = { $file }過了{ $seconds }秒仍未排完，已被中止。請更正範本（可能有無止境的重複），或加上--built-in，改用內置範本列印。
paper-error-memory = { $file }需要超過{ $limit } MB記憶體，已被中止。請更正範本，或加上--built-in，改用內置範本列印。
paper-error-pages = { $file }排出的頁數超過{ $limit }頁。請更正範本，或加上--built-in，改用內置範本列印。
paper-error-unfinished = 此文件篇幅甚長，PDF 未能完成：製作 PDF 的程序已中止，可能是記憶體不足。請關閉其他程式，或只以一種語言列印。
paper-error-ended = { $file }令排版中斷。請更正範本，或加上--built-in，改用內置範本列印。
paper-error-no-helper = 未能使用自訂範本：本程式的第二個程序未能啟動（{ $detail }）。請重新啟動Runsheet，或加上--built-in，改用內置範本列印。

## Hostile files

files-forged = { $file }在發出之後被人改動：內容與其識別碼不符，已不是該版本。請放回未經改動的檔案副本，或使用其他版本。
cli-not-a-folder = { $file }不是資料夾：列印全部文件時，請指定資料夾（沒有便會建立），或以 .pdf 結尾的名稱

## 新聞照片

cli-about-photos-export = 為傳媒製作已批准發放照片的副本：附編號和說明，並移除拍攝地點
cli-argument-photos-export-event = 活動：其資料夾，或其中的 event.ron
cli-argument-photos-export-out = 存放副本的資料夾；沒有便會建立
cli-argument-photos-export-location = 原樣複製檔案，保留拍攝地點
press-left = 另有{ $count }張照片未獲批准發放，沒有複製
press-incomplete = { $count ->
    [0] 沒有照片複製到{ $folder }。以下照片未能複製：
   *[other] 已把{ $count }張照片連圖片說明複製到{ $folder }。以下照片未能複製：
}
press-caption-cut = 圖片說明過長，副本{ $file }只載有其中一部分；全文見 captions.txt
path-press = 存放新聞照片的資料夾
press-folder = 新聞照片
press-photos = 新聞照片連圖片說明（資料夾）
press-location = 保留拍攝地點

## Limits of readers

files-too-many = { $file }內同一類項目超過{ $limit }個，不似是真正的活動，因此沒有讀取：請檢查檔案是否正確，或把活動分拆
exchange-too-many-parts = { $file }由超過{ $limit }個部分壓縮而成，因此沒有讀取：請只保留所需的工作表，重新儲存為活頁簿
