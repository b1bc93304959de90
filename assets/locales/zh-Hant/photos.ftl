## 照片檔案

photos-unreadable = 未能讀取{ $file }：{ $fault }
photos-not-a-picture = { $file }不是照片，沒有加入：請選擇 JPEG、PNG、WebP、TIFF、GIF 或 BMP 檔案
photos-foreign = { $file }屬 { $format } 格式，Runsheet 未能讀取：請先匯出為 JPEG 再加入
photos-truncated = { $file }並不完整，沒有加入：請從相機重新複製
photos-damaged = { $file }已損毀，無法顯示：請從相機重新複製，或匯出為 JPEG
photos-no-more = 活動照片{ $file }已不是可顯示的照片：請把原檔案放回原處，或從活動中移除這張照片
photos-too-many-pixels = { $file }的尺寸為 { $width } × { $height } 像素，沒有加入：請把長邊縮至 { $edge } 像素以內，並不多於 { $megapixels } 百萬像素
photos-too-large = { $file }檔案太大，沒有加入：請匯出為小於 { $limit } MB 的 JPEG
photos-too-heavy = 開啟{ $file }需要超過 { $limit } MB 記憶體，沒有加入：請匯出為尺寸較小、非漸進式的 JPEG
photos-unwritten = 沒有加入{ $file }，因為未能把它複製到資料夾{ $folder }：{ $fault }，然後重新加入
photos-outside = { $file }是指向活動資料夾以外的連結，因此沒有使用：請改為真正的資料夾

## 檔案已換成另一張圖片的照片

photo-other = 照片檔案{ $file }已不是當初加入的圖片，說明、人物及編號可能有誤。請放回原檔案，或採用新圖片並重新核對。
photo-other-short = 已不是當初加入的圖片
photo-other-accept = 採用新圖片
photo-other-accept-name = 採用{ $name }的新圖片
photo-other-show = 顯示照片
photo-other-show-name = 顯示{ $name }
photo-other-known = 活動內另一張照片已是這張圖片。請移除其中一張，或放回原檔案。
cli-photo-other = 照片{ $name }的檔案已不是當初加入的圖片：請放回原檔案，或在視窗內採用新圖片

## 暫不採用的照片，及放回原處的檔案

photo-held-back = { $file }已不是當初加入的圖片，因此暫不採用這張照片：請放回原檔案，或在視窗內採用新圖片並核對說明
photo-not-as-kept = { $file }是隨版本保存的照片{ $photo }，其內容已不是該圖片，因此沒有採用。只要活動資料夾內仍有該圖片，發出下一版時便會修復；否則請從備份放回。
photo-not-kept = { $file }已不是當初加入的圖片，因此這個版本沒有保存此照片的圖片：請放回原檔案，或在視窗內採用新圖片，然後再發出一版
app-issued-without = { $count ->
   *[other] 第{ $number }版沒有保存以下 { $count } 張照片的圖片：
}
paper-photos-lack = { $count ->
   *[other] 這份文件有 { $count } 張照片與當初加入時不符：
}
photos-put-in-place = { $count ->
   *[other] 有 { $count } 張照片的圖片在活動資料夾的其他位置找到，已複製到原處：
}
cli-photo-put-in-place = { $file }的圖片在活動資料夾的其他位置找到，已複製到原處
merge-photo-renamed = 因另一張照片的檔案同名，{ $from }現改名為{ $to }
trouble-same-file = 檔案與{ $other }同名，或其他系統會視為同名
mend-rename-file = 為檔案另取名稱
