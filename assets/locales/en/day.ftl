# The picture of a day: rooms as lanes, sessions as blocks.
show-as = Show as
show-as-table = Table
show-as-day = Day
action-turn-day = Run-of-show as a table or a day
day-fit = Fit day
day-nearer = Hours larger
day-farther = Hours smaller
day-before = Day before
day-after = Day after
day-now = Now
day-gap = { $length } free
day-others = { $count ->
    [one] One other session changes its time
   *[other] { $count } other sessions change their times
}
day-start-fixed = Starts at a fixed time
day-end-fixed = Ends at a fixed time
day-block = { $name }, { $times }
day-block-in-room = { $name }, { $times }, { $room }
