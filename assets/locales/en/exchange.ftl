## Other programs' files

exchange-too-large = { $file } is larger than { $limit } MB and was not read: split it, or save it without its pictures
exchange-unpacks-too-large = { $file } unpacks to more than { $limit } MB and was not read: open it in its own program and save a copy with only the sheet that is needed
exchange-too-many-cells = { $file } has more than { $rows } rows or { $columns } columns, or too many cells, and was not read: keep only the rows and columns that are needed
exchange-unknown-kind = { $file } is of no kind that can be imported: choose a workbook (.xlsx, .ods), a table as text (.csv) or a conference schedule (.json, .xml)
exchange-locked = { $file } is locked with a password: open it in its own program and save a copy without one
exchange-broken = { $file } is damaged, or is not what its name says ({ $detail }): open it in its own program and save it again
exchange-empty = nothing stands in { $file }: check that it is the right file, and that it was saved
exchange-unmade = the file could not be made ({ $detail }): shorten the longest texts, or choose another format
exchange-too-long = the file was not made, because a cell of a workbook holds { $limit } characters at most: shorten { $texts }{ $more ->
    [0] {""}
   *[other] {" "}and { $more } more
}, or choose another format
exchange-too-long-text = { $field } of { $item } ({ $length } characters)
exchange-too-wide = the file was not made, because it would have { $rows } rows and { $columns } columns, and a workbook has { $highest } and { $widest } at most: choose another format

format-participants-xlsx = Participants: workbook (XLSX)
format-participants-ods = Participants: OpenDocument spreadsheet (ODS)
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
note-fault = the formula of “{ $field }” shows an error; it was left out
note-column-unused = the column { $name } was not understood and is left out; choose what it holds
note-column-twice = another column holds “{ $field }” already; this one is used where it says more
note-no-column = no column holds “{ $field }”: choose which one does
note-several-people = { $count } people stand in one cell, and not every cell says as much of each: give each a row; this one was left out
note-taken-as-post = { $name } stands behind the name and was taken as the post
note-nobody = the row names nobody and was left out
note-again = the same as row { $row } already is; this one was left out
note-ambiguous = { $count } people are called { $name }, and nothing says who is meant: add the organisation; the row was left out
note-other-organisation = somebody of this name is here from { $name } and was taken as the same person
note-otherwise-called = { $kept } is called { $found } here; it keeps its name
note-end-differs = the end is not the start and the duration together; the duration was used
note-not-a-person = nobody is called { $name }; import or add the person first, or write Mr or Ms before the name
heading-fixed = Fixed
heading-slack = Can give
datum-fixed-start = Start
datum-fixed-end = End
datum-fixed-both = Start and end
note-nothing = the row has neither a title nor a kind and was left out
items-sessions = Sessions
items-delegations = Delegations
items-rooms = Rooms
items-teams = Teams
import-add = add { $name }
import-leave = leave { $name } as it is
import-remove = remove { $name }
import-change = change { $name }: { $changes }
import-change-mark = { "; " }
import-field = { $field } from { $before } to { $after }
import-field-new = { $field } { $after }

## In the window

action-import = Import…
action-export = Export…
path-import = Import a file
path-export = Export to a file
files-tables = Tables and schedules
app-importing = Reading the file…
app-exporting = Writing the file…
import-title = Import { $file }
import-about = What the table is about
import-columns = Columns
import-column = Column { $heading }
import-nothing = not imported
import-shown = Shown
import-lines = Changes ({ $count })
import-notes = Notes ({ $count })
import-all-understood = Everything in the file was understood.
import-remove-people = Also remove participants who are not in the file
import-remove-sessions = Also remove sessions that are not in the file
import-nothing-to-do = Nothing to import
export-title = Export for another program
import-summary = { $kind }: { $said }
import-added = { $count } to add
import-changed = { $count } to change
import-removed = { $count } to remove
import-left = { $count } as they are
import-none = none
import-mark = { ", " }
app-imported = { $deed }: done; undo takes it back
app-exported = File saved: { $path }
deed-import-and-remove = { $deed }, remove { $count }
app-import-waits = { $file } was not imported: answer the question that is open, then drop the file again
note-other-sheets = the sheet { $name } is imported, and { $count } other sheets of the file are not
import-sheet = Sheet
import-clear-empty = Empty cells clear what is there
import-field-cleared = { $field } cleared (was { $before })
import-add-day = Add the day { $date }
import-adds-day = add the day { $date }
import-days = Days: { $count } to add
import-day-hint = The event does not have this day. Without it, what stands on it comes in all the same and is shown among the checks.
deed-import-details = Import the event’s details
