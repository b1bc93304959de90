# What was not saved when the program ended, and the journal that has it.
action-unsaved = Edits that were not saved…

recovery-title = Edits that were not saved
recovery-text = { $count ->
    [one] The program ended before one edit was saved, made on { $when }.
   *[other] The program ended before { $count } edits were saved, the last of them made on { $when }.
}
recovery-moment = { $date } at { $time }
recovery-shown = What is shown
recovery-edits = Edits
recovery-compare = Compare with what was saved
recovery-added = { $deed }, { $time }
recovery-more = { $count ->
    [one] 1 more change
   *[other] { $count } more changes
}
recovery-journals = Which of the edits that were not saved
recovery-journal = Until { $when }
recovery-elsewhere = They were made by { $user } on { $host }, where the program may still be open.
recovery-changed = Somebody else has saved the event since. Recovered, both come together; where they contradict each other, both are shown and you choose.
recovery-torn = The last moment before the end could not be read, and is not among them.
recovery-nothing-lost = Whatever you choose, nothing is deleted: until they are saved, the edits stay under File → Edits that were not saved.
recovery-open = Open recovered
recovery-as-saved = Open as last saved
recovery-decide-later = Decide later
recovery-kept = The event is as it was last saved. The edits are kept: File → Edits that were not saved.
recovery-later = The edits that were not saved will be offered again when the event is opened.
recovery-none = There are no edits of this event that were not saved.
recovery-dirty = The event has been edited since it was opened: save first, then open what was recovered.
recovery-done = { $count ->
    [one] One edit is back. It is not saved yet, and can be undone.
   *[other] { $count } edits are back. They are not saved yet, and can be undone.
}
recovery-never-saved = Not saved when the program ended
recovery-last-edited = Last edited on { $when }
recovery-recent = Unsaved edits

journal-unreadable = { $file } should have edits that were not saved, and its beginning cannot be read: it was left as it is
journal-unwritten = Edits cannot be kept safe until they are saved ({ $fault }). Save often; it is tried again by itself.
journal-written-again = Edits are kept safe again until they are saved.

broken-title = Something in the program went wrong
broken-text = Everything up to your last edit was kept first, and { $place } holds it. Start again, and you are offered what was not saved.
broken-nothing = No event was open, and nothing was lost.
broken-start = Start again
