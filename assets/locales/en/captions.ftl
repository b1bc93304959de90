## Captions: who does what, at which event, on which day

caption-sentence = { $clause }.
caption-at = { " " }at the { $event } on { $date }
caption-at-event = { " " }at the { $event }
caption-at-date = { " " }on { $date }

## People in a caption

caption-person = the { $first }, { $name }{ $position }
caption-person-of = { $name }{ $position } of { $first }
caption-post-of = { $post } of { $organisation }
caption-representative = a representative of { $organisation }{ $position }
caption-representatives = representatives of { $organisations }
caption-honorifics-left-out = —
caption-open = { $people }
caption-closed = { $people },
caption-pair = { $first }, and { $last }

## Positions, counted from the reader’s left

caption-position = { " " }({ $place })
caption-row-and-spot = { $row }, { $spot }
caption-row-front = front row
caption-row-middle = middle row
caption-row-back = back row
caption-row-nth = { $number ->
    [2] second row
    [3] third row
    [4] fourth row
    [5] fifth row
   *[other] row { $number }
}
caption-left = left
caption-right = right
caption-centre = centre
caption-nth-left = { $nth } left
caption-nth-right = { $nth } right
caption-nth-word = { $number ->
    [2] second
    [3] third
    [4] fourth
    [5] fifth
    [6] sixth
    [7] seventh
    [8] eighth
    [9] ninth
    [10] tenth
    [21] 21st
    [22] 22nd
    [23] 23rd
   *[other] { $number }th
}
caption-nth-ordinal = { $number ->
    [2] 2nd
    [3] 3rd
    [21] 21st
    [22] 22nd
    [23] 23rd
   *[other] { $number }th
}

## What people do

caption-welcome = { $who } { $count ->
    [one] delivers
   *[other] deliver
} welcome remarks{ $at }
caption-address-by-video = { $who } { $count ->
    [one] delivers
   *[other] deliver
} an address by video{ $at }
caption-keynote = { $who } { $count ->
    [one] delivers a keynote speech
   *[other] deliver keynote speeches
}{ $at }
caption-close = { $who } { $count ->
    [one] delivers
   *[other] deliver
} closing remarks{ $at }
caption-speak = { $who } { $count ->
    [one] speaks
   *[other] speak
}{ $at }
caption-join-panel = { $who } { $count ->
    [one] joins
   *[other] join
} a panel discussion{ $at }
caption-moderate = { $who } { $count ->
    [one] moderates
   *[other] moderate
} a panel discussion{ $at }
caption-witness = { $who } { $count ->
    [one] witnesses
   *[other] witness
} a signing ceremony{ $at }
caption-pose = { $who } { $count ->
    [one] poses
   *[other] pose
} for a group photo{ $at }
caption-officiate = { $who } { $count ->
    [one] officiates
   *[other] officiate
}{ $at }
caption-host = { $who } { $count ->
    [one] hosts
   *[other] host
} the proceedings{ $at }
caption-perform = { $who } { $count ->
    [one] performs
   *[other] perform
}{ $at }
caption-watch = { $who } { $count ->
    [one] watches
   *[other] watch
} a performance{ $at }
caption-arrive = { $who } { $count ->
    [one] arrives
   *[other] arrive
}{ $at }
caption-pause = { $who } { $count ->
    [one] is
   *[other] are
} pictured during a break{ $at }
caption-dine = { $who } { $count ->
    [one] is
   *[other] are
} pictured over a meal{ $at }
caption-attend = { $who } { $count ->
    [one] is
   *[other] are
} pictured{ $at }
caption-moderate-with = { $who } { $count ->
    [one] moderates
   *[other] moderate
} a panel discussion with { $others }{ $at }
caption-sign = { $who } { $count ->
    [one] signs
   *[other] sign
} { $what }{ $at }
caption-sign-with = { $who } { $count ->
    [one] signs
   *[other] sign
} { $what } with { $others }{ $at }
caption-sign-respectively = { $who } { $count ->
    [one] signs
   *[other] sign
} { $what } with { $others } respectively{ $at }
caption-witnessed = { $clause }, witnessed by { $witnesses }
caption-joined-by = { $clause }, joined on stage by { $others }
caption-agreement = an agreement
caption-agreements = agreements
caption-agreement-titled = the { $title }

## Pictures without people

caption-scene-registration = Guests arrive{ $at }
caption-scene-video = Guests watch a video address{ $at }
caption-scene-keynote = Guests listen to a keynote speech{ $at }
caption-scene-panel = A panel discussion is held{ $at }
caption-scene-signing = Agreements are signed{ $at }
caption-scene-group-photo = Guests pose for a group photo{ $at }
caption-scene-performance = Guests watch a performance{ $at }
caption-scene-break = Guests exchange views during a break{ $at }
caption-scene-meal = Guests share a meal{ $at }
caption-scene-other = A view of the stage{ $at }
