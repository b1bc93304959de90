## The run-of-show as a table of cells

column-end = 結束
column-cues = 提示：{ $team }
column-before = 之前空檔
column-after = 之後空檔

cell-ends-before-start = 環節在{ $typed }尚未開始，請寫較後的時間。
cell-no-such-kind = 沒有稱為「{ $typed }」的類別，請輸入幾個字後選取。
cell-no-such-audience = 「{ $typed }」既非供嘉賓亦非供工作人員。
cell-no-step = 此環節在{ $typed }沒有步驟；請先在表格中新增步驟，或刪去時差。
cell-read-only = 此欄由時間推算，不能輸入。
cell-nothing-to-paste = 沒有可貼上的文字，請先複製一些儲存格。
cell-new-room = 新場地

cell-name = { $column }，第{ $row }列
cell-name-new = { $column }，新列
cell-name-new-on = { $column }，{ $day }新列
cell-fault-in-line = 第{ $line }行，{ $column }：{ $fault }
cell-left-out = 沒有欄位可放{ $names }，其餘已貼上。
cells-left-out = 沒有欄位可放以下{ $count }項，其餘已貼上：

sheet-new-row = 輸入以新增環節
sheet-empty-next = 輸入首個名稱後按 Enter，每個環節會在前一環節結束時開始；亦可由試算表貼上多列。
sheet-only-cued = 只看其提示

view-of-table = 表格檢視
view-all = 全部
view-own = 我的檢視
view-team = { $team }
columns-menu = 欄位
columns-hide = 隱藏此欄
columns-usual = 還原預設欄位
columns-sooner = 將{ $column }移前
columns-later = 將{ $column }移後
label-rooms-shown = 顯示場地
action-fill-down = 向下填滿

table-help = 在流程表中
table-help-type = 直接輸入會取代儲存格內容；按 F2 或雙擊可續寫；按 Esc 則維持原狀。
table-help-enter = Enter 向下，Tab 向右；按 Tab 後再按 Enter 會回到起始的一欄。最後一列之下即為新環節。
table-help-all = Ctrl+Enter 把輸入內容填入所有選取的儲存格；Ctrl+D 向下填滿。
table-help-select = Shift 加方向鍵選取；Shift+空格選整列，Ctrl+空格選整欄，Ctrl+A 全選。Delete 清除儲存格，選整列時則移除該列。
table-help-clip = Ctrl+C、Ctrl+X、Ctrl+V 可與試算表互相複製儲存格及列；全選複製時連同標題列。
table-help-time = 時間欄中 930 即 09:30，+15 即延後15分鐘，時長欄則加長；結束時間後加 ! 即固定。
table-help-pane = F6 在表格與表單之間切換。

## What other tables call these columns; separated by semicolons
column-as-day = 日期；日
column-as-start = 開始；開始時間；時間；由
column-as-end = 結束；結束時間；完結；完結時間；至
column-as-length = 時長；需時；長度；分鐘
column-as-slack = 可縮短；可縮短時間；可縮短的時間；彈性時間
column-as-kind = 類別；種類；類型
column-as-title = 標題；項目；環節；程序；內容；活動；流程；名稱
column-as-summary = 摘要；簡介；內容簡介
column-as-room = 場地；地點；位置；會場
column-as-people = 人員；嘉賓；講者；出席者；人物；主講
column-as-officer = 負責人；負責人員；負責同事；統籌
column-as-remarks = 備註；備注；註
column-as-audience = 對象；供

## Words of a title by which its kind is known; separated by semicolons
guess-registration = 登記；報到；簽到；來賓登記；嘉賓登記；入場
guess-welcome-remarks = 歡迎辭；歡迎詞；致歡迎辭；開幕辭；開幕致辭
guess-video-address = 視像致辭；視像講話；錄像致辭；短片致辭
guess-keynote = 主題演講；主旨演講；專題演講
guess-panel-discussion = 專題討論；討論環節；圓桌；小組討論；對談；座談
guess-signing = 簽署；簽約；簽署儀式；備忘錄
guess-group-photo = 合照；大合照；合影；拍照
guess-performance = 表演；演出；醒獅；演奏
guess-break = 小休；茶歇；茶點；休息
guess-meal = 午餐；午膳；午宴；晚宴；晚餐；晚膳；早餐；酒會；自助餐
guess-closing-remarks = 閉幕；閉幕辭；閉幕致辭；總結；致謝辭
