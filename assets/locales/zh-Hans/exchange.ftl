## Other programs' files

exchange-too-large = { $file }超过{ $limit } MB，未读取：请拆分文件，或删去图片后再保存
exchange-unpacks-too-large = { $file }解压后超过{ $limit } MB，未读取：请用原来的程序打开，只保留需要的工作表，另存一份
exchange-too-many-cells = { $file }多于{ $rows }行或{ $columns }列，或单元格太多，未读取：请只保留需要的行和列
exchange-unknown-kind = 无法导入{ $file }这类文件：请选择工作簿（.xlsx、.ods）、文本表格（.csv）或会议日程表（.json、.xml）
exchange-locked = { $file }设有密码：请用原来的程序打开，另存一份没有密码的文件
exchange-broken = { $file }已损坏，或与文件名所示的类别不符（{ $detail }）：请用原来的程序打开，再保存一次
exchange-empty = { $file }里没有任何内容：请检查是否选对文件，以及文件是否已保存
exchange-unmade = 无法生成文件（{ $detail }）：请缩短最长的文字，或选择其他格式
exchange-too-long = 工作簿的单元格最多容纳{ $limit }个字符，因此未生成文件：请缩短{ $texts }{ $more ->
    [0] {""}
   *[other] 等文字（另有{ $more }项）
}，或选择其他格式
exchange-too-long-text = { $item }的“{ $field }”（{ $length }个字符）
exchange-too-wide = 表格共有{ $rows }行、{ $columns }列，超出工作簿的上限（{ $highest }行、{ $widest }列），因此未生成文件：请选择其他格式

format-participants-xlsx = 嘉宾：工作簿（XLSX）
format-participants-ods = 嘉宾：OpenDocument 电子表格（ODS）
format-participants-csv = 嘉宾：文本（CSV）
format-rundown-xlsx = 流程表：工作簿（XLSX）
format-rundown-csv = 流程表：文本（CSV）

## What an import did, and would do

deed-import-participants = 导入{ $count }名嘉宾
deed-import-sessions = 导入{ $count }个环节
deed-import-items = 导入{ $count }项
deed-import-removes = 导入：移除{ $count }项

## Where in a file, and what was not understood there

spot-row = 第{ $row }行
spot-column = { $column }列
spot-cell = 第{ $row }行{ $column }列
spot-line = 第{ $line }行
note-at = { $spot }：{ $what }
note-not-understood = 无法理解“{ $field }”列的{ $found }，已略过
note-cut = 文字超过{ $limit }字，已截短
note-more = 这个文件另有{ $count }项附注

## What a column holds

heading-of = { $field }（{ $of }）
heading-id = Runsheet 编号
heading-honorific = 称谓
heading-name = 姓名
heading-family = 姓氏
heading-given = 名字
heading-order = 姓名次序
heading-honours = 勋衔
heading-post = 职务
heading-acting = 署理
heading-organisation = 机构
heading-delegation = 代表团
heading-precedence = 排名
heading-attendance = 出席情况
heading-arrives = 到场时间
heading-leaves = 离场时间
heading-email = 电邮
heading-phone = 电话
heading-through = 联系人
heading-biography = 简介
heading-day = 日期
heading-start = 开始
heading-end = 结束
heading-length = 时长
heading-kind = 类别
heading-title = 标题
heading-summary = 内容简介
heading-room = 场地
heading-audience = 对象
heading-people = 人员
heading-steps = 步骤
heading-cues = 提示
heading-officer = 负责人
heading-remarks = 备注
datum-yes = 是
datum-no = 否
datum-follows = 接上一项
note-fault = “{ $field }”的公式出错，已略过
note-column-unused = 无法理解{ $name }列，已略过；请选择该列的内容
note-column-twice = 另一列已是“{ $field }”；两列都有内容时，以后面的一列为准
note-no-column = 没有一列是“{ $field }”：请选择哪一列是
note-several-people = 一个单元格里有{ $count }人，而各列所列的数目不同：请每人一行；这一行已略过
note-taken-as-post = 姓名后的{ $name }视作职务
note-nobody = 这一行没有姓名，已略过
note-again = 与第{ $row }行相同，已略过
note-ambiguous = 有{ $count }人名为{ $name }，无法分辨是哪一位：请加上机构；这一行已略过
note-other-organisation = 同名者来自{ $name }，视作同一人
note-otherwise-called = { $kept }在这里名为{ $found }；名称不变
note-end-differs = 结束时间与开始时间加时长不符，以时长为准
note-not-a-person = 名单上没有{ $name }；请先导入或新增嘉宾，或在姓名后加上称谓
heading-fixed = 固定时间
heading-slack = 可缩短
datum-fixed-start = 开始
datum-fixed-end = 结束
datum-fixed-both = 开始及结束
note-nothing = 这一行没有标题，也没有类别，已略过
items-sessions = 环节
items-delegations = 代表团
items-rooms = 场地
items-teams = 小组
import-add = 新增{ $name }
import-leave = { $name }保持不变
import-remove = 移除{ $name }
import-change = 更改{ $name }：{ $changes }
import-change-mark = ；
import-field = { $field }由{ $before }改为{ $after }
import-field-new = { $field }：{ $after }

## In the window

action-import = 导入…
action-export = 导出…
path-import = 导入文件
path-export = 导出到文件
files-tables = 表格和日程表
app-importing = 正在读取文件…
app-exporting = 正在写入文件…
import-title = 导入{ $file }
import-about = 表格内容
import-columns = 各列内容
import-column = { $heading }列
import-nothing = 不导入
import-shown = 显示
import-lines = 更改（{ $count }）
import-notes = 附注（{ $count }）
import-all-understood = 文件内容全部读懂。
import-remove-people = 同时移除文件中没有的嘉宾
import-remove-sessions = 同时移除文件中没有的环节
import-nothing-to-do = 没有内容可导入
export-title = 导出供其他程序使用
import-summary = { $kind }：{ $said }
import-added = 新增{ $count }
import-changed = 更改{ $count }
import-removed = 移除{ $count }
import-left = 不变{ $count }
import-none = 没有
import-mark = ，
app-imported = { $deed }：已完成，可以撤销
app-exported = 已保存文件：{ $path }
deed-import-and-remove = { $deed }，移除{ $count }
app-import-waits = 未导入{ $file }：请先回答当前的提问，再拖放文件
note-other-sheets = 导入的是{ $name }工作表；文件另有{ $count }个工作表，未导入
import-sheet = 工作表
import-clear-empty = 空白单元格会清除原有内容
import-field-cleared = 清除{ $field }（原为{ $before }）
import-add-day = 将{ $date }加入活动日期
import-adds-day = 将{ $date }加入活动日期
import-days = 日期：新增{ $count }天
import-day-hint = 活动没有这一天。如不加入，当天的环节仍会导入，并列于核对之中。
deed-import-details = 导入活动资料
