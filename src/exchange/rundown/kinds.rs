//! What kind of session a title speaks of.

use crate::model::SessionKind;

/// Words of titles, each with the kind that they speak of; the first that is found counts.
const WORDS: [(&str, SessionKind); 45] = [
    ("registration", SessionKind::Registration),
    ("doors open", SessionKind::Registration),
    ("check in", SessionKind::Registration),
    ("登記", SessionKind::Registration),
    ("签到", SessionKind::Registration),
    ("簽到", SessionKind::Registration),
    ("登记", SessionKind::Registration),
    ("group photo", SessionKind::GroupPhoto),
    ("photo taking", SessionKind::GroupPhoto),
    ("合照", SessionKind::GroupPhoto),
    ("合影", SessionKind::GroupPhoto),
    ("signing", SessionKind::Signing),
    ("簽署", SessionKind::Signing),
    ("签署", SessionKind::Signing),
    ("签约", SessionKind::Signing),
    ("簽約", SessionKind::Signing),
    ("video", SessionKind::VideoAddress),
    ("視像", SessionKind::VideoAddress),
    ("视频致辞", SessionKind::VideoAddress),
    ("keynote", SessionKind::Keynote),
    ("主題演講", SessionKind::Keynote),
    ("主旨演講", SessionKind::Keynote),
    ("主题演讲", SessionKind::Keynote),
    ("主旨演讲", SessionKind::Keynote),
    ("panel", SessionKind::PanelDiscussion),
    ("座談", SessionKind::PanelDiscussion),
    ("座谈", SessionKind::PanelDiscussion),
    ("專題討論", SessionKind::PanelDiscussion),
    ("专题讨论", SessionKind::PanelDiscussion),
    ("圓桌", SessionKind::PanelDiscussion),
    ("圆桌", SessionKind::PanelDiscussion),
    ("closing", SessionKind::ClosingRemarks),
    ("閉幕", SessionKind::ClosingRemarks),
    ("闭幕", SessionKind::ClosingRemarks),
    ("welcome", SessionKind::WelcomeRemarks),
    ("opening remarks", SessionKind::WelcomeRemarks),
    ("歡迎", SessionKind::WelcomeRemarks),
    ("欢迎", SessionKind::WelcomeRemarks),
    ("performance", SessionKind::Performance),
    ("表演", SessionKind::Performance),
    ("lunch", SessionKind::Meal),
    ("dinner", SessionKind::Meal),
    ("午餐", SessionKind::Meal),
    ("break", SessionKind::Break),
    ("茶歇", SessionKind::Break),
];

/// The kind of session that a title, or the name of a kind, speaks of. None if it speaks of none.
pub(super) fn guessed(title: &str) -> Option<SessionKind> {
    let title = title.to_lowercase().replace('-', " ");
    let more = [
        ("晚宴", SessionKind::Meal),
        ("小休", SessionKind::Break),
        ("休息", SessionKind::Break),
    ];
    (WORDS.into_iter().chain(more))
        .find(|(word, _)| title.contains(word))
        .map(|(_, kind)| kind)
}
