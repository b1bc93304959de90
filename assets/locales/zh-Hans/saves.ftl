## 保留的存档

saves-not-kept = 活动已保存，但这次存档未能保留在最近十次之中。
saves-heading = 最近十次存档
saves-line = { $at }存档
saves-earliest = 所保留的最早一次
saves-only-form = 内容相同，只是写法不同
saves-first-and-more = { $first }，另有{ $more }项改动
saves-changed-since = { $at }存档后的改动
saves-same = { $at }存档后没有改动
deed-bring-back-save = 恢复到{ $at }的存档
title-of-save = { $name }（{ $at }存档）
read-only-save = { $at }存档 – 只读
read-only-save-refused = 这是{ $at }的存档，只供阅读，没有改动；请返回活动再修改。
app-brought-back-save = 活动已恢复到{ $at }的存档，可点“撤销”取消。
app-brought-back-save-same = 活动现状与{ $at }的存档相同。
