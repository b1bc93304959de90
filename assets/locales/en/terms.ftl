## Terms of the field, dates and times

quoted = ‘{ $name }’
unnamed = { $kind } without a name
the-event = The event

kind-registration = Registration
kind-welcome-remarks = Welcome remarks
kind-video-address = Video address
kind-keynote = Keynote
kind-panel-discussion = Panel discussion
kind-signing = Signing ceremony
kind-group-photo = Group photo
kind-performance = Performance
kind-break = Break
kind-meal = Meal
kind-closing-remarks = Closing remarks
kind-other = Other item

role-officiating = Officiating guest
role-speaker = Speaker
role-moderator = Moderator
role-panellist = Panellist
role-signatory = Signatory
role-witness = Witness
role-mc = MC
role-interpreter = Interpreter

audience-guests = For guests
audience-staff = Staff only

attendance-invited = Invited
attendance-accepted = Accepted
attendance-declined = Declined
attendance-arrived = Arrived

region-hong-kong = Hong Kong
region-mainland = The Mainland
region-macao = Macao
region-overseas = Overseas

organisation-government = Government
organisation-university = University
organisation-platform = Co-operation platform
organisation-other = Other

clearance-draft = Draft
clearance-cleared = Cleared
clearance-held-back = Held back

order-family-first = Family name first
order-given-first = Given name first

clock-24 = 14:05
clock-12 = 2:05pm

positions-words = third left
positions-ordinals = 3rd left

item-session = Session
item-participant = Participant
item-organisation = Organisation
item-delegation = Delegation
item-room = Room
item-team = Team
item-agreement = Agreement
item-photo = Photo

representative-of = Representative of { $organisation }
acting-post = Acting { $post }
series-mark = ,{" "}
series-mark-grave = ;{" "}
series-end = { $rest } and { $last }
series-end-grave = { $rest }; and { $last }

time-am = { $hour }:{ $minute }am
time-pm = { $hour }:{ $minute }pm
time-am-full = { $hour }am
time-pm-full = { $hour }pm
time-range = { $from } – { $to }
date-full = { $weekday }, { $day } { $month } { $year }
date-paper = { $month } { $day }, { $year } ({ $weekday })
date-short = { $short } { $day } { $month }
date-caption = { $month } { $day }
length-hours = { $number } h
length-minutes = { $number } min
length-seconds = { $number } s

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday
weekday-1-short = Mon
weekday-2-short = Tue
weekday-3-short = Wed
weekday-4-short = Thu
weekday-5-short = Fri
weekday-6-short = Sat
weekday-7-short = Sun

## What was done

deed-add = Add { $name }
deed-change = Change { $name }
deed-remove = Remove { $name }
deed-move = Move { $name }
deed-details = Change the event’s details
deed-add-photos = { $count ->
    [one] Add a photo
   *[other] Add { $count } photos
}
deed-add-person = Add { $name } to a session
deed-duplicate-session = Duplicate { $name }
deed-duplicate-sessions = Duplicate { $count } items
deed-add-session = Add { $name }
deed-remove-items = { $count ->
    [one] Remove an item
   *[other] Remove { $count } items
}
deed-place-photos = { $count ->
    [one] Put a photo to a session
   *[other] Put { $count } photos to a session
}
deed-set-cells = Fill in { $count } cells
deed-clear-cells = { $count ->
    [one] Clear a cell
   *[other] Clear { $count } cells
}
deed-fill-down = { $count ->
    [one] Fill a cell down
   *[other] Fill { $count } cells down
}
deed-paste-cells = { $count ->
    [one] Paste a cell
   *[other] Paste { $count } cells
}
deed-paste-rows = { $count ->
    [one] Paste a row
   *[other] Paste { $count } rows
}
deed-move-sessions = Move { $count } sessions
deed-shift-after = Shift everything from { $name } on by { $minutes } min
deed-close-gaps = Close the gaps
deed-resize = Change the length of { $name }
deed-trim-to-fit = Trim to fit
deed-move-block = { $count ->
    [one] Move { $count } session to another day or room
   *[other] Move { $count } sessions to another day or room
}
deed-mend = Mend { $name }
deed-set-aside = Set a check aside
deed-restore = Restore { $name }
