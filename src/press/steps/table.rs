//! The table of what the sessions of each kind usually go like.

use When::{After, BeforeEnd};

use crate::model::SessionKind;

/// A team that most events have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum UsualTeam {
    Av,
    Lighting,
    Sound,
    Stage,
    Mc,
    Protocol,
    Photography,
    Catering,
    Security,
}

/// When a step usually happens, in seconds.
#[derive(Clone, Copy)]
pub(super) enum When {
    /// After the start of its session; before it, where negative.
    After(i32),
    /// Before the end of its session.
    BeforeEnd(i32),
}

/// What teams do: which, and the key of the words for it.
pub(super) type UsualCues = &'static [(UsualTeam, &'static str)];

/// When, the key of what happens, and what the teams do then.
type UsualStep = (When, &'static str, UsualCues);

/// What the sessions of a kind usually go like.
pub(super) struct Usual {
    /// What happens, in order.
    pub steps: &'static [UsualStep],
    /// What the teams do for the whole of it.
    pub cues: UsualCues,
}

/// What the sessions of this kind usually go like.
pub(super) const fn usual(kind: SessionKind) -> Usual {
    match kind {
        SessionKind::Registration => Usual {
            cues: &[
                (UsualTeam::Av, "usual-cue-holding-slide"),
                (UsualTeam::Catering, "usual-cue-refreshments"),
            ],
            steps: &[
                (
                    After(-600),
                    "usual-step-desk-ready",
                    &[
                        (UsualTeam::Protocol, "usual-cue-badges"),
                        (UsualTeam::Security, "usual-cue-check-bags"),
                    ],
                ),
                (
                    After(0),
                    "usual-step-doors-open",
                    &[
                        (UsualTeam::Protocol, "usual-cue-receive"),
                        (UsualTeam::Sound, "usual-cue-music-in"),
                    ],
                ),
                (
                    BeforeEnd(300),
                    "usual-step-be-seated",
                    &[
                        (UsualTeam::Mc, "usual-cue-mc-announces"),
                        (UsualTeam::Sound, "usual-cue-chime"),
                    ],
                ),
            ],
        },
        SessionKind::WelcomeRemarks | SessionKind::ClosingRemarks => Usual {
            cues: &[(UsualTeam::Lighting, "usual-cue-stage-full")],
            steps: &[
                (
                    After(0),
                    "usual-step-introduce-guest",
                    &[
                        (UsualTeam::Mc, "usual-cue-mc-introduces"),
                        (UsualTeam::Av, "usual-cue-name-slide"),
                    ],
                ),
                (
                    After(30),
                    "usual-step-to-podium",
                    &[
                        (UsualTeam::Protocol, "usual-cue-escort-up"),
                        (UsualTeam::Sound, "usual-cue-lectern-open"),
                    ],
                ),
                (
                    After(60),
                    "usual-step-remarks",
                    &[(UsualTeam::Photography, "usual-cue-speaker-shots")],
                ),
                (
                    BeforeEnd(30),
                    "usual-step-to-seat",
                    &[
                        (UsualTeam::Protocol, "usual-cue-escort-down"),
                        (UsualTeam::Sound, "usual-cue-lectern-closed"),
                    ],
                ),
            ],
        },
        SessionKind::VideoAddress => Usual {
            cues: &[],
            steps: &[
                (
                    After(0),
                    "usual-step-introduce-video",
                    &[
                        (UsualTeam::Mc, "usual-cue-mc-introduces"),
                        (UsualTeam::Av, "usual-cue-name-slide"),
                    ],
                ),
                (
                    After(30),
                    "usual-step-video",
                    &[
                        (UsualTeam::Av, "usual-cue-roll-video"),
                        (UsualTeam::Lighting, "usual-cue-dim-stage"),
                        (UsualTeam::Sound, "usual-cue-video-sound"),
                    ],
                ),
                (
                    BeforeEnd(15),
                    "usual-step-video-ends",
                    &[
                        (UsualTeam::Av, "usual-cue-holding-slide"),
                        (UsualTeam::Lighting, "usual-cue-stage-full"),
                    ],
                ),
            ],
        },
        SessionKind::Keynote => Usual {
            cues: &[(UsualTeam::Lighting, "usual-cue-stage-full")],
            steps: &[
                (
                    After(0),
                    "usual-step-introduce-speaker",
                    &[
                        (UsualTeam::Mc, "usual-cue-mc-introduces"),
                        (UsualTeam::Av, "usual-cue-name-slide"),
                    ],
                ),
                (
                    After(30),
                    "usual-step-speaker-to-podium",
                    &[
                        (UsualTeam::Protocol, "usual-cue-escort-up"),
                        (UsualTeam::Sound, "usual-cue-lectern-open"),
                    ],
                ),
                (
                    After(60),
                    "usual-step-speech",
                    &[
                        (UsualTeam::Av, "usual-cue-guest-slides"),
                        (UsualTeam::Photography, "usual-cue-speaker-shots"),
                    ],
                ),
                (
                    BeforeEnd(300),
                    "usual-step-five-minutes",
                    &[(UsualTeam::Stage, "usual-cue-time-card")],
                ),
                (
                    BeforeEnd(30),
                    "usual-step-speaker-to-seat",
                    &[
                        (UsualTeam::Mc, "usual-cue-mc-thanks"),
                        (UsualTeam::Sound, "usual-cue-lectern-closed"),
                    ],
                ),
            ],
        },
        SessionKind::PanelDiscussion => Usual {
            cues: &[
                (UsualTeam::Lighting, "usual-cue-stage-full"),
                (UsualTeam::Av, "usual-cue-session-slide"),
            ],
            steps: &[
                (
                    After(0),
                    "usual-step-introduce-panel",
                    &[
                        (UsualTeam::Mc, "usual-cue-mc-introduces"),
                        (UsualTeam::Stage, "usual-cue-set-chairs"),
                    ],
                ),
                (
                    After(60),
                    "usual-step-panel-seated",
                    &[
                        (UsualTeam::Protocol, "usual-cue-escort-up"),
                        (UsualTeam::Sound, "usual-cue-panel-mics"),
                    ],
                ),
                (
                    After(180),
                    "usual-step-panel-opens",
                    &[(UsualTeam::Photography, "usual-cue-panel-shots")],
                ),
                (
                    BeforeEnd(600),
                    "usual-step-questions",
                    &[(UsualTeam::Sound, "usual-cue-floor-mics")],
                ),
                (BeforeEnd(120), "usual-step-sum-up", &[]),
                (
                    BeforeEnd(60),
                    "usual-step-panel-to-seats",
                    &[
                        (UsualTeam::Mc, "usual-cue-mc-thanks"),
                        (UsualTeam::Stage, "usual-cue-clear-chairs"),
                    ],
                ),
            ],
        },
        SessionKind::Signing => Usual {
            cues: &[
                (UsualTeam::Lighting, "usual-cue-stage-full"),
                (UsualTeam::Av, "usual-cue-signing-slide"),
            ],
            steps: &[
                (
                    After(0),
                    "usual-step-introduce-signing",
                    &[
                        (UsualTeam::Mc, "usual-cue-mc-introduces"),
                        (UsualTeam::Stage, "usual-cue-set-table"),
                    ],
                ),
                (
                    After(60),
                    "usual-step-signatories-seated",
                    &[(UsualTeam::Protocol, "usual-cue-escort-up")],
                ),
                (
                    After(120),
                    "usual-step-witnesses-stand",
                    &[(UsualTeam::Protocol, "usual-cue-line-up")],
                ),
                (
                    After(180),
                    "usual-step-sign",
                    &[(UsualTeam::Protocol, "usual-cue-turn-pages")],
                ),
                (After(360), "usual-step-exchange", &[]),
                (After(420), "usual-step-shake-hands", &[]),
                (
                    After(480),
                    "usual-step-signing-photo",
                    &[(UsualTeam::Photography, "usual-cue-signing-shots")],
                ),
                (
                    After(600),
                    "usual-step-signing-return",
                    &[
                        (UsualTeam::Protocol, "usual-cue-escort-down"),
                        (UsualTeam::Stage, "usual-cue-clear-table"),
                    ],
                ),
            ],
        },
        SessionKind::GroupPhoto => Usual {
            cues: &[
                (UsualTeam::Lighting, "usual-cue-stage-full"),
                (UsualTeam::Av, "usual-cue-holding-slide"),
            ],
            steps: &[
                (
                    After(0),
                    "usual-step-invite-group",
                    &[
                        (UsualTeam::Mc, "usual-cue-mc-invites"),
                        (UsualTeam::Stage, "usual-cue-set-risers"),
                    ],
                ),
                (
                    After(120),
                    "usual-step-rows-formed",
                    &[(UsualTeam::Protocol, "usual-cue-line-up")],
                ),
                (
                    After(300),
                    "usual-step-group-photo",
                    &[(UsualTeam::Photography, "usual-cue-group-shots")],
                ),
                (
                    BeforeEnd(120),
                    "usual-step-group-returns",
                    &[(UsualTeam::Mc, "usual-cue-mc-announces")],
                ),
            ],
        },
        SessionKind::Performance => Usual {
            cues: &[],
            steps: &[
                (
                    After(0),
                    "usual-step-introduce-performance",
                    &[(UsualTeam::Mc, "usual-cue-mc-introduces")],
                ),
                (
                    After(30),
                    "usual-step-performance",
                    &[
                        (UsualTeam::Sound, "usual-cue-music-in"),
                        (UsualTeam::Lighting, "usual-cue-dim-stage"),
                    ],
                ),
                (
                    BeforeEnd(30),
                    "usual-step-performers-leave",
                    &[
                        (UsualTeam::Sound, "usual-cue-music-out"),
                        (UsualTeam::Lighting, "usual-cue-stage-full"),
                    ],
                ),
            ],
        },
        SessionKind::Break => Usual {
            cues: &[
                (UsualTeam::Av, "usual-cue-resume-slide"),
                (UsualTeam::Lighting, "usual-cue-house-up"),
            ],
            steps: &[
                (
                    After(0),
                    "usual-step-announce-break",
                    &[
                        (UsualTeam::Mc, "usual-cue-mc-announces"),
                        (UsualTeam::Catering, "usual-cue-refreshments"),
                    ],
                ),
                (
                    BeforeEnd(180),
                    "usual-step-call-back",
                    &[
                        (UsualTeam::Mc, "usual-cue-mc-announces"),
                        (UsualTeam::Sound, "usual-cue-chime"),
                    ],
                ),
            ],
        },
        SessionKind::Meal => Usual {
            cues: &[(UsualTeam::Sound, "usual-cue-music-in")],
            steps: &[
                (
                    After(0),
                    "usual-step-table-seated",
                    &[(UsualTeam::Protocol, "usual-cue-receive")],
                ),
                (
                    After(300),
                    "usual-step-service",
                    &[(UsualTeam::Catering, "usual-cue-serve")],
                ),
                (
                    BeforeEnd(0),
                    "usual-step-farewell",
                    &[(UsualTeam::Protocol, "usual-cue-escort-down")],
                ),
            ],
        },
        SessionKind::Other => Usual {
            cues: &[],
            steps: &[(
                After(0),
                "usual-step-announce-item",
                &[(UsualTeam::Mc, "usual-cue-mc-announces")],
            )],
        },
    }
}
