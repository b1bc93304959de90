## Two people, one event

deed-merge = Take in what was saved elsewhere
merge-conflict = { $name } – { $field }: ours { $ours }, theirs { $theirs }
merge-conflict-before = { $both }, before { $base }
merge-one-by-one = { $one } · { $next }
merge-nothing = nothing
merge-yes = yes
merge-no = no
merge-day = day
merge-extra = { $name }, kept for other programs
merge-cast = people
merge-role = appearance of { $person }
merge-steps = steps
merge-cues = cues
merge-parties = parties
merge-signatory = signatory
merge-witnesses = witnesses
merge-order = order of { $field }
merge-there = whether it is there
merge-named-by = is named by { $items }

cli-about-merge = Merge what became of an event on two sides: status 0 if all is merged, 1 with what is in conflict, 2 if something could not be read or written. Serves as a merge driver of git
cli-argument-merge-base = The event before both sides: its folder, an event.ron, a version or a copy of any name; an empty file if nobody knows
cli-argument-merge-ours = Our side, in the same way
cli-argument-merge-theirs = The other side, in the same way
cli-argument-merge-out = The file for the merged event; it may be one of the three
cli-argument-merge-name = What the file is called in the sentences, if not as it is: for git, which merges copies of other names
cli-argument-merge-json = Write what came in and what is in conflict as JSON, for another program
cli-argument-merge-language = The language of the sentences: en, zh-Hant or zh-Hans; without it, that of the system
cli-merge-count = { $count ->
    [0] Nothing came in from the other side.
    [one] 1 change came in from the other side.
   *[other] { $count } changes came in from the other side.
}
cli-merge-conflicts = { $count ->
    [one] 1 value is in conflict: { $file } has ours. Look at the line above and change it where theirs is right.
   *[other] { $count } values are in conflict: { $file } has ours. Look at the { $count } lines above and change those where theirs is right.
}
cli-merge-other-event = { $file } and { $other } are different events, so there is nothing to merge; give states of the same event
