# Copies of the event that a synced folder has left beside it.
deed-merge-copy = 并入{ $owner }的副本
copies-another-computer = 另一台电脑
copies-one = 此活动另有一个副本：{ $copy }
copies-several = 此活动另有 { $count } 个副本
copies-told = { $owner }，{ $when } · { $count ->
    [0] 并无不同
   *[other] { $count } 处不同
}
copies-told-undated = { $owner } · { $count ->
    [0] 并无不同
   *[other] { $count } 处不同
}
copies-merge-named = { $deed }{ $copy }
copies-saved = { $count ->
   *[other] 已保存。已合并的副本现存于{ $files }。
}
copies-set-aside = { $count ->
   *[other] 已合并的副本现存于{ $files }。
}
