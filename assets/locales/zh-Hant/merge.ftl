## 兩人同改一個活動

deed-merge = 併入他處儲存的改動
merge-conflict = { $name }－{ $field }：我方為{ $ours }，對方為{ $theirs }
merge-conflict-before = { $both }，之前為{ $base }
merge-one-by-one = { $one } · { $next }
merge-nothing = 沒有
merge-yes = 是
merge-no = 否
merge-present = 有這一項
merge-absent = 沒有這一項
merge-named-by = { $items }有提及

cli-about-merge = 合併兩方對同一活動的改動：狀態 0 為全部合併，1 為有衝突或有照片欠圖片，2 為未能讀取或寫入。可用作 git 的合併驅動程式
cli-argument-merge-base = 兩方改動之前的活動：活動資料夾、event.ron、版本或任何名稱的副本；如不知道則用空檔案，其時每處不同都算衝突
cli-argument-merge-ours = 我方的活動，寫法相同
cli-argument-merge-theirs = 對方的活動，寫法相同
cli-argument-merge-out = 存放合併後活動的檔案，可為上述三者之一
cli-argument-merge-name = 訊息中顯示的檔案名稱，不指定則用 { "--out" } 的名稱；git 以 %P 傳入
cli-argument-merge-json = 以 JSON 列出併入的改動和衝突，供其他程式使用
cli-argument-merge-language = 句子的語言：en、zh-Hant 或 zh-Hans；不指定則用系統語言
cli-merge-count = { $count ->
    [0] 對方沒有改動需要併入。
   *[other] 併入了對方 { $count } 項改動。
}
cli-merge-conflicts = { $count ->
   *[other] 有 { $count } 項衝突：{ $file }保留我方內容（沒有共同的舊存檔時，只有對方才有的項目亦會保留）。請查看以上 { $count } 行，如對方正確便自行更改。
}
cli-merge-other-event = { $file }與{ $other }是不同的活動，無法合併；請提供同一活動的不同狀態

merge-title = 他人已儲存此活動
merge-title-copy = 合併{ $file }
merge-what = 有 { $count } 處雙方均有改動而內容不同。請選擇保留哪一方；其餘會自動合併。
merge-what-without-base = { $count ->
    [0] 沒有共同的舊存檔可供比較，但兩者內容相同。
   *[other] 沒有共同的舊存檔可供比較，程式不會代為取捨；共有 { $count } 處不同，請逐一選擇。
}
merge-nothing-disputed = 雙方改動並無衝突。以下是將會併入的改動：
merge-ours = 你的版本
merge-theirs = 同事的版本
merge-theirs-copy = 副本的內容
merge-before = 原本
merge-when = 對方於{ $when }儲存。
merge-when-copy = 副本寫於{ $when }。
merge-choose = { $who }－{ $about }：{ $value }
merge-incoming = 以下 { $count } 項改動並無衝突，會直接併入
merge-left = 尚有 { $count } 處未決定
merge-do = 合併
merge-and-save = 合併並儲存
merge-and-issue = 合併、儲存並發出
merge-all-ours = 全用你的版本
merge-all-theirs = 全用同事的版本
merge-all-copy = 全用副本的內容
merge-came-in = 他人已儲存此活動：併入了 { $count } 項改動，可用「復原」取消。
merge-came-in-read = 他人已儲存此活動：併入了 { $count } 項改動。
merge-waits = 你離開此欄後，同事的 { $count } 項改動便會併入
take-back-title = 移除他人剛儲存的內容？
take-back-what = 以下內容剛剛併入。移除並儲存後，活動檔案內便不再有。
take-back-do = 移除
merge-replaced = 另一部電腦儲存的檔案取代了你先前儲存的檔案。你的改動仍在此處，請再儲存一次。
merge-copy-in = { $count ->
    [0] 已合併{ $file }，沒有內容需要併入。儲存活動後，副本會移至備份資料夾。
   *[other] 已合併{ $file }，併入了 { $count } 項改動。儲存活動後，副本會移至備份資料夾。
}
merge-copy-same = { $count ->
   *[other] 已合併{ $file }，沒有內容需要併入。
}
merge-other-event = 資料夾內現為另一個活動，故未有合併或儲存：請把你的版本另存新檔，或開啟該活動
merge-offer-decide = 他人已儲存此活動，其中 { $count } 處與你的不同
merge-decide = 決定並儲存…
merge-copy = 合併…
merge-later = 稍後
merge-copy-other-event = 此活動旁的{ $file }看似副本，實為另一個活動，故不予處理
merge-copy-unreadable = { $file }看似此活動的副本，未有處理：{ $why }
