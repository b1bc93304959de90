## The command line

cli-complaint = { "runsheet" }: { $sentence }
cli-lost = what was asked for could not be written to standard output: { $fault }
cli-heading-usage = Usage:
cli-heading-commands = Commands
cli-heading-arguments = Arguments
cli-heading-options = Options
cli-help = Show this help
cli-version = Show the version

cli-about-runsheet =
    The run-of-show desk of a secretariat: one official event on the screen, on paper and in a file.

    Without a command it opens the window. Exit status: 0, all is done; 1, done, but there are problems, changes, conflicts or numbers issued twice, or a picture or a part of a caption was left out; 2, something could not be done.
cli-argument-runsheet-event = The event to open: its folder, or the event.ron in it
cli-about-sample = Write the folder of the sample event
cli-argument-sample-dir = The folder to make; a new one, or an empty one
cli-about-new = Make the folder of a new, empty event
cli-argument-new-dir = The folder to make; a new one, or an empty one
cli-argument-new-title = What the event is called
cli-about-print = Print papers to PDF, and say where each file is
cli-argument-print-event = The event: its folder, or the event.ron in it
cli-argument-print-paper = programme, run-of-show, photo-sheet, name-list, changes, or all
cli-argument-print-language = The languages of the paper, such as en, zh-Hant or en+zh-Hant; without it, the event’s main language
cli-argument-print-out = The PDF to write; an earlier PDF is replaced. With { "--paper all" }: a folder, in which each paper gets its own name, or a name such as F.pdf, from which F-programme.pdf and the others are made
cli-argument-print-version = Print this version of the event instead of the event as it is now
cli-argument-print-built = Print with the built-in templates, whatever the event’s papers folder has
cli-argument-print-since = Mark what has changed since this version: in run-of-show and changes
cli-about-issue = Freeze the event as its next version, and say where it is: status 1 if a picture could not be kept with it
cli-argument-issue-event = The event: its folder, or the event.ron in it
cli-argument-issue-note = What to say of this version: for whom it is, or why it was made
cli-about-changes = Say what is different between two states of an event: status 0 for nothing, 1 for changes, 2 if one could not be read
cli-argument-changes-old = The earlier state: an event’s folder, an event.ron, or a version such as versions/3.ron
cli-argument-changes-new = The later state, in the same way
cli-argument-changes-json = Write the changes as JSON, for another program
cli-argument-changes-language = The language of the sentences: en, zh-Hant or zh-Hans; without it, that of the system
cli-about-check = List what is missing or clashes: status 0 for nothing, 1 for problems, 2 if the event could not be read
cli-argument-check-event = The event: its folder, or the event.ron in it
cli-argument-check-json = Write the list as JSON, for another program
cli-about-photos = The photos of an event
cli-about-photos-add = Copy pictures into an event, as dropping them on the window does
cli-argument-photos-add-event = The event: its folder, or the event.ron in it
cli-argument-photos-add-files = Pictures, or folders of pictures
cli-argument-photos-add-session = The session that they show: some letters of its title or kind, in any language

cli-wrong = the arguments cannot be understood; ‘{ "runsheet --help" }’ shows how they are written
cli-wrong-missing = { $argument } is missing; ‘{ "runsheet --help" }’ shows how a command is written
cli-wrong-unknown = { $argument } is not expected here; ‘{ "runsheet --help" }’ shows how a command is written
cli-wrong-no-value = { $argument } needs a value; ‘{ "runsheet --help" }’ shows how a command is written
cli-wrong-value = { $value } is not possible for { $argument }; choose from { $possible }
cli-not-a-language = { $text } is not a language; write a tag such as en, zh-Hant or en+zh-Hant
cli-not-its-language = { $file } is not kept in the language { $text }; choose from { $languages }, or add the language in the event’s details
cli-no-session = no session of { $file } has { $text } in its title or kind, so nothing was added; use other letters, or leave out { "--session" }
cli-several-sessions = { $text } could mean several sessions of { $file }, namely { $sessions }, so nothing was added; use more letters of one
cli-no-pictures = there are no pictures in the folder { $file }; name the pictures, or the folder that they are in
photo-left-over = { $file } is left over from an addition that was interrupted, and no photo of the event uses it. It was kept, because the picture is no longer at { $source }: add it as a photo, or delete the file
cli-wrong-number = { $value } is not a number for { $argument }; write one such as 3
cli-nothing-issued = no version of { $file } was issued yet, so there is nothing to compare with; issue one with { "runsheet issue EVENT" }
cli-shows-no-changes = the paper { $paper } shows no changes; choose run-of-show or changes, or leave out { "--since" }
cli-change-count = { $count ->
    [0] Nothing has changed.
    [one] 1 change
   *[other] { $count } changes
}
cli-photo-known = { $file } is in the event already
cli-photo-not-there = { $name }: the file is not in the event’s folder of photos

cli-problem = { $severity }: { $message }
cli-problem-count = { $count ->
    [0] Nothing is missing, and nothing clashes.
    [one] 1 problem
   *[other] { $count } problems
}

cli-no-display = there is no display here to open a window on; start Runsheet on a desktop, or print without a window: { "runsheet print EVENT --paper programme --language en --out programme.pdf" }
cli-display-silent = the display { $display } does not answer, so no window can open; start Runsheet on a desktop, or print without a window: { "runsheet print EVENT --paper programme --language en --out programme.pdf" }
cli-library-missing = the system library { $library } is missing, so no window can open; install the package { $package } (sudo apt install { $package }), or print without a window: { "runsheet print EVENT --paper programme --language en --out programme.pdf" }
cli-no-window = no window could be opened ({ $detail }); start Runsheet on another desktop, or print without a window: { "runsheet print EVENT --paper programme --language en --out programme.pdf" }

cli-about-import = Take over another program’s file: say what is added, changed and left, and then do it
cli-argument-import-event = The event: its folder, or the event.ron in it
cli-argument-import-file = The file: a workbook (.xlsx, .ods), text with separators (.csv) or a conference schedule (.json, .xml)
cli-argument-import-subject = What the table is about, participants or run-of-show; without it, its headings tell
cli-argument-import-map = What a column holds: its heading or its letter, and a field such as post:en; nothing behind the = leaves the column out
cli-argument-import-sheet = The sheet of a workbook; without it, the one that looks like such a table
cli-argument-import-absent = Remove what is not in the file
cli-argument-import-empty = Clear what stands in a field whose cell is empty
cli-argument-import-dry = Only say what would be done
cli-about-export = Make a file for other programs, and say where it is
cli-argument-export-event = The event: its folder, or the event.ron in it
cli-argument-export-format = What to write: participants.xlsx, participants.ods, participants.csv, rundown.xlsx, rundown.csv, schedule.json, schedule.xml (for frab, pretalx and c3voc) or calendar.ics
cli-argument-export-out = The file to write; an earlier one is replaced
cli-imported = saved in { $file }
cli-no-column = the file has no column { $text }; write a heading of it, or the letter of a column
cli-no-field = { $text } is nothing that a column can hold; choose from { $fields }, with a language behind a colon where there are several
cli-not-a-mapping = { $text } does not say which column holds what; write it as COLUMN=FIELD, such as { "Position=post:en" }
cli-no-format = no file for other programs is called { $text }; { "runsheet export --help" } lists them
cli-no-sheet = { $file } has no sheet { $text }; its sheets are { $sheets }
cli-no-sheets = { $file } has no sheets to choose from; leave out --sheet
