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
twins-lone = 第{ $number }版的文件不在原位，而在旁边，名为{ $file }
twins-look = 查看…
twins-decide = 决定…
twins-title = 哪一份是第{ $number }版？
twins-title-lone = 第{ $number }版不在原位
twins-what = 两台电脑在收到对方的版本之前，各自发出了第{ $number }版，两份文稿可能都已分发，可凭识别码分辨。其中一份保留版次；其余只改版次，列表会注明原为第几版。
twins-what-lone = 文件在旁边，名为{ $file }，现放回原位；原位若有不是版本的文件，会保存在 backups/。
twins-becomes = { $told }改为第{ $number }版。
twins-is-already = { $told }已是第{ $number }版。
twins-do = 编定版次
twins-do-lone = 放回原位
app-numbering = 正在编定版次…
app-numbered = 第{ $number }版是{ $told }发出的一份。
app-numbered-other = { $told }发出的一份现为第{ $number }版。
app-numbered-already = 版次已在另一台电脑上编定。
cli-about-versions = 列出活动的各个版本，并指出重复的版次
cli-argument-versions-event = 活动：活动文件夹，或其中的 event.ron
cli-argument-versions-keep = 同一版次有数份时，由此文件保留版次，其余依次编为下一版
cli-argument-versions-json = 以 JSON 列出，供其他程序使用
cli-version-noted = { $version } · { $note }
cli-version-of-several = { $version }：{ $file }
cli-version-twins = { $twins }。请在窗口的“版本”一栏，或用 runsheet versions EVENT --keep FILE 指定由哪一份保留版次
cli-not-a-twin = { $file }并非同一版次的其中一份，没有编定任何版次；可用 runsheet versions EVENT 查看
