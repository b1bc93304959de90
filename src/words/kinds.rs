//! What the closed sets of the model are called.

use super::Words;
use crate::{
    model::{
        Attendance, Audience, Clearance, Clock, Event, FieldId, ItemId, ItemKind, Lang, NameOrder,
        OrganisationKind, PositionStyle, Region, Role, Session, SessionKind,
    },
    plan::Severity,
};

macro_rules! labels {
    ($($(#[$doc:meta])* $method:ident($kind:ty) { $($variant:ident => $key:literal),* $(,)? })*) => {
        impl Words {
            $($(#[$doc])*
            #[must_use]
            pub fn $method(self, value: $kind) -> String {
                self.t(match value { $(<$kind>::$variant => $key),* })
            })*
        }
    };
}

labels! {
    /// What a kind of session is called.
    session_kind(SessionKind) {
        Registration => "kind-registration",
        WelcomeRemarks => "kind-welcome-remarks",
        VideoAddress => "kind-video-address",
        Keynote => "kind-keynote",
        PanelDiscussion => "kind-panel-discussion",
        Signing => "kind-signing",
        GroupPhoto => "kind-group-photo",
        Performance => "kind-performance",
        Break => "kind-break",
        Meal => "kind-meal",
        ClosingRemarks => "kind-closing-remarks",
        Other => "kind-other",
    }
    /// What a role is called.
    role(Role) {
        Officiating => "role-officiating",
        Speaker => "role-speaker",
        Moderator => "role-moderator",
        Panellist => "role-panellist",
        Signatory => "role-signatory",
        Witness => "role-witness",
        Mc => "role-mc",
        Interpreter => "role-interpreter",
    }
    /// What an audience is called.
    audience(Audience) { Guests => "audience-guests", Staff => "audience-staff" }
    /// What a state of attendance is called.
    attendance(Attendance) {
        Invited => "attendance-invited",
        Accepted => "attendance-accepted",
        Declined => "attendance-declined",
        Arrived => "attendance-arrived",
    }
    /// What a region is called.
    region(Region) {
        HongKong => "region-hong-kong",
        Mainland => "region-mainland",
        Macao => "region-macao",
        Overseas => "region-overseas",
    }
    /// What a kind of organisation is called.
    organisation_kind(OrganisationKind) {
        Government => "organisation-government",
        University => "organisation-university",
        Platform => "organisation-platform",
        Other => "organisation-other",
    }
    /// What a state of clearance is called.
    clearance(Clearance) {
        Draft => "clearance-draft",
        Cleared => "clearance-cleared",
        HeldBack => "clearance-held-back",
    }
    /// What an order of names is called.
    name_order(NameOrder) { FamilyFirst => "order-family-first", GivenFirst => "order-given-first" }
    /// What a way of writing times is called.
    clock(Clock) { Hours24 => "clock-24", Hours12 => "clock-12" }
    /// What a way of counting positions is called.
    position_style(PositionStyle) { Words => "positions-words", Ordinals => "positions-ordinals" }
    /// What a kind of item is called.
    item_kind(ItemKind) {
        Session => "item-session",
        Participant => "item-participant",
        Organisation => "item-organisation",
        Delegation => "item-delegation",
        Room => "item-room",
        Team => "item-team",
        Agreement => "item-agreement",
        Photo => "item-photo",
    }
    /// What a severity is called.
    severity(Severity) { Clash => "severity-clash", Missing => "severity-missing", Look => "severity-look" }
}

labels! {
    /// What a role is called, inside a sentence.
    role_inside(Role) {
        Officiating => "as-officiating",
        Speaker => "as-speaker",
        Moderator => "as-moderator",
        Panellist => "as-panellist",
        Signatory => "as-signatory",
        Witness => "as-witness",
        Mc => "as-mc",
        Interpreter => "as-interpreter",
    }
    /// That the items of a kind stand in another order.
    order_of(ItemKind) {
        Session => "order-of-sessions",
        Participant => "order-of-participants",
        Organisation => "order-of-organisations",
        Delegation => "order-of-delegations",
        Room => "order-of-rooms",
        Team => "order-of-teams",
        Agreement => "order-of-agreements",
        Photo => "order-of-photos",
    }
}

impl Words {
    /// What a field is called, inside a sentence.
    #[must_use]
    pub fn field(self, field: FieldId) -> String {
        self.t(&field.message())
    }

    /// The same where it stands by itself: with a capital letter.
    #[must_use]
    pub fn label(self, field: FieldId) -> String {
        let name = self.field(field);
        let mut letters = name.chars();
        let first = letters.next().into_iter().flat_map(char::to_uppercase);
        first.chain(letters).collect()
    }

    /// What a text is called, with its language: "Title (English)".
    #[must_use]
    pub fn in_language(self, label: &str, lang: &Lang) -> String {
        let values = [
            ("label", label.to_owned().into()),
            ("language", lang.endonym().to_owned().into()),
        ];
        self.tf("label-in-language", values)
    }

    /// What a session is called for readers of `lang`: its title, or its kind where it has none.
    #[must_use]
    pub fn session_name(self, session: &Session, lang: &Lang) -> String {
        let title = session.title.shown(lang).trim();
        if title.is_empty() {
            self.session_kind(session.kind)
        } else {
            title.to_owned()
        }
    }

    /// What any item of the event is called in this language; what kind it is, where it has no name.
    #[must_use]
    pub fn item_name(self, event: &Event, id: ItemId) -> String {
        let lang = self.tongue.lang();
        if let ItemId::Session(id) = id
            && let Some(session) = event.sessions.get(id)
        {
            return self.session_name(session, &lang);
        }
        let name = event.item(id).map(|item| item.name());
        match name.as_ref().map(|name| name.shown(&lang).trim()) {
            Some(name) if !name.is_empty() => name.to_owned(),
            _ => self.tf("unnamed", [("kind", self.item_kind(id.kind()).into())]),
        }
    }
}
