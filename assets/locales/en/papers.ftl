## Papers: their names and the words that are printed on them

paper-programme = Programme
paper-run-of-show = Run-of-show
paper-photo-sheet = Photo sheet
paper-name-list = Name list

paper-page = Page { $page } of { $pages }
paper-restricted = Restricted: for the organising team
paper-staff = Staff

paper-untitled = Untitled event
paper-nameless = Name to be confirmed
paper-somebody = Representative to be confirmed
paper-post-of = { $post }, { $organisation }

paper-role-officiating = { $count ->
    [one] Officiating guest
   *[other] Officiating guests
}
paper-role-moderator = { $count ->
    [one] Moderator
   *[other] Moderators
}
paper-role-panellist = { $count ->
    [one] Panellist
   *[other] Panellists
}
paper-role-signatory = { $count ->
    [one] Signatory
   *[other] Signatories
}
paper-role-witness = { $count ->
    [one] Witness
   *[other] Witnesses
}

paper-theme = Theme
paper-hosted = Hosted by
paper-co-hosted = Co-hosted by
paper-date = Date
paper-venue = Venue
paper-organisations = Participating organisations
paper-next = What comes next
paper-no-sessions = No sessions have been announced yet.
paper-no-photos = There are no photos to go out yet.
paper-no-people = Nobody is on the list yet.
paper-witnessed = Witnessed by

paper-time = Time
paper-minutes = Min
paper-item = Item
paper-people = People and position
paper-cues = Cues
paper-officer = Officer and remarks
paper-staff-only = Staff only

paper-photo = Photo
paper-credit = Credit
paper-no-picture = Picture not available
paper-no-caption = No caption yet
paper-photo-undescribed = Photo { $number }, not yet described

paper-number = No.
paper-name = Name
paper-post = Post and organisation
paper-attendance = Attendance
paper-total = Total
paper-no-delegation = Other guests
paper-people-count = { $count ->
    [one] 1 person
   *[other] { $count } people
}
paper-people-total = { $people ->
    [one] 1 person in all, { $named } named
   *[other] { $people } people in all, { $named } named
}
paper-unnamed-count = { $count ->
    [one] and 1 more, not named
   *[other] and { $count } more, not named
}

paper-changes = What changed
paper-changes-since = What changed since version { $number }
paper-changes-from = Compared with version { $number }, issued { $issued } ({ $fingerprint })
paper-changes-none = Nothing has changed since version { $number }.
paper-changes-no-version = No version has been issued yet, so there is nothing to compare with.
paper-the-event = The event
paper-by-session = By session
paper-by-person = By person
paper-marked-since = Changes are marked in the margin
paper-is-new = New
paper-is-gone = Taken out

## Papers: what can go wrong

paper-error-template = { $file }, line { $line }, column { $column }: { $message }. Correct the template, or print with the built-in one: --built-in.
paper-error-unplaced = { $file } cannot be typeset: { $message }. Correct the template, or print with the built-in one: --built-in.
paper-error-no-language = No language was chosen: choose at least one language of the event and print again.
paper-error-pdf = The pages are ready, but no accessible PDF can be made of them: { $message }. Correct the house’s template that draws them and print again.
