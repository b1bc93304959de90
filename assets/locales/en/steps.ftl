## The usual teams

usual-team-av = AV
usual-team-lighting = Lighting
usual-team-sound = Sound
usual-team-stage = Stage
usual-team-mc = MC
usual-team-protocol = Protocol
usual-team-photography = Photography
usual-team-catering = Catering
usual-team-security = Security

## The usual room

usual-room = Main hall

## Usual steps of a session

usual-step-desk-ready = Reception desk is ready
usual-step-doors-open = Doors open; guests sign in
usual-step-be-seated = Guests are asked to take their seats
usual-step-introduce-guest = MC introduces the guest
usual-step-to-podium = Guest proceeds to the podium
usual-step-remarks = Remarks
usual-step-to-seat = Guest returns to the seat
usual-step-introduce-video = MC introduces the video address
usual-step-video = Video plays
usual-step-video-ends = Video ends
usual-step-introduce-speaker = MC introduces the speaker
usual-step-speaker-to-podium = Speaker proceeds to the podium
usual-step-speech = Speech
usual-step-five-minutes = Five minutes left
usual-step-speaker-to-seat = MC thanks the speaker, who returns to the seat
usual-step-introduce-panel = MC introduces the moderator and the panellists
usual-step-panel-seated = Moderator and panellists take their seats on stage
usual-step-panel-opens = Moderator opens the discussion
usual-step-questions = Questions from the floor
usual-step-sum-up = Moderator sums up
usual-step-panel-to-seats = Moderator and panellists return to their seats
usual-step-introduce-signing = MC introduces the agreement and the parties
usual-step-signatories-seated = Signatories take their seats
usual-step-witnesses-stand = Witnesses take their positions behind the table
usual-step-sign = Signing
usual-step-exchange = Signed copies are exchanged
usual-step-shake-hands = Handshake
usual-step-signing-photo = Photo
usual-step-signing-return = All return to their seats
usual-step-invite-group = MC invites the guests to the stage
usual-step-rows-formed = Rows are formed by the plan
usual-step-group-photo = Photo
usual-step-group-returns = Guests return to their seats
usual-step-introduce-performance = MC introduces the performance
usual-step-performance = Performance
usual-step-performers-leave = Performers leave the stage
usual-step-announce-break = MC announces the break and when it ends
usual-step-call-back = Guests are called back
usual-step-table-seated = Guests are seated, the table of honour last
usual-step-service = Service begins
usual-step-farewell = Guests are seen off
usual-step-announce-item = MC announces the item

## Usual cues

usual-cue-holding-slide = Holding slide
usual-cue-name-slide = Slide with name and post
usual-cue-session-slide = Slide of this session
usual-cue-guest-slides = Speaker’s slides; clicker ready
usual-cue-resume-slide = Slide: when the event resumes
usual-cue-roll-video = Play the video, subtitles on
usual-cue-signing-slide = Slide with parties and title
usual-cue-stage-full = Stage full
usual-cue-dim-stage = Dim stage and house
usual-cue-house-up = House lights up
usual-cue-lectern-open = Lectern microphone open
usual-cue-lectern-closed = Lectern microphone closed
usual-cue-video-sound = Video sound up, lectern closed
usual-cue-panel-mics = Panel microphones open
usual-cue-floor-mics = Roving microphones to the floor
usual-cue-music-in = Music in
usual-cue-music-out = Music out
usual-cue-chime = Chime
usual-cue-set-chairs = Armchairs and low tables on stage
usual-cue-clear-chairs = Clear the chairs
usual-cue-set-table = Signing table, folders and pens on stage
usual-cue-clear-table = Clear the signing table
usual-cue-set-risers = Risers on stage
usual-cue-time-card = Show the five-minute card
usual-cue-mc-introduces = Introduce by post and name
usual-cue-mc-invites = Invite by the order of the plan
usual-cue-mc-announces = Announcement
usual-cue-mc-thanks = Thank the guest
usual-cue-badges = Badges and seating plan at the desk
usual-cue-receive = Receive guests of honour, lead to the VIP room
usual-cue-escort-up = Lead the guest to the stage
usual-cue-escort-down = Lead the guest back to the seat
usual-cue-line-up = Line up by the plan
usual-cue-turn-pages = Turn the pages, hand over the pens
usual-cue-speaker-shots = Speaker close, then the hall
usual-cue-panel-shots = Each panellist, then all
usual-cue-signing-shots = Signing, exchange, handshake
usual-cue-group-shots = Three frames, front row sharp
usual-cue-refreshments = Refreshments out
usual-cue-serve = Serve when the table of honour is seated
usual-cue-check-bags = Bag check at the doors
