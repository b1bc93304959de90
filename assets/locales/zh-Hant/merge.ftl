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
