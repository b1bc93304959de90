## Other programs' files

exchange-too-large = { $file }超过{ $limit } MB，未读取：请拆分文件，或删去图片后再保存
exchange-unpacks-too-large = { $file }解压后超过{ $limit } MB，未读取：请用原来的程序打开，只保留需要的工作表，另存一份
exchange-too-many-cells = { $file }多于{ $rows }行或{ $columns }列，或单元格太多，未读取：请只保留需要的行和列
exchange-unknown-kind = 无法导入{ $file }这类文件：请选择 .xlsx、.ods 或 .csv 文件
exchange-locked = { $file }设有密码：请用原来的程序打开，另存一份没有密码的文件
exchange-broken = { $file }已损坏，或与文件名所示的类别不符（{ $detail }）：请用原来的程序打开，再保存一次
exchange-empty = { $file }里没有任何内容：请检查是否选对文件，以及文件是否已保存
exchange-unmade = 无法生成文件（{ $detail }）：请缩短最长的文字，或选择其他格式

format-participants-xlsx = 嘉宾：工作簿（XLSX）
format-participants-csv = 嘉宾：文本（CSV）
format-rundown-xlsx = 流程表：工作簿（XLSX）
format-rundown-csv = 流程表：文本（CSV）

## What an import did, and would do

deed-import-participants = 导入{ $count }名嘉宾
deed-import-sessions = 导入{ $count }个环节
deed-import-items = 导入{ $count }项
deed-import-removes = 导入：移除{ $count }项
import-summary = { $kind }：新增{ $added }，更改{ $changed }，移除{ $removed }，保持不变{ $left }

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
