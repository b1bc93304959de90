## 别处已打开或只可阅读的活动

elsewhere-title = 此活动已在别处打开
elsewhere-who-since = { $who }，自{ $since }起
elsewhere-user-on-host = { $user }（电脑：{ $host }）
elsewhere-window = 这台电脑的另一窗口
elsewhere-window-of = { $user }（这台电脑的另一窗口）
elsewhere-what = 可以一同编辑：双方保存的内容都会保留；如双方改动了同一项，会请您决定。也可只阅读，或另存副本再编辑。
elsewhere-together = 一同编辑
elsewhere-read = 只读打开
elsewhere-copy = 另存副本编辑…
elsewhere-also = { $more ->
    [0] 同时打开：{ $who }
   *[other] 同时打开：{ $who }及另外{ $more }个
}
elsewhere-can-save = 活动现已可存回原处，可以编辑。
read-only-elsewhere = 活动已在别处打开，现以只读方式打开
read-only-elsewhere-refused = 活动以只读方式打开，没有改动；如需修改，请点上方的“一同编辑”。
read-only-place = 只读：{ $why }
slow-saving = 仍在保存：文件夹尚未回应，可以继续工作。
slow-opening = 仍在打开：文件夹尚未回应。
unsaved-saving = 正在保存，但文件夹尚未回应；保存会等候回应。
