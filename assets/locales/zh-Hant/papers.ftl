## 文件：名稱及印在紙上的字

paper-programme = 程序表
paper-run-of-show = 流程表
paper-photo-sheet = 照片一覽
paper-name-list = 嘉賓名單

paper-page = 第{ $page }頁，共{ $pages }頁
paper-restricted = 限閱：只供籌備人員使用
paper-staff = 工作人員

paper-untitled = 未命名的活動
paper-nameless = 姓名待定
paper-somebody = 代表待定
paper-post-of = { $organisation }{ $post }

paper-role-officiating = 主禮嘉賓
paper-role-moderator = 主持
paper-role-panellist = 討論嘉賓
paper-role-signatory = 簽署代表
paper-role-witness = 見證嘉賓

paper-theme = 主題
paper-hosted = 主辦
paper-co-hosted = 合辦
paper-date = 日期
paper-venue = 地點
paper-organisations = 參加機構
paper-next = 後續活動
paper-no-sessions = 程序有待公布。
paper-no-photos = 暫無可供發放的照片。
paper-no-people = 名單上暫無嘉賓。
paper-witnessed = 見證

paper-time = 時間
paper-minutes = 分鐘
paper-item = 環節
paper-people = 人員及位置
paper-cues = 提示
paper-officer = 負責人員及備註
paper-staff-only = 只供工作人員

paper-photo = 照片
paper-credit = 來源
paper-no-picture = 未能顯示照片
paper-no-caption = 尚未撰寫圖片說明
paper-photo-undescribed = 第{ $number }號照片，尚未有文字描述

paper-number = 編號
paper-name = 姓名
paper-post = 機構及職銜
paper-attendance = 出席情況
paper-total = 總數
paper-no-delegation = 其他嘉賓
paper-people-count = { $count }人
paper-people-total = 共{ $people }人，其中{ $named }人已列名
paper-unnamed-count = 另有{ $count }人未列名

paper-changes = 改動一覽
paper-changes-since = 第{ $number }版後的改動
paper-changes-from = 與{ $issued }發出的第{ $number }版（{ $fingerprint }）比較
paper-changes-none = 第{ $number }版後沒有改動。
paper-changes-no-version = 尚未發出任何版本，因此無從比較。
paper-the-event = 本活動
paper-by-session = 按環節
paper-by-person = 按人員
paper-marked-since = 改動以頁邊直線標示
paper-is-new = 新增
paper-is-gone = 刪去

## 文件：出錯時

paper-error-template = { $file }第{ $line }行第{ $column }格：{ $message }。請更正範本，或加上--built-in，改用內置範本列印。
paper-error-unplaced = 未能按{ $file }排版：{ $message }。請更正範本，或加上--built-in，改用內置範本列印。
paper-error-no-language = 尚未選擇語言：請選擇至少一種活動語言，然後再列印。
paper-error-pdf = 版面已排好，但未能製成無障礙PDF：{ $message }。請更正所用的自訂範本，然後再列印。
