## The run-of-show as a table of cells

column-end = 结束
column-cues = 提示：{ $team }
column-before = 之前空当
column-after = 之后空当

cell-ends-before-start = 环节在{ $typed }尚未开始，请写较晚的时间。
cell-no-such-kind = 没有名为“{ $typed }”的类别，请输入几个字后选取。
cell-no-such-audience = “{ $typed }”既不是面向嘉宾，也不是面向工作人员。
cell-no-step = 此环节在{ $typed }没有步骤；请先在表单中新增步骤，或删去时差。
cell-read-only = 此列由时间推算，不能输入。
cell-nothing-to-paste = 没有可粘贴的文字，请先复制一些单元格。
cell-new-room = 新场地

cell-name = { $column }，第{ $row }行
cell-name-new = { $column }，新行
cell-name-new-on = { $column }，{ $day }新行
cell-fault-in-line = 第{ $line }行，{ $column }：{ $fault }
cell-left-out = 没有列可放{ $names }，其余已粘贴。
cells-left-out = 没有列可放以下{ $count }项，其余已粘贴：

sheet-new-row = 输入以新增环节
sheet-empty-next = 输入首个名称后按 Enter，每个环节会在前一环节结束时开始；也可以从电子表格粘贴多行。
sheet-only-cued = 只看其提示

view-of-table = 表格视图
view-all = 全部
view-own = 我的视图
view-team = { $team }
columns-menu = 列
columns-hide = 隐藏此列
columns-usual = 恢复默认列
columns-sooner = 将{ $column }前移
columns-later = 将{ $column }后移
label-rooms-shown = 显示场地
action-fill-down = 向下填充

table-help = 在流程表中
table-help-type = 直接输入会替换单元格内容；按 F2 或双击可续写；按 Esc 则保持原样。
table-help-enter = Enter 向下，Tab 向右；按 Tab 后再按 Enter 会回到起始的一列。最后一行之下即为新环节。
table-help-all = Ctrl+Enter 把输入内容填入所有选中的单元格；Ctrl+D 向下填充。
table-help-select = Shift 加方向键选择；Shift+空格选整行，Ctrl+空格选整列，Ctrl+A 全选。Delete 清除单元格，选整行时则移除该行。
table-help-clip = Ctrl+C、Ctrl+X、Ctrl+V 可与电子表格互相复制单元格和行；全选复制时连同标题行。
table-help-time = 时间列中 930 即 09:30，+15 即推迟15分钟，时长列则加长；结束时间后加 ! 即固定。
table-help-pane = F6 在表格与表单之间切换。

## What other tables call these columns; separated by semicolons
column-as-day = 日期；日
column-as-start = 开始；开始时间；时间；自
column-as-end = 结束；结束时间；完毕；至
column-as-length = 时长；用时；长度；分钟
column-as-slack = 可缩短；可缩短时间；可缩短的时间；弹性时间
column-as-kind = 类别；种类；类型
column-as-title = 标题；项目；环节；程序；内容；活动；流程；名称；议程
column-as-summary = 摘要；简介；内容简介
column-as-room = 场地；地点；位置；会场
column-as-people = 人员；嘉宾；讲者；演讲人；出席者；人物；主讲
column-as-officer = 负责人；负责人员；责任人；统筹
column-as-remarks = 备注；注
column-as-audience = 对象；面向

## Words of a title by which its kind is known; separated by semicolons
guess-registration = 登记；报到；签到；来宾登记；嘉宾登记；入场
guess-welcome-remarks = 欢迎辞；欢迎词；致欢迎辞；开幕辞；开幕致辞
guess-video-address = 视频致辞；视频讲话；录像致辞
guess-keynote = 主题演讲；主旨演讲；专题演讲
guess-panel-discussion = 专题讨论；讨论环节；圆桌；小组讨论；对谈；座谈
guess-signing = 签署；签约；签约仪式；备忘录
guess-group-photo = 合照；大合照；合影；拍照
guess-performance = 表演；演出；醒狮；演奏
guess-break = 小休；茶歇；茶点；休息
guess-meal = 午餐；午宴；晚宴；晚餐；早餐；酒会；自助餐
guess-closing-remarks = 闭幕；闭幕辞；闭幕致辞；总结；致谢辞
