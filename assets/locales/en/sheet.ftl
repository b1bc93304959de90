## The run-of-show as a table of cells

column-end = End
column-slack = Slack
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

sheet-new-row = Type to add an item
sheet-empty-next = Type the first title and press Enter; each item starts when the one before it ends. Or paste rows from a spreadsheet.
sheet-only-cued = Only its cues

view-of-table = Table view
view-all = Everything
view-own = My own view
view-team = { $team }
columns-menu = Columns
columns-hide = Hide this column
columns-usual = As usual
columns-sooner = Move { $column } before
columns-later = Move { $column } behind
label-rooms-shown = Rooms shown
action-fill-down = Fill down

## What other tables call these columns; separated by semicolons
column-as-day = date; day
column-as-start = start; starts; start time; begin; begins; from; time
column-as-end = end; ends; end time; finish; to; until
column-as-length = length; duration; minutes; mins; min; dur
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
