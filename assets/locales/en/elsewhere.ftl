## Events that others have open, and events that can only be read

elsewhere-title = This event is open elsewhere
elsewhere-who-since = { $who }, since { $since }
elsewhere-user-on-host = { $user } on { $host }
elsewhere-window = Another window on this computer
elsewhere-window-of = { $user }, in another window on this computer
elsewhere-what = Work together: nothing that either of you saves is lost, and you are asked where both of you changed the same thing. Or only read it, or go on in a copy of your own.
elsewhere-together = Work together
elsewhere-read = Read only
elsewhere-copy = Work on a copy…
elsewhere-also = { $more ->
    [0] Also open: { $who }
    [one] Also open: { $who } and 1 more
   *[other] Also open: { $who } and { $more } more
}
elsewhere-can-save = The event can be saved where it is again, so it can be edited.
read-only-elsewhere = Opened read-only, while it is open elsewhere
read-only-elsewhere-refused = The event was opened read-only, so nothing was changed. Choose “Work together” above to edit it.
read-only-place = Read-only: { $why }
slow-saving = Still saving: the folder does not answer yet. You can go on working.
slow-opening = Still opening: the folder does not answer yet.
unsaved-saving = It is being saved just now, but the folder has not answered yet. Saving waits for it.
