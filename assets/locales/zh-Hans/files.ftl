## 文件：活动文件夹

files-missing = 找不到{ $file }：请核对路径，或到上次存放的位置查找
files-no-event = 文件夹{ $file }内没有活动：请选择含有 event.ron 的文件夹
files-not-an-event = { $file }不是活动文件：请选择活动文件夹或其中的 event.ron
files-empty = { $file }没有任何内容：请改用较早的副本，或选择其他活动
files-unreadable = 无法读取{ $file }：{ $fault }
files-too-large = { $file }超过 { $limit } MB，因此没有读取：活动文件远比这小，请核对是否选错文件
files-malformed = { $file }第 { $line } 行第 { $column } 个字符有误：{ $slip }；请用文本编辑器更正，或改用较早的副本
files-newer = { $file }由较新版本的 Runsheet 保存（格式 { $format }，本版本只支持到格式 { $known }）：请更新 Runsheet 后再打开；文件未作改动
files-no-versions = { $file }没有第{ $number }版：尚未发出任何版本
files-no-version = { $file }没有第{ $number }版：最后一版为第{ $last }版
files-not-this-version = { $file }并非其名称所示的版本：请恢复发出时的文件，或将其移出文件夹
files-no-number-after = { $file }已用了版本编号的上限，无法再发出版本：这并非 Runsheet 生成的文件，请将其移出文件夹
files-has-event = 文件夹{ $file }内已有活动，未作改动：请选择另一个文件夹
files-occupied = 文件夹{ $file }不是空的，未作改动：请选择新的或空的文件夹
files-not-a-folder = { $file }是文件，活动须存放在文件夹中：请改用另一个名称
files-inside = { $file }位于要复制的活动文件夹之内：请选择其外的位置
files-outside = { $file }是指向活动文件夹以外的链接，因此没有读取：请把文件本身放入文件夹
files-unwritten = 无法写入{ $file }：{ $fault }
files-changed = { $file }在打开后已由他人保存，未作改动：请把您的版本另存为新文件，或先打开对方的版本
files-comments = event.ron 中有手写的注释，保存时不会保留：如需保留，请先复制文件
files-unfaithful = { $file }的内容与要保存的不符：请立即另存为新文件，并检查磁盘
files-settings-kept = 无法读取{ $file }内的个人设置，现采用默认设置；原文件内容已保留在{ $kept }
files-settings-unread = 无法读取{ $file }内的个人设置，现采用默认设置，原文件未作改动；请检查读取权限，或移走该文件，才能再次保存设置

files-slip-foreign = 内容不是活动文件，活动文件以“(format:”开头
files-slip-ended = 内容在此中断，文件不完整
files-slip-trailing = 活动内容到此已经结束，其后却还有文字
files-slip-sign = 此处应有“{ $detail }”
files-slip-sort = 此处应为{ $sort }
files-slip-unknown-field = 不认识字段“{ $detail }”，若继续便会丢失
files-slip-missing-field = 缺少字段“{ $detail }”
files-slip-field-twice = 字段“{ $detail }”重复
files-slip-twice = “{ $detail }”重复，只能出现一次
files-slip-unknown-choice = “{ $detail }”不是可用的选项
files-slip-value = 此值不能使用，此处应为{ $sort }
files-slip-this-value = { $found }不能使用，此处应为{ $sort }
files-slip-escape = 文字中的反斜杠之后接了不适用的字符；要输入一个反斜杠，请连写两个
files-slip-too-deep = 括号层数过多，不是活动文件应有的内容
files-slip-not-text = 从此处起不是文本
files-slip-other = 无法读取此处（读取程序的英文原文：{ $detail }）

files-sort-text = 用引号括起的文字
files-sort-number = 整数
files-sort-truth = { "true" } 或 { "false" }
files-sort-name = 字段或选项的名称
files-sort-date = 日期，例如 2025-06-03
files-sort-time = 时间，例如 09:30:00
files-sort-length = 时间长度，例如 20m 或 1h20m，须大于零且不超过一星期
files-sort-language = 语言标记，例如 en、zh-Hant 或 zh-Hans
files-sort-file = 不含文件夹的文件名
files-sort-identity = 项目的标识码
files-sort-other = 其他值

## 系统拒绝的原因

fault-not-there = 文件不存在；请核对路径
fault-may-not-read = 您没有读取权限；请联系所有者，或复制到自己的位置
fault-is-folder = 它是文件夹；请指定文件名
fault-no-such-folder = 所在文件夹不存在；如已移走或拔除，请放回原处后再试，或选择另一个位置
fault-below-file = 路径中有一部分是文件而不是文件夹；请选择另一个位置
fault-may-not-write = 您没有写入权限；请选择另一个位置，或申请权限
fault-read-only-disk = 磁盘是只读的；请选择另一个位置
fault-is-there = 已有同名项目；请改用另一个名称
fault-no-room = 空间不足；请腾出磁盘空间，或选择另一个位置
fault-name-refused = 系统不接受这个名称；请改用较短或较简单的名称
fault-no-handles = 电脑同时打开的文件太多；请关闭其他程序后再试
fault-no-answer = 网络或磁盘没有响应；请检查连接后再试
fault-drive = 磁盘出现错误；请确认磁盘已接好后再试，或改用另一个位置
fault-circle = 它是一个循环链接，最终指回自己；请修正该链接，或选择另一个位置
fault-kept-no-folder = 所在文件夹不存在；如已移走或拔除，请放回原处
fault-kept-may-not-write = 您没有写入权限；请申请权限，或把活动另存到其他位置
fault-kept-read-only = 磁盘是只读的；请改为可写，或把活动另存到其他位置
fault-kept-no-room = 空间不足；请腾出磁盘空间，或把活动另存到其他位置
fault-other = 系统拒绝（{ $detail }）；请重试，或选择另一个位置
files-other-kind = { $file }已存在而不是之前制作的 { $kind }，因此未作改动；请先移走该文件，或改用另一个名称或位置
files-of-an-event = { $file }是活动本身的文件，或位于活动的照片、版本或备份之中，不能存放其他文件；请改用另一个位置
