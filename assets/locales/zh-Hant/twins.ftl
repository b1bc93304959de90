# 兩部電腦在同步資料夾把檔案合在一起之前，各自發出的同一版。
version-line-formerly = 第{ $number }版（原第{ $formerly }版） · { $issued }發出 · { $fingerprint }
version-issued-as = { $issued }（原第{ $formerly }版）
twin-told = { $issued }（{ $fingerprint }）
twin-told-noted = { $issued }{ $note }（{ $fingerprint }）
twin-name = 第{ $number }版（另一份）
twin-unreadable = 版本的副本{ $file }
twins-several = 第{ $number }版發出了{ $count ->
    [2] 兩
   *[other] { $count }
}次：{ $each }
twins-lone = 第{ $number }版的檔案名稱有異，現名為{ $file }
twins-look = 查看…
twins-decide = 決定…
twins-title = 哪一份是第{ $number }版？
twins-title-lone = 第{ $number }版的檔案名稱有異
twins-what = 兩部電腦在收到對方的版本之前，各自發出了第{ $number }版，兩份文件可能都已派出，可憑識別碼分辨。其中一份保留版次；其餘只改版次，列表會註明原為第幾版。
twins-what-lone = 檔案現名為{ $file }，將改回 { $number }.ron；如該名稱已被不是版本的檔案佔用，該檔案會移至 backups/。
twins-becomes = { $told }發出的一份改為第{ $number }版。
twins-is-already = { $told }發出的一份已是第{ $number }版。
twins-do = 編定版次
twins-do-lone = 改回原名
app-numbering = 正在編定版次…
app-numbered = 第{ $number }版是{ $told }發出的一份。
app-numbered-other = { $told }發出的一份現為第{ $number }版。
app-numbered-already = 版次已在另一部電腦上編定。
cli-about-versions = 列出活動的各個版本及重複的版次：狀態 0 為正常，1 為版次重複或有版本未能讀取
cli-argument-versions-event = 活動：活動資料夾，或其中的 event.ron
cli-argument-versions-keep = 同一版次有數份時，由此檔案保留版次，其餘依次改用後續版次
cli-argument-versions-json = 以 JSON 列出，供其他程式使用
cli-version-noted = { $version } · { $note }
cli-version-of-several = { $version }：{ $file }
cli-version-twins = { $twins }。請在視窗的「版本」頁處理，或以 runsheet versions EVENT --keep FILE 指定由哪一份保留版次
cli-not-a-twin = { $file }並非同一版次的其中一份，沒有編定任何版次；可用 runsheet versions EVENT 查看
