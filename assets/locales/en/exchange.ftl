## Other programs' files

exchange-too-large = { $file } is larger than { $limit } MB and was not read: split it, or save it without its pictures
exchange-unpacks-too-large = { $file } unpacks to more than { $limit } MB and was not read: open it in its own program and save a copy with only the sheet that is needed
exchange-too-many-cells = { $file } has more than { $rows } rows or { $columns } columns, or too many cells, and was not read: keep only the rows and columns that are needed
exchange-unknown-kind = { $file } is of no kind that can be imported: choose a file that ends with .xlsx, .ods or .csv
exchange-locked = { $file } is locked with a password: open it in its own program and save a copy without one
exchange-broken = { $file } is damaged, or is not what its name says ({ $detail }): open it in its own program and save it again
exchange-empty = nothing stands in { $file }: check that it is the right file, and that it was saved
exchange-unmade = the file could not be made ({ $detail }): shorten the longest texts, or choose another format

format-participants-xlsx = Participants: workbook (XLSX)
format-participants-csv = Participants: text (CSV)
format-rundown-xlsx = Run-of-show: workbook (XLSX)
format-rundown-csv = Run-of-show: text (CSV)

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
datum-yes = Yes
datum-no = No
datum-follows = follows
