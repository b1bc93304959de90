# 程式結束時未儲存的修改，以及存放這些修改的日誌。
action-unsaved = 未儲存的修改…

recovery-title = 有未儲存的修改
recovery-text = 程式結束時，有 { $count } 項修改未及儲存，最後一項在{ $when }作出。
recovery-moment = { $date } { $time }
recovery-shown = 顯示內容
recovery-edits = 修改
recovery-compare = 與已儲存的版本比較
recovery-added = { $deed }（{ $time }）
recovery-more = 另有 { $count } 項更改
recovery-journals = 要看哪一批未儲存的修改
recovery-journal = 至{ $when }
recovery-elsewhere = 這些修改由{ $user }在電腦 { $host } 上作出，該處的程式可能仍在使用中。
recovery-changed = 其後有人儲存過這項活動。取回後，兩者會合併；有衝突之處會並列，由你選擇。
recovery-torn = 程式結束前最後一刻的修改無法讀取，不在其中。
recovery-nothing-lost = 無論如何選擇，都不會刪除任何內容：修改在儲存之前，都可在「檔案 → 未儲存的修改」找到。
recovery-open = 取回未儲存的修改
recovery-as-saved = 開啟上次儲存的版本
recovery-decide-later = 稍後決定
recovery-kept = 現為上次儲存的版本。未儲存的修改已保留，可在「檔案 → 未儲存的修改」找到。
recovery-later = 下次開啟這項活動時，會再次詢問如何處理未儲存的修改。
recovery-none = 這項活動沒有未儲存的修改。
recovery-dirty = 活動在開啟後已有改動：請先儲存，再取回未儲存的修改。
recovery-done = 已取回 { $count } 項修改，尚未儲存，可逐項復原。
recovery-never-saved = 程式結束時未儲存
recovery-last-edited = 最後修改：{ $when }
recovery-recent = 有未儲存的修改

journal-unreadable = { $file }應存有未儲存的修改，但檔案開頭無法讀取，現原封不動
journal-unwritten = 目前無法保全未儲存的修改（{ $fault }）。請經常儲存；程式會自行再試。
journal-written-again = 未儲存的修改已重新得到保全。

broken-title = 程式發生錯誤
broken-text = 直至最後一項修改，內容已先行保全，存放於{ $place }。重新開始後，程式會問你如何處理未儲存的修改。
broken-nothing = 當時沒有開啟活動，並無損失。
broken-start = 重新開始
