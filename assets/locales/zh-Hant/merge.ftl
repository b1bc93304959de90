## 兩人同改一個活動

deed-merge = 併入他處儲存的改動
merge-conflict = { $name }－{ $field }：我方為{ $ours }，對方為{ $theirs }
merge-conflict-before = { $both }，之前為{ $base }
merge-one-by-one = { $one }・{ $next }
merge-nothing = 沒有
merge-yes = 是
merge-no = 否
merge-day = 日期
merge-extra = 供其他程式使用的{ $name }
merge-cast = 人員
merge-role = { $person }的出場
merge-steps = 步驟
merge-cues = 提示
merge-parties = 簽署方
merge-signatory = 簽署人
merge-witnesses = 見證人
merge-order = { $field }的次序
merge-there = 是否保留
merge-present = 有
merge-absent = 沒有
merge-named-by = { $items }有提及

cli-about-merge = 合併兩方對同一活動的改動：狀態 0 為全部合併，1 為列出衝突，2 為未能讀取或寫入。可用作 git 的合併驅動程式
cli-argument-merge-base = 兩方改動之前的活動：活動資料夾、event.ron、版本或任何名稱的副本；無人知道則為空檔案
cli-argument-merge-ours = 我方的活動，寫法相同
cli-argument-merge-theirs = 對方的活動，寫法相同
cli-argument-merge-out = 存放合併後活動的檔案，可為上述三者之一
cli-argument-merge-name = 句子中檔案的名稱，如與檔名不同：供 git 使用，因其合併的是另有名稱的副本
cli-argument-merge-json = 以 JSON 列出併入的改動和衝突，供其他程式使用
cli-argument-merge-language = 句子的語言：en、zh-Hant 或 zh-Hans；不指定則用系統語言
cli-merge-count = { $count ->
    [0] 對方沒有改動需要併入。
   *[other] 併入了對方 { $count } 項改動。
}
cli-merge-conflicts = { $count ->
   *[other] 有 { $count } 項衝突：{ $file }保留我方內容。請查看以上 { $count } 行，如對方正確便自行更改。
}
cli-merge-other-event = { $file }與{ $other }是不同的活動，無法合併；請提供同一活動的不同狀態

merge-title = 他人已儲存此活動
merge-title-copy = 合併{ $file }
merge-what = 有 { $count } 處雙方均有改動而內容不同。請選擇保留哪一方；其餘會自動合併。
merge-what-without-base = { $count ->
    [0] 無從得知雙方由哪個狀態改起，故一概不代為決定；兩者內容一致。
   *[other] 無從得知雙方由哪個狀態改起，故一概不代為決定；兩者有 { $count } 處不同，請逐一選擇。
}
merge-nothing-disputed = 雙方改動並無衝突。以下是將會併入的改動：
merge-ours = 你的版本
merge-theirs = 同事的版本
merge-theirs-copy = 副本的內容
merge-before = 原本
merge-when = 對方於{ $when }儲存。
merge-when-copy = 副本寫於{ $when }。
merge-choose = { $who }－{ $about }：{ $value }
merge-incoming = 並無爭議的 { $count } 項改動會併入
merge-left = 尚有 { $count } 處未決定
merge-do = 合併
merge-and-save = 合併並儲存
merge-and-issue = 合併、儲存並發出
merge-all-ours = 全用你的版本
merge-all-theirs = 全用同事的版本
merge-all-copy = 全用副本的內容
merge-came-in = 他人已儲存此活動：併入了 { $count } 項改動，可用「復原」取消。
merge-came-in-read = 他人已儲存此活動：併入了 { $count } 項改動。
merge-waits = 待你離開此處，即併入同事的 { $count } 項改動
take-back-title = 撤去他人剛儲存的內容？
take-back-what = 以下內容剛剛併入。撤去後一經儲存，活動檔案中便不再有。
take-back-do = 撤去
merge-replaced = 另一部電腦儲存的檔案取代了你先前儲存的檔案。你的改動仍在此處，請再儲存一次。
merge-copy-in = { $count ->
    [0] 已合併{ $file }，其內容這裏已齊備。儲存活動後，副本會移至備份資料夾。
   *[other] 已合併{ $file }，併入了 { $count } 項改動。儲存活動後，副本會移至備份資料夾。
}
merge-copy-same = { $count ->
   *[other] 已合併{ $file }，其內容這裏已齊備。
}
merge-other-event = 資料夾內現為另一個活動，故未有合併或儲存：請把你的版本另存新檔，或開啟該活動
merge-offer-decide = 他人已儲存此活動，其中 { $count } 處與你的不同
merge-decide = 決定並儲存…
merge-copy = 合併…
merge-later = 稍後
merge-copy-other-event = 此活動旁的{ $file }看似副本，實為另一個活動，故不予處理
merge-copy-unreadable = { $file }看似此活動的副本，未有處理：{ $why }
