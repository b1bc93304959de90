# By when the venue must be left.
label-closing-on = Closing hour, { $date }
closing-hint = No closing hour
closing-line = Venue must be left by { $time }
trouble-past-closing = ends { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
} after the venue must be left ({ $time })
trim-over-closing = The venue must be left by { $time }, and the day runs { $over } past it.
