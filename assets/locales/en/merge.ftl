## Two people, one event

deed-merge = Take in what was saved elsewhere
merge-conflict = { $name } – { $field }: ours { $ours }, theirs { $theirs }
merge-conflict-before = { $both }, before { $base }
merge-one-by-one = { $one } · { $next }
merge-nothing = nothing
merge-yes = yes
merge-no = no
merge-present = there
merge-absent = not there
merge-named-by = is named by { $items }

cli-about-merge = Merge what became of an event on two sides: status 0 if all is merged, 1 with conflicts or photos without their picture, 2 if something could not be read or written. Serves as a merge driver of git
cli-argument-merge-base = The state before both sides: its folder, an event.ron, a version or a copy of any name; an empty file if it is not known, and then every difference is a conflict
cli-argument-merge-ours = Our side, in the same way
cli-argument-merge-theirs = The other side, in the same way
cli-argument-merge-out = The file for the merged event; it may be one of the three
cli-argument-merge-name = The name of the file in messages; without it, that of { "--out" }. git gives it as %P
cli-argument-merge-json = Write what came in and what is in conflict as JSON, for another program
cli-argument-merge-language = The language of the sentences: en, zh-Hant or zh-Hans; without it, that of the system
cli-merge-count = { $count ->
    [0] Nothing came in from the other side.
    [one] 1 change came in from the other side.
   *[other] { $count } changes came in from the other side.
}
cli-merge-conflicts = { $count ->
    [one] 1 value is in conflict: { $file } has ours (without a base also what only theirs has). Look at the line above, and correct the file where theirs is right.
   *[other] { $count } values are in conflict: { $file } has ours (without a base also what only theirs has). Look at the { $count } lines above, and correct the file where theirs is right.
}
cli-merge-other-event = { $file } and { $other } are different events, so there is nothing to merge; give states of the same event

merge-title = Somebody else has saved this event
merge-title-copy = Merge { $file }
merge-what = { $count ->
    [one] One value was changed on both sides, each in another way. Choose which to keep; everything else comes together by itself.
   *[other] { $count } values were changed on both sides, each in another way. Choose which to keep; everything else comes together by itself.
}
merge-what-without-base = { $count ->
    [0] No earlier save can be used to compare both, but they say the same.
    [one] No earlier save can be used to compare both, so nothing is decided for you: choose where they differ.
   *[other] No earlier save can be used to compare both, so nothing is decided for you: choose each of the { $count } differences.
}
merge-nothing-disputed = Nothing was changed on both sides in different ways. This is what comes in:
merge-ours = Yours
merge-theirs = A colleague’s
merge-theirs-copy = In the copy
merge-before = Before
merge-when = The other was last saved: { $when }
merge-when-copy = The copy was last written: { $when }
merge-choose = { $who } – { $about }: { $value }
merge-incoming = { $count ->
    [one] 1 change without a conflict comes in
   *[other] { $count } changes without a conflict come in
}
merge-left = { $count ->
    [one] 1 still to be decided
   *[other] { $count } still to be decided
}
merge-do = Merge
merge-and-save = Merge and save
merge-and-issue = Merge, save and issue
merge-all-ours = All yours
merge-all-theirs = All the colleague’s
merge-all-copy = All in the copy
merge-came-in = { $count ->
    [one] Somebody else has saved this event: 1 change has come in. Undo takes it out again.
   *[other] Somebody else has saved this event: { $count } changes have come in. Undo takes them out again.
}
merge-came-in-read = { $count ->
    [one] Somebody else has saved this event: 1 change has come in.
   *[other] Somebody else has saved this event: { $count } changes have come in.
}
merge-waits = { $count ->
    [one] A colleague’s change comes in as soon as you leave this field
   *[other] { $count } changes of a colleague’s come in as soon as you leave this field
}
take-back-title = Take out what somebody else has just saved?
take-back-what = This came in a moment ago. If you take it out and save, it is no longer in the event’s file.
take-back-do = Take it out
merge-replaced = Another computer’s save has taken the place of yours. What you had saved is still here: save once more.
merge-copy-in = { $count ->
    [0] { $file } is merged; nothing was taken from it. It goes to the backups when the event is saved.
    [one] { $file } is merged: 1 change has come in. When the event is saved, the copy goes to the backups.
   *[other] { $file } is merged: { $count } changes have come in. When the event is saved, the copy goes to the backups.
}
merge-copy-same = { $count ->
   *[other] { $file } is merged; nothing was taken from it.
}
merge-other-event = The folder holds another event now, so nothing was merged or saved: save yours under another name, or open the other
merge-offer-decide = { $count ->
    [one] Somebody else has saved this event, and 1 value differs from yours
   *[other] Somebody else has saved this event, and { $count } values differ from yours
}
merge-decide = Decide and save…
merge-copy = Merge…
merge-later = Not now
merge-copy-other-event = { $file } beside this event looks like a copy of it, but is another event, so it was left alone
merge-copy-unreadable = { $file } looks like a copy of this event and was left alone: { $why }
