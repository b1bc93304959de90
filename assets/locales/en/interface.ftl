## The window as a whole
app-name = Runsheet
welcome-what = The run-of-show desk: one event on the screen, on paper and in a file.
welcome-new = New event…
welcome-open = Open…
welcome-sample = Try the sample event…
welcome-recent = Opened lately
welcome-hint = An event is a folder with its file, its photos and its papers. Nothing leaves this computer.
welcome-drop = An event’s folder can also be dropped on this window.
event-untitled = Untitled event
state-new = not saved yet
state-saved = saved
state-saving = saving…
state-unsaved = unsaved
cancel = Cancel
remove = Remove
more = More
notice-close = Close
notice-close-named = Close: { $sentence }
bar-find = Find anything
bar-print = Print…
bar-save = Save

menu-file = File
menu-edit = Edit
menu-add = Add
menu-go = Go
menu-view = View
menu-help = Help
menu-recent = Opened lately
menu-language = Language
menu-theme = Appearance
language-system = As the system
language-main = { $language } (main)
theme-system = As the system
theme-light = Light
theme-dark = Dark

place-run-of-show = Run-of-show
place-participants = Participants
place-organisations = Organisations
place-photos = Photos
place-papers = Papers
place-details = Details
place-agreements = Agreements
place-checks = Checks
places-the-event = The event

action-new = New event…
action-open = Open…
action-sample = Sample event…
action-save = Save
action-save-as = Save as…
action-close = Close the event
action-quit = Quit
action-undo = Undo
action-undo-of = Undo: { $deed }
action-redo = Redo
action-redo-of = Redo: { $deed }
action-find = Find anything…
action-palette = All commands…
action-add-session = Add a session
action-duplicate = Duplicate
action-remove = Remove
action-move-up = Move up
action-move-down = Move down
action-add-participant = Add a participant
action-add-organisation = Add an organisation
action-add-agreement = Add an agreement
action-add-photos = Add photos…
action-save-pdf = Save PDF…
action-open-in-viewer = Open in viewer
action-toggle-form = Show or hide the form
action-zoom-in = Larger
action-zoom-out = Smaller
action-zoom-reset = Usual size
action-help = Keys and version
help-menus = F10 opens the menus; Alt with F, E, A, G, V or H opens one of them.
help-title = Runsheet { $version }

find-anything = Find a session, a person, a photo, a command…
find-deed = Find a command…
find-a-deed = Command
find-nothing = Nothing found
find-keys = ↑ ↓ choose · Enter opens · Esc closes

## Questions in front of the window
unsaved-title = Save the edits to { $name }?
unsaved-text = Edits that are not saved are lost.
unsaved-undecided = Somebody else has saved what contradicts yours: saving asks which is right.
unsaved-adding = Photos are still being added; saving waits for them.
unsaved-save = Save
unsaved-discard = Do not save
unsaved-save-quit = Save and quit
unsaved-discard-quit = Quit without saving
replace-title = Replace the file?
replace-text = { $file } is there already, and what it holds now would be lost.
replace-go-on = Replace
path-open = Open an event
path-save = Save the event to a new folder
path-photos = Add a photo or a folder of photos
path-pdf = Save the PDF
path-sample = A new folder for the sample event
path-why = This system has no file dialog, so please type the whole path.
path-label = Path
path-go-on = Continue
files-event = Events
files-photos = Photos
sample-folder = Sample event
new-title = New event
new-day = First day
new-day-hint = 2025-06-03
new-create = Create
not-a-date = This is not a date. Write it like { $example }.
not-a-time = ‘{ $typed }’ is not a time. Write it like 9:30 or 1405.
not-a-length = ‘{ $typed }’ is not a length. Write it like 20 or 1h20.
not-an-offset = ‘{ $typed }’ is not a moment of the session. Write it like +1:30.
not-a-number = This is not a whole number.
length-not-positive = A length must be longer than zero.
length-too-long = A length is a week at most.

## What the program says when work is done
app-opening = Opening…
app-saved = Saved: { $path }
app-printing = Making the PDF…
app-printed = PDF saved: { $path }
app-no-viewer = The PDF is at { $path }, but no viewer could be opened ({ $why }). Open it by hand.
app-viewer-folder = The PDF for the viewer could not be written ({ $why }). Use ‘Save PDF…’ instead.
app-reading-photos = Reading photos…
app-read-photos = { $done } of { $of } photos read
app-photos-added = { $count ->
    [one] One photo added to { $place }
   *[other] { $count } photos added to { $place }
}
app-photos-known = { $count ->
    [one] One photo was in the event already
   *[other] { $count } photos were in the event already
}
app-no-pictures = No pictures were found in { $path }.
app-photos-failed = { $count } files could not be added:
app-drop-without-event = Open an event first, then drop the photos again.
app-precedence-changed = Precedence follows the order: { $people }.
app-has-precedence = { $name } has precedence { $rank }
app-work-broke = Work in the background ended by a fault of the program. Nothing was lost; please try again.

status-day-ends = { $day } ends { $time }
status-people = { $count ->
    [one] { $count } person
   *[other] { $count } people
}
status-to-look-at = { $count ->
    [one] { $count } to look at
   *[other] { $count } to look at
}
status-typesetting = Typesetting…
status-typeset = Typeset in { $ms } ms
status-click-a-line = Click a line to edit it
status-paper-trouble = The house’s own template cannot be used

## The run-of-show and the form of a session
rooms-all = All rooms
sessions-add = Add a session
sessions-add-menu = + Add
sessions-add-first = Add the first session
sessions-empty = Nothing is in the run-of-show yet
sessions-empty-next = Add the first session; what follows starts when it ends.
audience-staff-mark = staff
form-none = Nothing is selected
form-resize = Width of the form
form-none-session = Choose a session at the left to see its form.
field-example = e.g. { $sample }
label-in-language = { $label } ({ $language })
list-find = Find in { $label }
label-start-time = Start time
label-end = End
label-end-time = End time
end-follows = By length
length-really = now { $length }, since it ends at a fixed time
slack-hint = 0: how much shorter it may become
latest-own-end = its fixed end
latest-spare = must start by { $time } for { $name }: { $spare } in hand
latest-exact = must start by { $time } for { $name }: no time in hand
latest-too-late = must start by { $time } for { $name }: { $spare } too late
remarks-hint = For staff only
start-follows = Follows
start-fixed = Fixed
begins-fixed = fixed start
begins-assumed = no start given: nine o’clock is taken
begins-after = follows { $name }
room-none = No room
part-people = People
part-steps = Steps
part-cues = Cues for the whole session
part-agreements = Agreements
part-photos = Photos
part-notes = Notes
add-person = Add a person
person-hint = Add a person: type a name
person-new = Add { $name }
person-new-what = A new participant
person-not-named = Not named
open-person = Open { $name }
role-of = Role of { $name }
position-of = Position of { $name }
position-hint = Position, e.g. lectern right
entry-remove = Remove { $name }
entry-up = Move { $name } up
steps-add = + Add a step
steps-none = No steps yet.
steps-usual = Take the usual steps
step-offset = Time of step { $number }
step-text = Step { $number }
step-cue = Cue { $cue } of step { $number }
step-cue-add = Add a cue to step { $number }
cue-add = + Add a cue
cue-remove = Remove the cue
cue-team = Team of { $cue }
cue-text = Cue { $number }
cues-none = No cues yet.
agreement-add = + Add an agreement
agreements-none = No agreement is signed here yet.
photos-add = Add photos…
session-photos-none = No photos yet. Drop them on the window.

## Participants
participants-add = Add a participant
participants-filter = Filter by name, post or organisation
participants-filter-next = Take some letters out of the filter.
participants-tally = { $named } named of { $people }
participants-empty = Nobody is on the list yet
participants-empty-next = Add people here, or type their names in a session.
participants-appears = { $count ->
    [one] appears once
   *[other] appears { $count } times
}
form-none-participant = Choose a person at the left to see the form.
label-honorific = Honorific
label-family-name = Family name
label-given-name = Given name
label-honours = Honours
label-name-order = Name order
part-appears = Appears in
part-about = About
part-contact = Contact, for staff only
appears-nowhere = In no session yet.
portrait-none = No portrait
organisation-none = No organisation

## Organisations
organisations-add = Add an organisation
organisations-empty = No organisation is on the list yet
organisations-empty-next = Organisations are where people come from; delegations are how they arrive.
tally-government = { $count ->
    [one] { $count } government body
   *[other] { $count } government bodies
}
tally-university = { $count ->
    [one] { $count } university
   *[other] { $count } universities
}
tally-platform = { $count ->
    [one] { $count } platform
   *[other] { $count } platforms
}
tally-other = { $count ->
    [one] { $count } other
   *[other] { $count } others
}
tally-region = { $region } { $count }
tally-regions = { $kind }: { $regions }
delegations-add = Add a delegation
delegation-none = No delegation
delegation-people = { $count ->
    [one] { $count } person
   *[other] { $count } people
}
form-none-organisation = Choose an organisation or a delegation at the left.
label-order = Order
order-earlier = Earlier
order-later = Later
part-members = People
members-none = Nobody of it is named.

## Agreements
agreements-add = Add an agreement
agreements-empty = Nothing is signed yet
agreements-empty-next = An agreement has parties, signatories and a witness, and is signed in a session.
form-none-agreement = Choose an agreement at the left.
session-none = No session
part-parties = Parties
part-witnesses = Witnesses
party-add = + Add a party
party-organisation = Party { $number }
party-signatory = Signatory { $number }
party-remove = Remove this party
party-remove-number = Remove party { $number }
signatory-none = Nobody yet
witness-add = Add a witness
witnesses-none = Nobody yet.

## Photos
photos-all = All { $count }
photos-to-caption = To caption { $count }
photos-cleared = Cleared { $count }
photos-filter = Photos shown
photos-empty = No photos yet
photos-empty-next = Drop the photographer’s files or a whole folder anywhere on this window. The files themselves are never altered.
photos-not-placed = Not placed
photos-not-placed-next = drag onto a session
photo-put-to = Put the photo to { $name }
photo-drag = Drop it on a session
photo-no-caption = no caption yet
photo-name = Photo { $number }: { $file }
photo-taken = taken { $time }
form-none-photo = Choose a photo at the left to caption it.
photo-people-none = Nobody is named yet: from the left, front row first.
photo-next-person = Click whoever comes next, from the left:
photo-pick = Next in the picture: { $name }
photo-person = { $name }, place { $place }
photo-person-hover = Click to move one place to the left
photo-add-person = Add a person to the picture
photo-add-person-behind = Add a person to the row behind
photo-add-row = + Add a row behind
photo-new-row = The row behind begins with:
row-front = Front row
row-middle = Middle row
row-back = Back row
caption-propose = Use the proposed captions
caption-propose-again = Propose again
caption-is-proposed = Proposed from the session and the people.
caption-no-proposal = Put it to a session or name somebody, and a caption is proposed.

## Papers
paper = Paper
paper-language = Language of the paper
paper-both = Both
paper-save = Save PDF…
paper-open = Open in viewer
paper-larger = Enlarge the page
paper-smaller = Reduce the page
paper-fit = Fit
paper-form-close = Close the form
paper-fit-name = Fit the page to the width
page-name = Page { $number } of { $count }
page-small = Go to page { $number }

## Checks
checks-empty = Nothing to look at
checks-empty-next = No clash, nothing missing in any language.
checks-count = { $severity } { $count }

## The event's details
label-co-host = Co-host { $number }
co-host-add = + Add a co-host
label-names = Names
label-room-number = Room { $number }
label-team-number = Team { $number }
style-capitals = Family names in capitals in papers for staff
part-when = When and in which languages
part-style = How the house writes
part-rooms = Rooms
part-teams = Teams
day-new = Another day
day-add = Add this day
room-add = + Add a room
rooms-none = No rooms yet.
team-add = + Add a team
