# 程序结束时未保存的修改，以及存放这些修改的日志。
action-unsaved = 未保存的修改…

recovery-title = 有未保存的修改
recovery-text = 程序结束时，有 { $count } 项修改未及保存，最后一项于{ $when }作出。
recovery-moment = { $date } { $time }
recovery-shown = 显示内容
recovery-edits = 修改
recovery-compare = 与已保存的版本比较
recovery-added = { $deed }（{ $time }）
recovery-more = 另有 { $count } 项更改
recovery-journals = 要看哪一批未保存的修改
recovery-journal = 截至{ $when }
recovery-elsewhere = 这些修改由{ $user }在电脑 { $host } 上作出，那里的程序可能仍在使用。
recovery-changed = 此后有人保存过这个活动。找回后，两者会合并；有冲突之处会并列显示，由您选择。
recovery-torn = 程序结束前最后一刻的修改无法读取，不在其中。
recovery-nothing-lost = 无论如何选择，都不会删除任何内容：修改在保存之前，都可在“文件 → 未保存的修改”中找到。
recovery-open = 找回未保存的修改
recovery-as-saved = 打开上次保存的版本
recovery-decide-later = 稍后决定
recovery-kept = 现为上次保存的版本。未保存的修改已保留，可在“文件 → 未保存的修改”中找到。
recovery-later = 下次打开这个活动时，会再次询问如何处理未保存的修改。
recovery-none = 这个活动没有未保存的修改。
recovery-dirty = 活动打开后已有改动：请先保存，再找回未保存的修改。
recovery-done = 已找回 { $count } 项修改，尚未保存，也可逐项撤销。
recovery-never-saved = 程序结束时未保存
recovery-last-edited = 最后修改：{ $when }
recovery-recent = 有未保存的修改

journal-unreadable = { $file }应存有未保存的修改，但文件开头无法读取，现原样保留
journal-unwritten = 目前无法保全未保存的修改（{ $fault }）。请经常保存；程序会自动重试。
journal-written-again = 未保存的修改已重新得到保全。

broken-title = 程序发生错误
broken-text = 直到最后一项修改，内容都已先行保全，存放于{ $place }。重新开始后，程序会询问如何处理未保存的修改。
broken-nothing = 当时没有打开活动，没有损失。
broken-start = 重新开始
