## What changed between two versions

change-says = { $name } { $what }
change-notes = { $name }: { $what }
change-session-by = { $kind } by { $people }

change-added = is added
change-taken-out = is taken out
change-moved = moved from { $from } to { $to }
change-later = and the { $more } sessions after it, up to { $last }, start { $by } later ({ $to } instead of { $from })
change-earlier = and the { $more } sessions after it, up to { $last }, start { $by } earlier ({ $to } instead of { $from })
change-later-in = and the { $more } sessions after it in { $room }, up to { $last }, start { $by } later ({ $to } instead of { $from })
change-earlier-in = and the { $more } sessions after it in { $room }, up to { $last }, start { $by } earlier ({ $to } instead of { $from })
change-length = is now { $to } instead of { $from }
change-room = moved to { $to } from { $from }
change-fixed = is now fixed at { $time }
change-follows = is no longer fixed at { $time } and follows what goes before it
change-called = was called { $from } before
change-acting = now holds the post as acting
change-not-acting = no longer holds the post as acting

change-given = { $field } added: { $to }
change-gone = { $field } taken out (was { $from })
change-value = { $field } changed from { $from } to { $to }
change-reworded = { $field } changed
change-other = other details changed
change-day-added = { $date } is now a day of the event
change-day-taken-out = { $date } is no longer a day of the event

change-joined = { $person } joins as { $role }
change-left = { $person } no longer appears as { $role }
change-replaced = { $now } replaces { $before } as { $role }
change-recast = { $person } appears as { $to } instead of { $from }
change-cast-order = the same people are named in another order

change-step-added = step at { $at } added: { $step }
change-step-taken-out = step at { $at } taken out: { $step }
change-step-moved = step { $step } at { $to } instead of { $from }
change-team-at = { $team } at { $at }
change-cue-added = cue for { $team } added: { $cue }
change-cue-taken-out = cue for { $team } taken out: { $cue }

as-officiating = officiating guest
as-speaker = speaker
as-moderator = moderator
as-panellist = panellist
as-signatory = signatory
as-witness = witness
as-mc = MC
as-interpreter = interpreter

order-of-sessions = the sessions stand in another order
order-of-participants = the participants stand in another order
order-of-organisations = the organisations stand in another order
order-of-delegations = the delegations stand in another order
order-of-rooms = the rooms stand in another order
order-of-teams = the teams stand in another order
order-of-agreements = the agreements stand in another order
order-of-photos = the photos stand in another order
