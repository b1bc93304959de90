## 核對：遺漏與衝突

problem = { $subject }：{ $trouble }

severity-clash = 衝突
severity-missing = 遺漏
severity-look = 請留意


trouble-no-days = 尚未設定日期
trouble-unknown-zone = 無法識別時區{ $zone }：請填寫例如 Asia/Hong_Kong 的時區
trouble-no-sessions = 流程表尚未有任何環節
trouble-text-missing = 欠{ $field }（{ $language }）
trouble-room-clash = 與{ $other }同時使用{ $room }，重疊{ $minutes }分鐘
trouble-overlap = 在{ $other }結束前{ $minutes }分鐘開始
trouble-overrun = 之前的環節比其固定結束時間遲 { $minutes } 分鐘完結
trouble-too-short = 因結束時間固定，只餘 { $minutes } 分鐘，至少需要 { $least } 分鐘
trouble-front-row-unnamed = 後排已有姓名，前排則無人列名
trouble-person-clash = { $person }同時須出席{ $other }
trouble-before-arrival = 開始時{ $person }仍未到場（{ $time }到）
trouble-after-leaving = { $person }須於{ $time }離開，環節其時尚未結束
trouble-declined = { $person }已表示未能出席
trouble-outside-days = { $date }不屬活動日期
trouble-more-clashes = 同一時間在{ $room }另有 { $count } 個環節
trouble-past-midnight = 跨越午夜
trouble-no-speaker = 尚未填寫講者
trouble-no-moderator = 尚未填寫主持
trouble-no-panellists = 尚未填寫討論嘉賓
trouble-no-signatory = 尚未填寫簽署代表
trouble-no-witness = 尚未填寫見證嘉賓
trouble-no-agreement = 沒有協議在此環節簽署
trouble-no-room = 尚未編配場地
trouble-unknown-room = 所編配的場地不在活動的場地名單內
trouble-no-name = 尚未填寫姓名
trouble-no-honorific = 欠稱謂（{ $language }）
trouble-appears-nowhere = 已定排名，但未編入任何環節
trouble-same-name = 與另一位嘉賓同名
trouble-not-scheduled = 尚未編入任何環節
trouble-party-without-signatory = 第{ $party }方欠簽署代表
trouble-party-without-organisation = 第{ $party }方欠機構名稱
trouble-not-cleared = 仍為草稿：請決定可否發放
trouble-not-placed = 尚未歸入任何環節
trouble-nobody-named = 相中人士尚未標明
trouble-same-number = 與另一張照片同為{ $number }號
trouble-taken-outside = 拍攝時間（{ $time }）與環節時間不符
trouble-unused-room = 此場地未有使用

mend-follow = 改為接續
mend-start-at = 改於 { $time } 開始
mend-trim = 縮短之前的環節
mend-take-out = 移除{ $person }
mend-put-in = 放入{ $name }
mend-leave-room = 取消編配場地
mend-add-day = 將{ $date }加入活動日期
mend-spell-zone = 改用 { $zone }
mend-usual-credit = 採用慣用圖片來源
mend-count-number = 按次序編號
mend-remove = 刪除

checks-all = 全部 { $count }
checks-set-aside = 已擱置 { $count }
checks-filter = 檢查種類
checks-none-open = 沒有這類項目
checks-none-open-next = 請在上方選擇其他種類。
check-set-aside = 擱置…
check-set-aside-now = 擱置
check-show-again = 重新顯示
check-reason = 理由
check-reason-hint = 為何可以維持原狀
check-because = { $trouble } · 已擱置：{ $reason }
check-deed = { $deed }：{ $problem }
check-in-form = { $severity }：{ $trouble }
