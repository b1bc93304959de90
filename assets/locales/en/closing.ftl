# By when the venue must be left.
label-closing = Venue left by
label-closing-on = Left by, { $date }
closing-hint = No closing hour
closing-line = Venue must be left by { $time }
trouble-past-closing = ends { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
} after the venue must be left ({ $time })
trim-over-closing = The venue must be left by { $time }, and the day runs { $over } past it.
aspect-closing = closing hour
aspect-closing-on = closing hour on { $date }
