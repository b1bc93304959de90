## 別處已開啟或只可閱讀的活動

elsewhere-title = 此活動已在別處開啟
elsewhere-who-since = { $who }，自{ $since }起
elsewhere-user-on-host = { $user }（電腦：{ $host }）
elsewhere-window = 這部電腦的另一視窗
elsewhere-window-of = { $user }（這部電腦的另一視窗）
elsewhere-what = 可以一同編輯：雙方儲存的內容都會保留；如雙方改動了同一項，會請你決定。亦可只閱讀，或另存副本再編輯。
elsewhere-together = 一同編輯
elsewhere-read = 唯讀開啟
elsewhere-copy = 另存副本編輯…
elsewhere-also = { $more ->
    [0] 同時開啟：{ $who }
   *[other] 同時開啟：{ $who }及另外{ $more }個
}
elsewhere-can-save = 活動現已可存回原處，可以編輯。
read-only-elsewhere = 活動已在別處開啟，現以唯讀方式開啟
read-only-elsewhere-refused = 活動以唯讀方式開啟，未有改動；如要修改，請按上方的「一同編輯」。
read-only-place = 唯讀：{ $why }
slow-saving = 仍在儲存：資料夾尚未回應，可以繼續工作。
slow-opening = 仍在開啟：資料夾尚未回應。
unsaved-saving = 現正儲存，但資料夾尚未回應；儲存會等候回應。
