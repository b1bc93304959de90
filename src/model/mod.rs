//! The event as a value: what people typed, nothing computed, and the edits that change it.
//!
//! Nothing here knows a window, a file, a clock or a thread.

mod agreement;
mod closing;
mod deed;
mod edit;
mod event;
mod extra;
mod history;
mod id;
mod kinds;
mod lang;
mod languages;
mod name;
mod organisation;
mod participant;
mod photo;
mod plain;
mod references;
mod roll;
mod schema;
mod script;
mod session;
mod text;
mod time;
mod value;
mod version;

pub use agreement::{Agreement, Party};
pub use closing::Closing;
pub use deed::{BatchName, Deed, Verb};
pub use edit::{Edit, EditError, Item, Placement};
pub use event::{Clock, Details, Event, HouseStyle, PositionStyle, ProblemKey, Room, Team};
pub use extra::Extra;
pub use history::{Act, History};
pub use id::{
    AgreementId, DelegationId, EventId, OrganisationId, ParticipantId, PhotoId, RoomId, SessionId,
    TeamId,
};
pub use kinds::{ItemId, ItemKind, item_kinds};
pub use lang::{Lang, LangError};
pub use languages::Languages;
pub use name::{Name, NameOrder};
pub use organisation::{Delegation, Organisation, OrganisationKind, Region};
pub use participant::{Attendance, Contact, Participant, Window};
pub use photo::{Clearance, FileName, FileNameError, NameKey, Photo, PixelSize};
pub use plain::{file_stem, is_device, is_sign, mark_of, shown, shown_on_a_line, unshown};
pub use references::{ListElement, References};
pub use roll::{Listed, Roll};
pub use schema::{FieldId, SeenBy, records};
pub use script::{has_han, is_cjk, is_han};
pub use session::{Appearance, Audience, Cue, Role, Session, SessionKind, Start, Step, Who};
pub use text::{Localised, Text};
pub use time::{Length, LengthError, Offset, TimeError, parse_clock};
pub use value::{AsValue, Scalar, Value};
pub use version::{Issue, Standing, fingerprint, is_fingerprint_of};
