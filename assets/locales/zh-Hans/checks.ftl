## 核对：遗漏与冲突

problem = { $subject }：{ $trouble }

severity-clash = 冲突
severity-missing = 遗漏
severity-look = 请留意


trouble-no-days = 尚未设置日期
trouble-unknown-zone = 无法识别时区{ $zone }：请填写例如 Asia/Hong_Kong 的时区
trouble-no-sessions = 流程表尚未有任何环节
trouble-text-missing = 缺少{ $field }（{ $language }）
trouble-room-clash = 与{ $other }同时使用{ $room }，重叠{ $minutes }分钟
trouble-overlap = 在{ $other }结束前{ $minutes }分钟开始
trouble-overrun = 之前的环节比其固定结束时间迟 { $minutes } 分钟完结
trouble-too-short = 因结束时间固定，只剩 { $minutes } 分钟，至少需要 { $least } 分钟
trouble-front-row-unnamed = 后排已有姓名，前排则无人列名
trouble-person-clash = { $person }同时须出席{ $other }
trouble-before-arrival = 开始时{ $person }仍未到场（{ $time }到）
trouble-after-leaving = { $person }须于{ $time }离开，环节其时尚未结束
trouble-declined = { $person }已表示未能出席
trouble-outside-days = { $date }不属活动日期
trouble-more-clashes = 同一时间在{ $room }另有 { $count } 个环节
trouble-past-midnight = 跨越午夜
trouble-no-speaker = 尚未填写讲者
trouble-no-moderator = 尚未填写主持
trouble-no-panellists = 尚未填写讨论嘉宾
trouble-no-signatory = 尚未填写签约代表
trouble-no-witness = 尚未填写见证嘉宾
trouble-no-agreement = 没有协议在此环节签署
trouble-no-room = 尚未安排场地
trouble-unknown-room = 所选场地不在本活动的场地列表中
trouble-no-name = 尚未填写姓名
trouble-no-honorific = 缺少称谓（{ $language }）
trouble-appears-nowhere = 已定排名，但未编入任何环节
trouble-same-name = 与另一位嘉宾同名
trouble-not-scheduled = 尚未编入任何环节
trouble-party-without-signatory = 第{ $party }方缺少签约代表
trouble-party-without-organisation = 第{ $party }方缺少机构名称
trouble-not-cleared = 仍为草稿：请决定可否发放
trouble-not-placed = 尚未归入任何环节
trouble-nobody-named = 照片中的人物尚未标明
trouble-same-number = 与另一张照片同为{ $number }号
trouble-taken-outside = 拍摄时间（{ $time }）与环节时间不符
trouble-unused-room = 此场地未有使用

mend-follow = 改为接续
mend-start-at = 改于 { $time } 开始
mend-trim = 缩短之前的环节
mend-take-out = 移除{ $person }
mend-put-in = 放入{ $name }
mend-leave-room = 取消场地安排
mend-add-day = 将{ $date }加入活动日期
mend-spell-zone = 改用 { $zone }
mend-usual-credit = 采用惯用图片来源
mend-count-number = 按次序编号
mend-remove = 删除

checks-all = 全部 { $count }
checks-set-aside = 已搁置 { $count }
checks-filter = 检查种类
checks-none-open = 没有这类项目
checks-none-open-next = 请在上方选择其他种类。
check-set-aside = 搁置…
check-set-aside-now = 搁置
check-show-again = 重新显示
check-reason = 理由
check-reason-hint = 为何可以维持原状
check-because = { $trouble } · 已搁置：{ $reason }
check-deed = { $deed }：{ $problem }
check-in-form = { $severity }：{ $trouble }
