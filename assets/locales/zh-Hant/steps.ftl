## 常設小組

usual-team-av = 影音
usual-team-lighting = 燈光
usual-team-sound = 音響
usual-team-stage = 舞台
usual-team-mc = 司儀
usual-team-protocol = 禮賓
usual-team-photography = 攝影
usual-team-catering = 餐飲
usual-team-security = 保安

## 慣常場地

usual-room = 主會場

## 環節的慣常步驟

usual-step-desk-ready = 登記處準備就緒
usual-step-doors-open = 開放入場，嘉賓登記
usual-step-be-seated = 請嘉賓就座
usual-step-introduce-guest = 司儀介紹嘉賓
usual-step-to-podium = 嘉賓步上講台
usual-step-remarks = 致辭
usual-step-to-seat = 嘉賓返回座位
usual-step-introduce-video = 司儀介紹視像致辭
usual-step-video = 播放影片
usual-step-video-ends = 影片播放完畢
usual-step-introduce-speaker = 司儀介紹講者
usual-step-speaker-to-podium = 講者步上講台
usual-step-speech = 演講
usual-step-five-minutes = 尚餘五分鐘
usual-step-speaker-to-seat = 司儀致謝，講者返回座位
usual-step-introduce-panel = 司儀介紹主持及討論嘉賓
usual-step-panel-seated = 主持及討論嘉賓上台就座
usual-step-panel-opens = 主持展開討論
usual-step-questions = 台下提問
usual-step-sum-up = 主持總結
usual-step-panel-to-seats = 主持及討論嘉賓返回座位
usual-step-introduce-signing = 司儀介紹協議及簽署各方
usual-step-signatories-seated = 簽署代表就座
usual-step-witnesses-stand = 見證嘉賓在桌後就位
usual-step-sign = 簽署
usual-step-exchange = 交換文本
usual-step-shake-hands = 握手
usual-step-signing-photo = 合照
usual-step-signing-return = 各人返回座位
usual-step-invite-group = 司儀邀請嘉賓上台
usual-step-rows-formed = 按站位圖排列
usual-step-group-photo = 拍攝合照
usual-step-group-returns = 嘉賓返回座位
usual-step-introduce-performance = 司儀介紹表演
usual-step-performance = 表演
usual-step-performers-leave = 表演者離台
usual-step-announce-break = 司儀宣布小休及恢復時間
usual-step-call-back = 請嘉賓返回會場
usual-step-table-seated = 嘉賓就座，主家席最後
usual-step-service = 開始上菜
usual-step-farewell = 歡送嘉賓
usual-step-announce-item = 司儀宣布環節

## 慣常提示

usual-cue-holding-slide = 顯示等候畫面
usual-cue-name-slide = 顯示姓名及職銜
usual-cue-session-slide = 顯示環節標題
usual-cue-guest-slides = 播放講者投影片，備妥遙控器
usual-cue-resume-slide = 顯示恢復時間
usual-cue-roll-video = 播放影片，開啟字幕
usual-cue-signing-slide = 顯示簽署各方及文件名稱
usual-cue-stage-full = 舞台全亮
usual-cue-dim-stage = 舞台及場內調暗
usual-cue-house-up = 場內亮燈
usual-cue-lectern-open = 開啟講台咪
usual-cue-lectern-closed = 關閉講台咪
usual-cue-video-sound = 播放影片聲音，關閉講台咪
usual-cue-panel-mics = 開啟討論席咪
usual-cue-floor-mics = 無線咪送到台下
usual-cue-music-in = 播放音樂
usual-cue-music-out = 停止音樂
usual-cue-chime = 鳴鐘提示
usual-cue-set-chairs = 擺放座椅及茶几
usual-cue-clear-chairs = 移走座椅
usual-cue-set-table = 擺放簽署桌、文件夾及筆
usual-cue-clear-table = 移走簽署桌
usual-cue-set-risers = 擺放合照台階
usual-cue-time-card = 出示五分鐘提示牌
usual-cue-mc-introduces = 讀出職銜及姓名
usual-cue-mc-invites = 按名單次序邀請
usual-cue-mc-announces = 宣布
usual-cue-mc-thanks = 致謝
usual-cue-badges = 備妥名牌及座位表
usual-cue-receive = 迎接主要嘉賓，引領至貴賓室
usual-cue-escort-up = 引領嘉賓上台
usual-cue-escort-down = 引領嘉賓返回座位
usual-cue-line-up = 按站位圖安排
usual-cue-turn-pages = 翻頁及遞筆
usual-cue-speaker-shots = 拍攝講者近鏡及全場
usual-cue-panel-shots = 拍攝各講者及全體
usual-cue-signing-shots = 拍攝簽署、交換文本及握手
usual-cue-group-shots = 拍攝三張，對焦前排
usual-cue-refreshments = 供應茶點
usual-cue-serve = 主家席就座後上菜
usual-cue-check-bags = 入口檢查
