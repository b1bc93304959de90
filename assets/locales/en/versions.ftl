## Versions

standing-draft = Draft
standing-draft-after = Draft after version { $number }
standing-version = Version { $number }
version-issued = { $date } { $time }
version-line = Version { $number } · issued { $issued } · { $fingerprint }
version-line-draft = { $standing } · { $fingerprint }
date-plain = { $day } { $month } { $year }

place-versions = Versions
action-issue-version = Issue version…
deed-bring-back = Bring back version { $number }
versions-empty = No version has been issued yet
versions-empty-next = Issuing freezes the event as version 1. Papers then say which version they are, and what has changed since can be told.
versions-choose = Choose a version to see what has changed since.
versions-changed-since = What changed since version { $number }
versions-count = { $count ->
    [one] 1 change
   *[other] { $count } changes
}
versions-told-by = Order of the changes
versions-by-session = By session
versions-by-person = By person
versions-same = Nothing has changed since version { $number }
versions-same-next = Papers that are printed now are the same as those of that version.
versions-same-draft = The event says what it said then. Its papers say that it is a draft until it is issued.
versions-same-people = Nobody is concerned
version-read = Open to read
version-print = Print again
version-bring-back = Bring back
title-of-version = { $name }, version { $number }
read-only-version = { $version } – read-only
read-only-leave = Back to the event
read-only-refused = This is version { $number }, which can only be read, so nothing was changed. Go back to the event to edit it.
issue-title = Issue version { $number }
issue-what = Freezes the event as it is now. Papers then carry the number, the time and a fingerprint; a version is never altered.
issue-problems = { $count ->
    [one] There is still { $count } thing to look at among the checks.
   *[other] There are still { $count } things to look at among the checks.
}
issue-note = Note
issue-note-hint = For whom it is, or why it was made
issue-do = Issue
issue-needs-folder = A version is kept in the event’s folder: save the event first, then issue it.
app-issuing = Issuing the version…
app-issued = Version { $number } is issued: { $path }
app-brought-back = The event is what version { $number } was. Undo takes that back.
app-brought-back-same = The event already is what version { $number } was.
paper-since = Since version { $number }
paper-since-none = No changes marked
paper-since-name = Changes shown
