## Files: the event's folder

files-missing = { $file } is not there: check the path, or look for the folder where it was last kept
files-no-event = there is no event in the folder { $file }: choose a folder that has an event.ron in it
files-not-an-event = { $file } is not an event: choose an event’s folder, or the event.ron in it
files-empty = { $file } is empty: go back to an earlier copy of it, or choose another event
files-unreadable = { $file } could not be read: { $fault }
files-too-large = { $file } is larger than { $limit } MB and was not read: an event is far smaller, so check that it is the right file
files-malformed = { $file }, line { $line }, column { $column }: { $slip }; mend it in a text editor, or go back to an earlier copy
files-newer = { $file } was written by a newer Runsheet (format { $format }, while this one knows formats up to { $known }): update Runsheet to open it; the file was left as it was
files-no-versions = there is no version { $number } of { $file }: no version was issued yet
files-no-version = there is no version { $number } of { $file }: the last one is version { $last }
files-not-this-version = { $file } is not the version that its name says: put back the file as it was issued, or take it out of the folder
files-no-number-after = { $file } has the last number that a version can have, so that no other can be issued: it was not made by Runsheet, so take it out of the folder
files-has-event = the folder { $file } has an event already, which was left as it was: choose another folder
files-occupied = the folder { $file } is not empty and was left as it was: choose a new or an empty folder
files-not-a-folder = { $file } is a file, and an event needs a folder: choose another name
files-inside = { $file } lies inside the event that should be copied: choose a folder outside it
files-outside = { $file } is a link that leads out of the event’s folder and was not followed: put the file itself into the folder
files-unwritten = { $file } could not be written: { $fault }
files-changed = { $file } has been saved by somebody else since it was opened, and was left as it is: save yours under another name, or open the other first
files-comments = there are comments in event.ron, which saving does not keep: make a copy of the file first if they matter
files-unfaithful = { $file } does not hold what was meant to be saved: save under another name now, and have the disk checked
files-settings-kept = your settings in { $file } could not be read, so the usual ones are used; what was in the file is kept in { $kept }
files-settings-unread = your settings in { $file } could not be read, so the usual ones are used, and the file was left as it was; see that you may read it, or take it away, so that settings are kept again

files-slip-foreign = this is not the text of an event, which begins with ‘(format:’
files-slip-ended = the text ends before the event does, so a part of the file is missing
files-slip-trailing = the event ends before this, and more text follows
files-slip-sign = the sign ‘{ $detail }’ should stand here
files-slip-sort = { $sort } should stand here
files-slip-unknown-field = the field ‘{ $detail }’ is unknown here, and would be lost
files-slip-missing-field = the field ‘{ $detail }’ is missing
files-slip-field-twice = the field ‘{ $detail }’ stands here twice
files-slip-twice = ‘{ $detail }’ stands here twice, and can be here only once
files-slip-unknown-choice = ‘{ $detail }’ is none of the values that are possible here
files-slip-value = the value cannot be used, since { $sort } should stand here
files-slip-this-value = { $found } cannot be used, since { $sort } should stand here
files-slip-escape = a backslash in a text is followed by what means nothing there; write two for one
files-slip-too-deep = brackets lie in brackets, deeper than in any event
files-slip-not-text = the file is not text from here on
files-slip-other = this cannot be read (the reader’s own words: { $detail })

files-sort-text = a text in quotation marks
files-sort-number = a whole number
files-sort-truth = { "true" } or { "false" }
files-sort-name = the name of a field or a choice
files-sort-date = a day such as 2025-06-03
files-sort-time = a time such as 09:30:00
files-sort-length = a length such as 20m or 1h20m, longer than zero and no longer than a week,
files-sort-language = a language such as en, zh-Hant or zh-Hans
files-sort-file = a plain file name without folders
files-sort-identity = the identity of an item
files-sort-other = another value

## Why the system refused

fault-not-there = it is not there; check the path
fault-may-not-read = you have no permission to read it; ask its owner, or copy it to a place of your own
fault-is-folder = it is a folder; choose the name of a file
fault-no-such-folder = its folder is not there; if it was moved or unplugged, put it back and try again, or choose another place
fault-below-file = a part of its path is a file and not a folder; choose another place
fault-may-not-write = you have no permission to write there; choose another place, or ask for the permission
fault-read-only-disk = the disk can only be read; choose another place
fault-is-there = there is something of that name already; choose another name
fault-no-room = there is no room left for it; make room on the disk, or choose another place
fault-name-refused = the system does not allow this name; choose a shorter or plainer one
fault-no-handles = too many files are open on this computer; close other programs and try again
fault-no-answer = the network or the disk does not answer; check the connection and try again
fault-drive = the drive reports an error; see that it is plugged in and try again, or use another place
fault-circle = it is a link that leads back to itself; mend the link, or choose another place
fault-kept-no-folder = its folder is not there; if it was moved or unplugged, put it back
fault-kept-may-not-write = you have no permission to write there; ask for the permission, or save the event to another place
fault-kept-read-only = the disk can only be read; make it writable, or save the event to another place
fault-kept-no-room = there is no room left for it; make room on the disk, or save the event to another place
fault-other = the system refused ({ $detail }); try again, or choose another place
files-other-kind = { $file } is there already and is not an earlier { $kind }, so it was left as it was; move it away, or choose another name or place
files-of-an-event = { $file } is an event’s own file, or lies among its photos, versions or backups, where nothing else belongs; choose another place
