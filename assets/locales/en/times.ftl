# Deeds on the times of many sessions.
action-shift = Shift this and everything after…
action-close-gaps = Close the gaps…
action-trim = Trim to fit…
action-move-block = Move to another day or room…
shift-by = Later by (min)
shift-nothing = Nothing would change, or a fixed time would leave its day.
close-gaps-nothing = There is no gap on this day.
trim-nothing = No fixed time is overrun in this room on this day. If another room is late, select a session there.
trim-over = { $name } is overrun by { $over }.
trim-line = { $name }: { $old } → { $new }
trim-left = { $left } are still too much: shorten something by hand, or mark slack on more sessions.
move-nothing = Choose another day or room.
move-same-room = The same room
retiming-scope = In
move-count = { $count } sessions are moved together.
retiming-count = { $count ->
    [0] No session changes its time.
    [one] One session changes its time:
   *[other] { $count } sessions change their times:
}
retiming-apply = Apply
retiming-line = { $old } → { $new }
scope-this-room = This room
scope-all-rooms = All rooms
# Beside an end: so many days after the day on which it began.
days-later = +{ $days }d
