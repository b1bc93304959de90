## 图片说明：何人、何事、哪项活动、哪一天

caption-sentence = 图为{ $clause }。
caption-at = { $date }在{ $event }上
caption-at-event = 在{ $event }上
caption-at-date = { $date }

## 图片说明中的人物

caption-person = { $first }{ $gap }{ $name }{ $position }
caption-person-of = { $first }{ $gap }{ $name }{ $position }
caption-post-of = { $organisation }{ $post }
caption-representative = { $organisation }代表{ $position }
caption-representatives = { $organisations }的代表
caption-honorifics-left-out = 先生 女士 小姐 太太
caption-open = { $people }
caption-closed = { $people }
caption-pair = { $first }和{ $last }

## 位置（由读者左方起计）

caption-position = （{ $place }）
caption-row-and-spot = { $row }{ $spot }
caption-row-front = 前排
caption-row-middle = 中排
caption-row-back = 后排
caption-row-nth = 第{ $number ->
    [2] 二
    [3] 三
    [4] 四
    [5] 五
   *[other] { $number }
}排
caption-left = 左
caption-right = 右
caption-centre = 中
caption-nth-left = 左{ $nth }
caption-nth-right = 右{ $nth }
caption-nth-word = { $number ->
    [2] 二
    [3] 三
    [4] 四
    [5] 五
    [6] 六
    [7] 七
    [8] 八
    [9] 九
    [10] 十
   *[other] { $number }
}
caption-nth-ordinal = { $number ->
    [2] 二
    [3] 三
    [4] 四
    [5] 五
    [6] 六
    [7] 七
    [8] 八
    [9] 九
    [10] 十
   *[other] { $number }
}

## 所做的事

caption-welcome = { $who }{ $at }致欢迎辞
caption-address-by-video = { $who }{ $at }以视频方式致辞
caption-keynote = { $who }{ $at }发表主题演讲
caption-close = { $who }{ $at }作总结发言
caption-speak = { $who }{ $at }致辞
caption-join-panel = { $who }{ $at }参与专题讨论
caption-moderate = { $who }{ $at }主持专题讨论
caption-witness = { $who }{ $at }见证签约仪式
caption-pose = { $who }{ $at }合影
caption-officiate = { $who }{ $at }主礼
caption-host = { $who }{ $at }担任司仪
caption-perform = { $who }{ $at }表演
caption-watch = { $who }{ $at }观看演出
caption-arrive = { $who }{ $at }抵达现场
caption-pause = { $who }{ $at }在茶歇时留影
caption-dine = { $who }{ $at }在席间留影
caption-attend = { $who }{ $at }留影
caption-moderate-with = { $who }{ $at }主持专题讨论，与{ $others }交流
caption-sign = { $who }{ $at }签署{ $what }
caption-sign-with = { $who }{ $at }与{ $others }签署{ $what }
caption-sign-respectively = { $who }{ $at }分别与{ $others }签署{ $what }
caption-witnessed = 在{ $witnesses }见证下，{ $clause }
caption-joined-by = { $clause }，同台的还有{ $others }
caption-agreement = 协议
caption-agreements = 协议
caption-agreement-titled = 《{ $title }》

## 没有人物的图片

caption-scene-registration = 嘉宾{ $at }抵达现场
caption-scene-video = 嘉宾{ $at }观看视频致辞
caption-scene-keynote = 嘉宾{ $at }聆听主题演讲
caption-scene-panel = { $at }举行的专题讨论
caption-scene-signing = { $at }举行的签约仪式
caption-scene-group-photo = 嘉宾{ $at }合影
caption-scene-performance = 嘉宾{ $at }观看演出
caption-scene-break = 嘉宾{ $at }在茶歇时交流
caption-scene-meal = 嘉宾{ $at }用餐
caption-scene-other = { $at }的现场
