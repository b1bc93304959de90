## 命令行

cli-complaint = { "runsheet" }：{ $sentence }
cli-lost = 无法把结果写到标准输出：{ $fault }
cli-heading-usage = 用法：
cli-heading-commands = 命令
cli-heading-arguments = 参数
cli-heading-options = 选项
cli-help = 显示帮助
cli-version = 显示版本

cli-about-runsheet =
    秘书处的活动流程工作台：一个官方活动，显示在屏幕上，印在纸上，存在一个文件里。

    不加命令即打开窗口。退出状态：0 为全部完成；1 为已完成，但有问题、改动、冲突或重复的版次，或有图片、部分说明略去；2 为有事项未能完成。
cli-argument-runsheet-event = 要打开的活动：活动文件夹，或其中的 event.ron
cli-about-sample = 写出示例活动的文件夹
cli-argument-sample-dir = 要建立的文件夹；须为新的或空的
cli-about-new = 建立新活动的文件夹
cli-argument-new-dir = 要建立的文件夹；须为新的或空的
cli-argument-new-title = 活动名称
cli-about-print = 把文稿印成 PDF，并列出每个文件的位置
cli-argument-print-event = 活动：活动文件夹，或其中的 event.ron
cli-argument-print-paper = programme（议程）、run-of-show（流程表）、photo-sheet（照片表）、name-list（名单）、changes（改动一览），或 all（全部）
cli-argument-print-language = 文稿语言，例如 en、zh-Hans 或 en+zh-Hans；不指定则用活动的主要语言
cli-argument-print-out = 要写入的 PDF；会替换先前的 PDF。配合 { "--paper all" }：指定文件夹，各文稿自有名称；或指定如 F.pdf 的名称，分别印成 F-programme.pdf 等
cli-argument-print-version = 打印活动的这个版本，而非现状
cli-argument-print-built = 一律按内置模板打印，不理会活动的papers文件夹
cli-argument-print-since = 标示这个版本后的改动：用于 run-of-show 和 changes
cli-about-issue = 把活动现状发出为下一版，并列出其位置：状态 1 为有图片未能随版本保存
cli-argument-issue-event = 活动：活动文件夹，或其中的 event.ron
cli-argument-issue-note = 这一版的说明：给谁或为何发出
cli-about-changes = 列出同一活动两个状态的分别：状态 0 为相同，1 为有改动，2 为无法读取
cli-argument-changes-old = 较早的状态：活动文件夹、event.ron，或如 versions/3.ron 的版本
cli-argument-changes-new = 较后的状态，写法相同
cli-argument-changes-json = 以 JSON 列出改动，供其他程序使用
cli-argument-changes-language = 句子的语言：en、zh-Hant 或 zh-Hans；不指定则用系统语言
cli-about-check = 列出遗漏与冲突：状态 0 为没有，1 为有问题，2 为无法读取活动
cli-argument-check-event = 活动：活动文件夹，或其中的 event.ron
cli-argument-check-json = 以 JSON 列出，供其他程序使用
cli-about-photos = 活动的照片
cli-about-photos-add = 把照片复制到活动中，与拖放到窗口相同
cli-argument-photos-add-event = 活动：活动文件夹，或其中的 event.ron
cli-argument-photos-add-files = 照片，或含有照片的文件夹
cli-argument-photos-add-session = 照片所属的环节：其名称或类别中的几个字，任何语言均可

cli-wrong = 无法理解这些参数；请用“{ "runsheet --help" }”查看写法
cli-wrong-missing = 缺少 { $argument }；请用“{ "runsheet --help" }”查看写法
cli-wrong-unknown = 此处不能用{ $argument }；请用“{ "runsheet --help" }”查看写法
cli-wrong-no-value = { $argument } 之后须有值；请用“{ "runsheet --help" }”查看写法
cli-wrong-value = { $value }不能用于 { $argument }；请选择{ $possible }
cli-not-a-language = { $text }不是语言；请写如 en、zh-Hans 或 en+zh-Hans
cli-not-its-language = { $file }没有{ $text }这种语言；请选择{ $languages }，或在活动资料中添加该语言
cli-no-session = { $file }没有名称或类别含{ $text }的环节，因此没有加入照片；请改用其他字，或不用 { "--session" }
cli-several-sessions = { $text }可指{ $file }的多个环节，即{ $sessions }，因此没有加入照片；请多写几个字
cli-no-pictures = 文件夹{ $file }内没有照片；请指定照片或其所在的文件夹
photo-left-over = { $file }是先前加入照片时中断而留下的，活动内没有照片使用它；因{ $source }已找不到该图片，故予以保留：如有需要请重新加入，否则请移走
cli-wrong-number = { $value }不是可用于 { $argument } 的数字；请写如 3
cli-nothing-issued = { $file }尚未发出任何版本，因此无从比较；请先用 { "runsheet issue EVENT" } 发出
cli-shows-no-changes = 文稿 { $paper } 不标示改动；请选择 run-of-show 或 changes，或不用 { "--since" }
cli-change-count = { $count ->
    [0] 没有改动。
   *[other] 共 { $count } 项改动
}
cli-photo-known = { $file }已在活动中
cli-photo-not-there = { $name }：活动的照片文件夹内没有此文件

cli-problem = { $severity }：{ $message }
cli-problem-count = { $count ->
    [0] 没有遗漏，也没有冲突。
   *[other] 共 { $count } 项问题
}

cli-no-display = 此处没有可打开窗口的显示器；请在桌面环境启动 Runsheet，或不用窗口打印：{ "runsheet print EVENT --paper programme --language zh-Hans --out programme.pdf" }
cli-display-silent = 显示器{ $display }没有响应，无法打开窗口；请在桌面环境启动 Runsheet，或不用窗口打印：{ "runsheet print EVENT --paper programme --language zh-Hans --out programme.pdf" }
cli-library-missing = 系统缺少库 { $library }，无法打开窗口；请安装软件包 { $package }（sudo apt install { $package }），或不用窗口打印：{ "runsheet print EVENT --paper programme --language zh-Hans --out programme.pdf" }
cli-no-window = 无法打开窗口（{ $detail }）；请在另一个桌面环境启动 Runsheet，或不用窗口打印：{ "runsheet print EVENT --paper programme --language zh-Hans --out programme.pdf" }

cli-about-import = 导入其他程序的文件：先列出新增、更改和不变的项目，然后执行
cli-argument-import-event = 活动：其文件夹，或其中的 event.ron
cli-argument-import-file = 文件：工作簿（.xlsx、.ods）、以符号分隔的文本（.csv）或会议日程表（.json、.xml）
cli-argument-import-subject = 表格的内容，participants 或 run-of-show；不写则按列名判断
cli-argument-import-map = 某列的内容：列名或列的字母，再写 post:en 之类的项目；= 后留空则略过该列
cli-argument-import-sheet = 工作簿中的工作表；不写则选取最相符的一个
cli-argument-import-absent = 移除文件中没有的项目
cli-argument-import-empty = 单元格空白时，清除该项目原有的内容
cli-argument-import-dry = 只列出将会执行的项目
cli-about-export = 生成供其他程序使用的文件，并指出其位置
cli-argument-export-event = 活动：其文件夹，或其中的 event.ron
cli-argument-export-format = 文件类别：participants.xlsx、participants.ods、participants.csv、rundown.xlsx、rundown.csv、schedule.json、schedule.xml（供 frab、pretalx 和 c3voc 使用）或 calendar.ics
cli-argument-export-out = 要写入的文件；旧文件会被取代
cli-imported = 已保存到{ $file }
cli-no-column = 文件没有{ $text }列；请写列名，或列的字母
cli-no-field = 列的内容不能是{ $text }；请选择{ $fields }，有多种语言的，在冒号后写语言
cli-not-a-mapping = { $text }没有说明哪一列是什么；请写成“列=项目”，例如 { "Position=post:en" }
cli-no-format = 没有名为{ $text }的文件类别；{ "runsheet export --help" } 列出所有类别
cli-no-sheet = { $file }没有{ $text }工作表；其工作表为{ $sheets }
cli-no-sheets = { $file }没有工作表可选；请删去 --sheet
