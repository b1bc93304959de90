## Checks: what is missing or clashes

problem = { $subject }: { $trouble }

severity-clash = Clash
severity-missing = Missing
severity-look = Worth a look


trouble-no-days = no day has been set
trouble-unknown-zone = its time zone { $zone } is not known: write one such as Asia/Hong_Kong
trouble-no-sessions = nothing is in the run-of-show yet
trouble-text-missing = the { $field } is missing in { $language }
trouble-room-clash = { $minutes ->
    [one] shares { $room } with { $other } for a minute
   *[other] shares { $room } with { $other } for { $minutes } minutes
}
trouble-overlap = { $minutes ->
    [one] starts a minute before { $other } ends
   *[other] starts { $minutes } minutes before { $other } ends
}
trouble-overrun = { $minutes ->
    [one] what goes before it ends { $minutes } minute after its fixed end
   *[other] what goes before it ends { $minutes } minutes after its fixed end
}
trouble-too-short = is left { $minutes } min by its fixed end, and needs { $least }
trouble-front-row-unnamed = people behind are named, but nobody in the front row
trouble-person-clash = { $person } is in { $other } at the same time
trouble-before-arrival = begins before { $person } arrives at { $time }
trouble-after-leaving = ends after { $person } leaves at { $time }
trouble-declined = { $person } has declined
trouble-outside-days = { $date } is not a day of the event
trouble-more-clashes = is in { $room } at the same time as { $count ->
    [one] { $count } more session
   *[other] { $count } more sessions
}
trouble-past-midnight = goes past midnight
trouble-no-speaker = nobody is named to speak
trouble-no-moderator = the panel has no moderator
trouble-no-panellists = the panel has no panellists
trouble-no-signatory = nobody is named to sign
trouble-no-witness = nobody is named to witness the signing
trouble-no-agreement = no agreement is signed in it
trouble-no-room = it is in no room
trouble-unknown-room = its room is not among the rooms of the event
trouble-no-name = the name is missing
trouble-no-honorific = the honorific is missing in { $language }
trouble-appears-nowhere = has a rank, but appears in no session
trouble-same-name = has the same name as another participant
trouble-not-scheduled = it is signed in no session
trouble-party-without-signatory = party { $party } has no signatory
trouble-party-without-organisation = party { $party } has no organisation
trouble-not-cleared = is still a draft: clear it or hold it back
trouble-not-placed = belongs to no session
trouble-nobody-named = nobody in the picture is named
trouble-same-number = another photo has the number { $number } too
trouble-taken-outside = was taken at { $time }, outside the hours of its session
trouble-unused-room = nothing happens in this room

mend-follow = Let it follow
mend-start-at = Start at { $time }
mend-trim = Trim what goes before
mend-take-out = Take { $person } out
mend-put-in = Put it in { $name }
mend-leave-room = Leave it without a room
mend-add-day = Add { $date } to the event
mend-spell-zone = Use { $zone }
mend-usual-credit = Use the usual credit
mend-count-number = Number it by its place
mend-remove = Remove it

checks-all = All { $count }
checks-set-aside = Set aside { $count }
checks-filter = Which checks
checks-none-open = Nothing of this kind
checks-none-open-next = Choose another kind above.
check-set-aside = Set aside…
check-set-aside-now = Set aside
check-show-again = Show again
check-reason = Reason
check-reason-hint = Why this may stay as it is
check-because = { $trouble } · set aside: { $reason }
check-deed = { $deed }: { $problem }
check-in-form = { $severity }: { $trouble }
