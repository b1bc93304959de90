## 圖片說明：何人、何事、哪項活動、哪一天

caption-sentence = 圖示{ $clause }。
caption-at = { $date }在{ $event }上
caption-at-event = 在{ $event }上
caption-at-date = { $date }

## 圖片說明中的人物

caption-person = { $first }{ $gap }{ $name }{ $position }
caption-person-of = { $first }{ $gap }{ $name }{ $position }
caption-post-of = { $organisation }{ $post }
caption-representative = { $organisation }代表{ $position }
caption-representatives = { $organisations }的代表
caption-honorifics-left-out = 先生 女士 小姐 太太
caption-open = { $people }
caption-closed = { $people }
caption-pair = { $first }和{ $last }

## 位置（由讀者左方起計）

caption-position = ({ $place })
caption-row-and-spot = { $row }{ $spot }
caption-row-front = 前排
caption-row-middle = 中排
caption-row-back = 後排
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

caption-welcome = { $who }{ $at }致歡迎辭
caption-address-by-video = { $who }{ $at }以視像方式致辭
caption-keynote = { $who }{ $at }發表主題演講
caption-close = { $who }{ $at }作總結發言
caption-speak = { $who }{ $at }致辭
caption-join-panel = { $who }{ $at }參與專題討論
caption-moderate = { $who }{ $at }主持專題討論
caption-witness = { $who }{ $at }見證簽署儀式
caption-pose = { $who }{ $at }合照
caption-officiate = { $who }{ $at }主禮
caption-host = { $who }{ $at }擔任司儀
caption-perform = { $who }{ $at }表演
caption-watch = { $who }{ $at }欣賞表演
caption-arrive = { $who }{ $at }到場
caption-pause = { $who }{ $at }於小休時留影
caption-dine = { $who }{ $at }於席間留影
caption-attend = { $who }{ $at }留影
caption-moderate-with = { $who }{ $at }主持專題討論，與{ $others }交流
caption-sign = { $who }{ $at }簽署{ $what }
caption-sign-with = { $who }{ $at }與{ $others }簽署{ $what }
caption-sign-respectively = { $who }{ $at }分別與{ $others }簽署{ $what }
caption-witnessed = 在{ $witnesses }見證下，{ $clause }
caption-joined-by = { $clause }，同台的還有{ $others }
caption-agreement = 協議
caption-agreements = 協議
caption-agreement-titled = 《{ $title }》

## 沒有人物的圖片

caption-scene-registration = 嘉賓{ $at }到場
caption-scene-video = 嘉賓{ $at }觀看視像致辭
caption-scene-keynote = 嘉賓{ $at }聆聽主題演講
caption-scene-panel = { $at }舉行的專題討論
caption-scene-signing = { $at }舉行的簽署儀式
caption-scene-group-photo = 嘉賓{ $at }合照
caption-scene-performance = 嘉賓{ $at }欣賞表演
caption-scene-break = 嘉賓{ $at }於小休時交流
caption-scene-meal = 嘉賓{ $at }用餐
caption-scene-other = { $at }的台上情況
