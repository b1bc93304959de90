## Conference schedules and calendars

exchange-broken-at = { $file } is damaged from line { $line } on ({ $detail }): open it in its own program and save it again, or mend that line in a text editor
exchange-too-deep = in { $file } values lie in one another more than { $limit } deep, and it was not read: no schedule needs that, so check that it is the right file
exchange-entities = { $file } declares entities of its own, with which a small file can fill the whole memory, and it was not read: have it saved again without a DOCTYPE
exchange-not-a-schedule = { $file } is no conference schedule: choose the schedule.json or schedule.xml that frab, pretalx or a tool of c3voc has written
exchange-unknown-zone = the event’s time zone { $zone } is not known: write one such as Asia/Hong_Kong in the event’s details
exchange-no-days = the event has neither days nor sessions, and such a file needs a day: add a day in the event’s details
spot-talk = Day { $day }, { $room }, item { $place }
note-no-time = { $name } has neither a day nor a time, and was left out
note-twice = the identity { $name } stands here a second time; this one was read as an item of its own
note-other-zone = the times are those of { $zone }; they were turned into those of the event’s time zone
note-zone-disagrees = the file names the time zone { $zone }, which its own times contradict; the times were taken as they are
heading-extra = Details for other programs
format-schedule-json = Conference schedule (JSON)
format-schedule-xml = Conference schedule (XML)
format-calendar = Calendar (iCalendar)
calendar-name = { $event }: { $whose }
calendar-place = { $room }, { $venue }
calendar-people = { $role }: { $people }

## On the command line

cli-argument-export-room = Only what is in a room, for a calendar: some letters of its name
cli-argument-export-participant = Only what a person appears in, for a calendar: some letters of the name
cli-argument-export-staff = Also what only the staff see, for a schedule or a calendar; tables always have it
cli-only-calendar = { $option } is for calendars only; choose { "--format calendar.ics" }, or leave it out
cli-no-room = { $file } has no room called { $text }; its rooms are { $names }
cli-nobody-called = nothing and nobody in { $file } is called { $text }; use other letters of the name
cli-several-named = { $text } could mean several in { $file }, namely { $names }; use more letters of one

## In the window

export-whose = Calendar of
export-everybody = The whole event
export-staff = Also what only the staff see
export-go = Export…
export-all-of-it = Everything is written, also what only the staff see.
