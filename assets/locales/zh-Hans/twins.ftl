# 两台电脑在同步文件夹把文件合在一起之前，各自发出的同一版。
version-line-formerly = 第{ $number }版（原第{ $formerly }版） · { $issued }发出 · { $fingerprint }
version-issued-as = { $issued }（原第{ $formerly }版）
twin-told = { $issued }（{ $fingerprint }）
twin-told-noted = { $issued }{ $note }（{ $fingerprint }）
twin-name = 第{ $number }版（另一份）
twin-unreadable = 版本的副本{ $file }
twins-several = 第{ $number }版发出了{ $count ->
    [2] 两
   *[other] { $count }
}次：{ $each }
twins-lone = 第{ $number }版的文件名有误，现名为{ $file }
twins-look = 查看…
twins-decide = 决定…
twins-title = 哪一份是第{ $number }版？
twins-title-lone = 第{ $number }版的文件名有误
twins-what = 两台电脑在收到对方的版本之前，各自发出了第{ $number }版，两份文稿可能都已分发，可凭识别码分辨。其中一份保留版次；其余只改版次，列表会注明原为第几版。
twins-what-lone = 文件现名为{ $file }，将改回 { $number }.ron；如该名称已被不是版本的文件占用，该文件会移至 backups/。
twins-becomes = { $told }发出的一份改为第{ $number }版。
twins-is-already = { $told }发出的一份已是第{ $number }版。
twins-do = 编定版次
twins-do-lone = 改回原名
app-numbering = 正在编定版次…
app-numbered = 第{ $number }版是{ $told }发出的一份。
app-numbered-other = { $told }发出的一份现为第{ $number }版。
app-numbered-already = 版次已在另一台电脑上编定。
cli-about-versions = 列出活动的各个版本及重复的版次：状态 0 为正常，1 为版次重复或有版本无法读取
cli-argument-versions-event = 活动：活动文件夹，或其中的 event.ron
cli-argument-versions-keep = 同一版次有多份时，由此文件保留版次，其余依次改用后续版次
cli-argument-versions-json = 以 JSON 列出，供其他程序使用
cli-version-noted = { $version } · { $note }
cli-version-of-several = { $version }：{ $file }
cli-version-twins = { $twins }。请在窗口的“版本”页处理，或用 runsheet versions EVENT --keep FILE 指定由哪一份保留版次
cli-not-a-twin = { $file }并非同一版次的其中一份，没有编定任何版次；可用 runsheet versions EVENT 查看
