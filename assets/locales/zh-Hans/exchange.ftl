## Other programs' files

exchange-too-large = { $file }超过{ $limit } MB，未读取：请拆分文件，或删去图片后再保存
exchange-unpacks-too-large = { $file }解压后超过{ $limit } MB，未读取：请用原来的程序打开，只保留需要的工作表，另存一份
exchange-too-many-cells = { $file }多于{ $rows }行或{ $columns }列，或单元格太多，未读取：请只保留需要的行和列
exchange-unknown-kind = 无法导入{ $file }这类文件：请选择 .xlsx、.ods 或 .csv 文件
exchange-locked = { $file }设有密码：请用原来的程序打开，另存一份没有密码的文件
exchange-broken = { $file }已损坏，或与文件名所示的类别不符（{ $detail }）：请用原来的程序打开，再保存一次
exchange-empty = { $file }里没有任何内容：请检查是否选对文件，以及文件是否已保存
exchange-unmade = 无法生成文件（{ $detail }）：请缩短最长的文字，或选择其他格式

format-participants-xlsx = 出席者：工作簿（XLSX）
format-participants-csv = 出席者：文本（CSV）
format-rundown-xlsx = 流程表：工作簿（XLSX）
format-rundown-csv = 流程表：文本（CSV）

## What an import did, and would do

deed-import-participants = 导入{ $count }名出席者
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

column-of = { $field }（{ $of }）
column-id = Runsheet 编号
column-honorific = 称谓
column-name = 姓名
column-family = 姓
column-given = 名
column-order = 姓名次序
column-honours = 勋衔
column-post = 职务
column-acting = 代理
column-organisation = 机构
column-delegation = 代表团
column-precedence = 排名
column-attendance = 出席情况
column-arrives = 到场时间
column-leaves = 离场时间
column-email = 电邮
column-phone = 电话
column-through = 联系人
column-biography = 简介
column-day = 日期
column-start = 开始
column-end = 结束
column-length = 时长
column-kind = 类别
column-title = 标题
column-summary = 内容简介
column-room = 场地
column-audience = 对象
column-people = 人员
column-steps = 步骤
column-cues = 提示
column-officer = 负责人员
column-remarks = 备注
datum-yes = 是
datum-no = 否
datum-follows = 接上一项
