## The run-of-show as a table of cells

column-end = End
column-cues = Cues: { $team }
column-before = Free before
column-after = Free after

cell-ends-before-start = At { $typed } the item has not begun yet. Write a later time.
cell-no-such-kind = No kind of item is called ‘{ $typed }’. Type a few letters and pick one.
cell-no-such-audience = ‘{ $typed }’ is neither for guests nor for staff.
cell-no-step = This item has no step at { $typed }. Add the step in its form, or leave the offset out.
cell-read-only = This is worked out from the times and cannot be typed.
cell-nothing-to-paste = There is no text to paste. Copy some cells first.
cell-new-room = a new room

cell-name = { $column }, row { $row }
cell-name-new = { $column }, new row
cell-name-new-on = { $column }, new row of { $day }
cell-fault-in-line = Line { $line }, { $column }: { $fault }
cell-left-out = There is no column for { $names }; the rest was pasted.
cells-left-out = There is no column for { $count } things; the rest was pasted:

sheet-new-row = Type to add an item
sheet-empty-next = Type the first title and press Enter; each item starts when the one before it ends. Or paste rows from a spreadsheet.
sheet-only-cued = Only its cues

view-of-table = Table view
view-all = Everything
view-own = My own view
view-team = { $team }
columns-menu = Columns
columns-hide = Hide this column
columns-usual = Reset columns
columns-sooner = Move { $column } before
columns-later = Move { $column } behind
label-rooms-shown = Rooms shown
action-fill-down = Fill down

table-help = In the run-of-show
table-help-type = Letters take the place of what is in a cell; F2 or a double click goes on with it; Esc leaves it as it was.
table-help-enter = Enter goes down, Tab to the right; after Tab, Enter goes back to where Tab began. Below the last row a new item begins.
table-help-all = Ctrl+Enter puts what is typed into all selected cells; Ctrl+D fills the first of them down.
table-help-select = Shift with arrows selects; Shift+Space whole rows, Ctrl+Space a column, Ctrl+A everything. Delete empties cells and removes whole rows.
table-help-clip = Ctrl+C, Ctrl+X and Ctrl+V copy cells and rows from and to a spreadsheet; all of it goes with its header.
table-help-time = In times, 930 is 09:30 and +15 is 15 minutes later, in lengths longer; an end with ! stays where it is.
table-help-pane = F6 goes from the table to the form and back.

## What other tables call these columns; separated by semicolons
column-as-day = date; day
column-as-start = start; starts; start time; begin; begins; from; time
column-as-end = end; ends; end time; finish; to; until
column-as-length = length; duration; minutes; mins; min; dur
column-as-slack = slack; can give; time it can give; can be shortened by
column-as-kind = kind; type; item type; category
column-as-title = title; item; session; activity; programme; agenda; description; event
column-as-summary = abstract; summary; synopsis
column-as-room = room; venue; location; place; position; hall
column-as-people = people; person; persons; speaker; speakers; guest; guests; who; participants; speakers/guests
column-as-officer = officer; responsible officer; officer in charge; responsible; owner; in charge
column-as-remarks = remarks; remark; notes; note; comments
column-as-audience = audience; shown to; for

## Words of a title by which its kind is known; separated by semicolons
guess-registration = registration; check-in; sign-in; doors open; arrival of guests; reception of guests
guess-welcome-remarks = welcome; welcome address; welcome speech; welcoming remarks; opening remarks; opening address; opening speech
guess-video-address = video address; video message; video speech; video remarks; pre-recorded
guess-keynote = keynote; keynote speech; keynote address; plenary lecture
guess-panel-discussion = panel; panel discussion; roundtable; round table; fireside chat; dialogue session
guess-signing = signing; signing ceremony; memorandum; memoranda; mou
guess-group-photo = group photo; photo session; photo-taking; photo taking; photo call
guess-performance = performance; lion dance; recital; concert; musical interlude
guess-break = break; coffee break; tea break; refreshments; interval
guess-meal = lunch; luncheon; dinner; breakfast; banquet; welcome reception; cocktail reception; buffet; supper
guess-closing-remarks = closing; closing remarks; closing address; concluding remarks; vote of thanks
