## 两人同改一个活动

deed-merge = 并入别处保存的改动
merge-conflict = { $name }－{ $field }：我方为{ $ours }，对方为{ $theirs }
merge-conflict-before = { $both }，之前为{ $base }
merge-one-by-one = { $one } · { $next }
merge-nothing = 没有
merge-yes = 是
merge-no = 否
merge-present = 有这一项
merge-absent = 没有这一项
merge-named-by = { $items }有提及

cli-about-merge = 合并两方对同一活动的改动：状态 0 为全部合并，1 为有冲突或有照片缺少图片，2 为无法读取或写入。可用作 git 的合并驱动
cli-argument-merge-base = 两方改动之前的活动：活动文件夹、event.ron、版本或任何名称的副本；如不知道则用空文件，此时每处不同都算冲突
cli-argument-merge-ours = 我方的活动，写法相同
cli-argument-merge-theirs = 对方的活动，写法相同
cli-argument-merge-out = 存放合并后活动的文件，可为上述三者之一
cli-argument-merge-name = 消息中显示的文件名，不指定则用 { "--out" } 的名称；git 以 %P 传入
cli-argument-merge-json = 以 JSON 列出并入的改动和冲突，供其他程序使用
cli-argument-merge-language = 句子的语言：en、zh-Hant 或 zh-Hans；不指定则用系统语言
cli-merge-count = { $count ->
    [0] 对方没有改动需要并入。
   *[other] 并入了对方 { $count } 项改动。
}
cli-merge-conflicts = { $count ->
   *[other] 有 { $count } 项冲突：{ $file }保留我方内容（没有共同的旧存档时，只有对方才有的项目也会保留）。请查看以上 { $count } 行，如对方正确请自行更改。
}
cli-merge-other-event = { $file }与{ $other }是不同的活动，无法合并；请提供同一活动的不同状态

merge-title = 他人已保存此活动
merge-title-copy = 合并{ $file }
merge-what = 有 { $count } 处双方都有改动而内容不同。请选择保留哪一方；其余会自动合并。
merge-what-without-base = { $count ->
    [0] 没有共同的旧存档可供比较，但两者内容相同。
   *[other] 没有共同的旧存档可供比较，程序不会代为取舍；共有 { $count } 处不同，请逐一选择。
}
merge-nothing-disputed = 双方改动并无冲突。以下是将会并入的改动：
merge-ours = 您的版本
merge-theirs = 同事的版本
merge-theirs-copy = 副本的内容
merge-before = 原值
merge-when = 对方于{ $when }保存。
merge-when-copy = 副本写于{ $when }。
merge-choose = { $who }－{ $about }：{ $value }
merge-incoming = 以下 { $count } 项改动没有冲突，会直接并入
merge-left = 还有 { $count } 处未决定
merge-do = 合并
merge-and-save = 合并并保存
merge-and-issue = 合并、保存并发出
merge-all-ours = 全用您的版本
merge-all-theirs = 全用同事的版本
merge-all-copy = 全用副本的内容
merge-came-in = 他人已保存此活动：并入了 { $count } 项改动，可用“撤销”取消。
merge-came-in-read = 他人已保存此活动：并入了 { $count } 项改动。
merge-waits = 您离开此栏后，同事的 { $count } 项改动便会并入
take-back-title = 移除他人刚保存的内容？
take-back-what = 以下内容刚刚并入。移除并保存后，活动文件中便不再有。
take-back-do = 移除
merge-replaced = 另一台电脑保存的文件取代了您先前保存的文件。您的改动仍在这里，请再保存一次。
merge-copy-in = { $count ->
    [0] 已合并{ $file }，没有内容需要并入。保存活动后，副本会移至备份文件夹。
   *[other] 已合并{ $file }，并入了 { $count } 项改动。保存活动后，副本会移至备份文件夹。
}
merge-copy-same = { $count ->
   *[other] 已合并{ $file }，没有内容需要并入。
}
merge-other-event = 文件夹内现为另一个活动，因此未合并或保存：请把您的版本另存为新文件，或打开该活动
merge-offer-decide = 他人已保存此活动，其中 { $count } 处与您的不同
merge-decide = 决定并保存…
merge-copy = 合并…
merge-later = 稍后
merge-copy-other-event = 此活动旁的{ $file }看似副本，实为另一个活动，因此未作处理
merge-copy-unreadable = { $file }看似此活动的副本，未作处理：{ $why }
