## Other programs' files

exchange-too-large = { $file } is larger than { $limit } MB and was not read: split it, or save it without its pictures
exchange-unpacks-too-large = { $file } unpacks to more than { $limit } MB and was not read: open it in its own program and save a copy with only the sheet that is needed
exchange-too-many-cells = { $file } has more than { $rows } rows or { $columns } columns, or too many cells, and was not read: keep only the rows and columns that are needed
exchange-unknown-kind = { $file } is of no kind that can be imported: choose a file that ends with .xlsx, .ods or .csv
exchange-locked = { $file } is locked with a password: open it in its own program and save a copy without one
exchange-broken = { $file } is damaged, or is not what its name says ({ $detail }): open it in its own program and save it again
exchange-broken-at = { $file } is damaged from line { $line } on ({ $detail }): open it in its own program and save it again, or mend that line in a text editor
exchange-too-deep = in { $file } values lie in one another more than { $limit } deep, and it was not read: no schedule needs that, so check that it is the right file
exchange-entities = { $file } declares entities of its own, with which a small file can fill the whole memory, and it was not read: have it saved again without a DOCTYPE
exchange-not-a-schedule = { $file } is no conference schedule: choose the schedule.json or schedule.xml that frab, pretalx or a tool of c3voc has written
exchange-unknown-zone = the event’s time zone { $zone } is not known: write one such as Asia/Hong_Kong in the event’s details
exchange-no-days = the event has neither days nor sessions, and such a file needs a day: add a day in the event’s details
exchange-empty = nothing stands in { $file }: check that it is the right file, and that it was saved
exchange-unmade = the file could not be made ({ $detail }): shorten the longest texts, or choose another format

format-participants-xlsx = Participants: workbook (XLSX)
format-participants-csv = Participants: text (CSV)
format-rundown-xlsx = Run-of-show: workbook (XLSX)
format-rundown-csv = Run-of-show: text (CSV)
format-schedule-json = Conference schedule (JSON)
format-schedule-xml = Conference schedule (XML)
format-ical = Calendar (iCalendar)

## What an import did, and would do

deed-import-participants = { $count ->
    [one] Import a participant
   *[other] Import { $count } participants
}
deed-import-sessions = { $count ->
    [one] Import a session
   *[other] Import { $count } sessions
}
deed-import-items = { $count ->
    [one] Import an item
   *[other] Import { $count } items
}
deed-import-removes = { $count ->
    [one] Import: remove an item
   *[other] Import: remove { $count } items
}
import-summary = { $kind }: { $added } to add, { $changed } to change, { $removed } to remove; { $left } stay as they are

## Where in a file, and what was not understood there

spot-row = Row { $row }
spot-column = Column { $column }
spot-cell = Row { $row }, column { $column }
spot-line = Line { $line }
note-at = { $spot }: { $what }
note-not-understood = { $found } cannot be understood as “{ $field }”; it was left out
note-cut = the text is longer than { $limit } characters and was cut there
note-no-time = { $title } has neither a day nor a time, and was left out
note-twice = the identity { $found } stands here a second time; this one was read as an item of its own
note-other-zone = the times are those of { $zone }; they were turned into those of the event’s time zone
note-zone-disagrees = the file names the time zone { $zone }, which its own times contradict; the times were taken as they are
note-more = there are { $count } more notes of this file

## What a column holds

heading-of = { $field } ({ $of })
heading-id = Runsheet ID
heading-honorific = Honorific
heading-name = Name
heading-family = Family name
heading-given = Given name
heading-order = Name order
heading-honours = Honours
heading-post = Post
heading-acting = Acting
heading-organisation = Organisation
heading-delegation = Delegation
heading-precedence = Precedence
heading-attendance = Attendance
heading-arrives = Arrives
heading-leaves = Leaves
heading-email = E-mail
heading-phone = Phone
heading-through = Contact through
heading-biography = Biography
heading-day = Day
heading-start = Start
heading-end = End
heading-length = Duration
heading-kind = Kind
heading-title = Title
heading-summary = Summary
heading-room = Room
heading-audience = For
heading-people = People
heading-steps = Steps
heading-cues = Cues
heading-officer = Officer
heading-remarks = Remarks
heading-extra = Details for other programs
datum-yes = Yes
datum-no = No
datum-follows = follows

## Calendars

calendar-name = { $event }: { $whose }
calendar-place = { $room }, { $venue }
calendar-people = { $role }: { $people }
