# Copies of the event that a synced folder has left beside it.
deed-merge-copy = 併入{ $owner }的副本
copies-another-computer = 另一部電腦
copies-one = 此活動另有一個副本：{ $copy }
copies-several = 此活動另有 { $count } 個副本
copies-told = { $owner }，{ $when } · { $count ->
    [0] 並無不同
   *[other] { $count } 處不同
}
copies-told-undated = { $owner } · { $count ->
    [0] 並無不同
   *[other] { $count } 處不同
}
copies-merge-named = { $deed }{ $copy }
copies-saved = { $count ->
   *[other] 已儲存。已合併的副本現存於{ $files }。
}
copies-set-aside = { $count ->
   *[other] 已合併的副本現存於{ $files }。
}
