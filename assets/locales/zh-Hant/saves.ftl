## 保留的存檔

saves-not-kept = 活動已儲存，但這次存檔未能保留於最近十次之中。
saves-heading = 最近十次存檔
saves-line = { $at }存檔
saves-earliest = 所保留的最早一次
saves-only-form = 內容相同，只是寫法不同
saves-first-and-more = { $first }，另有{ $more }項改動
saves-changed-since = { $at }存檔後的改動
saves-same = { $at }存檔後沒有改動
deed-bring-back-save = 回復至{ $at }的存檔
title-of-save = { $name }（{ $at }存檔）
read-only-save = { $at }存檔 – 唯讀
read-only-save-refused = 這是{ $at }的存檔，只供閱讀，未有改動；請返回活動再修改。
app-brought-back-save = 活動已回復至{ $at }的存檔，可按「復原」取消。
app-brought-back-save-same = 活動現況與{ $at }的存檔相同。
