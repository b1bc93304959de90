## 文件：名称及印在纸上的字

paper-programme = 会议手册
paper-run-of-show = 流程表
paper-photo-sheet = 照片一览
paper-name-list = 嘉宾名单

paper-page = 第{ $page }页，共{ $pages }页
paper-restricted = 内部资料：仅供会务人员使用
paper-staff = 工作人员

paper-untitled = 未命名的活动
paper-nameless = 姓名待定
paper-somebody = 代表待定
paper-post-of = { $organisation }{ $post }

paper-role-officiating = 主礼嘉宾
paper-role-moderator = 主持
paper-role-panellist = 讨论嘉宾
paper-role-signatory = 签约代表
paper-role-witness = 见证嘉宾

paper-theme = 主题
paper-hosted = 主办
paper-co-hosted = 协办
paper-date = 日期
paper-venue = 地点
paper-organisations = 参会单位
paper-next = 后续活动
paper-no-sessions = 议程待公布。
paper-no-photos = 暂无可发布的照片。
paper-no-people = 名单上暂无嘉宾。
paper-witnessed = 见证

paper-time = 时间
paper-minutes = 分钟
paper-item = 环节
paper-people = 人员及位置
paper-cues = 提示
paper-officer = 负责人及备注
paper-staff-only = 仅供工作人员

paper-photo = 照片
paper-credit = 来源
paper-no-picture = 无法显示照片
paper-no-caption = 尚未撰写图片说明
paper-photo-undescribed = 第{ $number }号照片，尚未有文字描述

paper-number = 编号
paper-name = 姓名
paper-post = 单位及职务
paper-attendance = 出席情况
paper-total = 总数
paper-no-delegation = 其他嘉宾
paper-people-count = { $count }人
paper-people-total = 共{ $people }人，其中{ $named }人已列名
paper-unnamed-count = 另有{ $count }人未列名

paper-changes = 改动一览
paper-changes-since = 第{ $number }版后的改动
paper-changes-from = 与{ $issued }发出的第{ $number }版（{ $fingerprint }）比较
paper-changes-none = 第{ $number }版后没有改动。
paper-changes-no-version = 尚未发出任何版本，因此无从比较。
paper-the-event = 本活动
paper-by-session = 按环节
paper-by-person = 按人员
paper-marked-since = 改动以页边直线标示
paper-is-new = 新增
paper-is-gone = 删去

## 文件：出错时

paper-error-template = { $file }第{ $line }行第{ $column }列：{ $message }。请更正模板，或加上--built-in，改用内置模板打印。
paper-error-unplaced = 无法按{ $file }排版：{ $message }。请更正模板，或加上--built-in，改用内置模板打印。
paper-error-no-language = 尚未选择语言：请至少选择一种活动语言，然后再打印。
paper-error-pdf = 版面已排好，但无法生成无障碍PDF：{ $message }。请更正所用的自定义模板，然后再打印。
