## 常设小组

usual-team-av = 影音
usual-team-lighting = 灯光
usual-team-sound = 音响
usual-team-stage = 舞台
usual-team-mc = 司仪
usual-team-protocol = 礼宾
usual-team-photography = 摄影
usual-team-catering = 餐饮
usual-team-security = 安保

## 常用场地

usual-room = 主会场

## 环节的常用步骤

usual-step-desk-ready = 签到处准备就绪
usual-step-doors-open = 开放入场，嘉宾签到
usual-step-be-seated = 请嘉宾就座
usual-step-introduce-guest = 司仪介绍嘉宾
usual-step-to-podium = 嘉宾走上讲台
usual-step-remarks = 致辞
usual-step-to-seat = 嘉宾返回座位
usual-step-introduce-video = 司仪介绍视频致辞
usual-step-video = 播放视频
usual-step-video-ends = 视频播放完毕
usual-step-introduce-speaker = 司仪介绍讲者
usual-step-speaker-to-podium = 讲者走上讲台
usual-step-speech = 演讲
usual-step-five-minutes = 剩余五分钟
usual-step-speaker-to-seat = 司仪致谢，讲者返回座位
usual-step-introduce-panel = 司仪介绍主持人和讨论嘉宾
usual-step-panel-seated = 主持人和讨论嘉宾上台就座
usual-step-panel-opens = 主持人开始讨论
usual-step-questions = 台下提问
usual-step-sum-up = 主持人总结
usual-step-panel-to-seats = 主持人和讨论嘉宾返回座位
usual-step-introduce-signing = 司仪介绍协议和签约各方
usual-step-signatories-seated = 签约代表就座
usual-step-witnesses-stand = 见证嘉宾在桌后就位
usual-step-sign = 签字
usual-step-exchange = 交换文本
usual-step-shake-hands = 握手
usual-step-signing-photo = 合影
usual-step-signing-return = 各人返回座位
usual-step-invite-group = 司仪邀请嘉宾上台
usual-step-rows-formed = 按站位图排列
usual-step-group-photo = 拍摄合影
usual-step-group-returns = 嘉宾返回座位
usual-step-introduce-performance = 司仪介绍表演
usual-step-performance = 表演
usual-step-performers-leave = 演员离台
usual-step-announce-break = 司仪宣布茶歇和恢复时间
usual-step-call-back = 请嘉宾返回会场
usual-step-table-seated = 嘉宾就座，主桌最后
usual-step-service = 开始上菜
usual-step-farewell = 欢送嘉宾
usual-step-announce-item = 司仪宣布环节

## 常用提示

usual-cue-holding-slide = 显示等候画面
usual-cue-name-slide = 显示姓名和职务
usual-cue-session-slide = 显示环节标题
usual-cue-guest-slides = 播放讲者幻灯片，备好翻页笔
usual-cue-resume-slide = 显示恢复时间
usual-cue-roll-video = 播放视频，打开字幕
usual-cue-signing-slide = 显示签约各方和文件名称
usual-cue-stage-full = 舞台全亮
usual-cue-dim-stage = 舞台和场内调暗
usual-cue-house-up = 场内亮灯
usual-cue-lectern-open = 打开讲台话筒
usual-cue-lectern-closed = 关闭讲台话筒
usual-cue-video-sound = 播放视频声音，关闭讲台话筒
usual-cue-panel-mics = 打开讨论席话筒
usual-cue-floor-mics = 手持话筒送到台下
usual-cue-music-in = 播放音乐
usual-cue-music-out = 停止音乐
usual-cue-chime = 响铃提示
usual-cue-set-chairs = 摆放座椅和茶几
usual-cue-clear-chairs = 撤走座椅
usual-cue-set-table = 摆放签约桌、文件夹和笔
usual-cue-clear-table = 撤走签约桌
usual-cue-set-risers = 摆放合影台阶
usual-cue-time-card = 出示五分钟提示牌
usual-cue-mc-introduces = 读出职务和姓名
usual-cue-mc-invites = 按名单次序邀请
usual-cue-mc-announces = 宣布
usual-cue-mc-thanks = 致谢
usual-cue-badges = 备好胸牌和座位表
usual-cue-receive = 迎接主要嘉宾，引领至贵宾室
usual-cue-escort-up = 引领嘉宾上台
usual-cue-escort-down = 引领嘉宾返回座位
usual-cue-line-up = 按站位图安排
usual-cue-turn-pages = 翻页和递笔
usual-cue-speaker-shots = 拍摄讲者近景和全场
usual-cue-panel-shots = 拍摄各嘉宾和全体
usual-cue-signing-shots = 拍摄签字、交换文本和握手
usual-cue-group-shots = 拍摄三张，对焦前排
usual-cue-refreshments = 供应茶点
usual-cue-serve = 主桌就座后上菜
usual-cue-check-bags = 入口安检
