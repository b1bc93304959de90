## Saves that were kept

saves-not-kept = The event is saved, but this save could not be kept among its last ten.
saves-heading = Last ten saves
saves-line = Save of { $at }
saves-earliest = The earliest that is kept
saves-only-form = The same in another writing
saves-first-and-more = { $first } – { $more ->
    [one] and 1 more change
   *[other] and { $more } more changes
}
saves-changed-since = What changed since the save of { $at }
saves-same = Nothing has changed since the save of { $at }
deed-bring-back-save = Bring back the save of { $at }
title-of-save = { $name }, save of { $at }
read-only-save = Save of { $at } – read-only
read-only-save-refused = This is the save of { $at }, which can only be read, so nothing was changed. Go back to the event to edit it.
app-brought-back-save = The event is what it was at the save of { $at }. Undo takes that back.
app-brought-back-save-same = The event already is what it was at the save of { $at }.
