//! A day like many: speeches, two panels, a signing, in English and Chinese.

use jiff::civil::{date, time};
use runsheet::model::{
    Agreement, AgreementId, Appearance, Audience, Cue, Delegation, DelegationId, Details, Event,
    EventId, FileName, Lang, Length, Offset, ParticipantId, Party, Photo, PhotoId, PixelSize, Role,
    Roll, Room, RoomId, Session, SessionId, SessionKind, Start, Step, Team, TeamId, Text, Who,
};
use uuid::Uuid;

use super::people::{organisations, people};

/// A text in English and in traditional Chinese; an empty one is left out.
pub fn both(en: &str, zh: &str) -> Text {
    Text::en(en).with(&Lang::ZH_HANT, zh)
}

/// The event, built in one go; identities are counted, so that it is the same each time.
pub fn symposium() -> Event {
    let mut event = Event::empty(EventId::from_uuid(Uuid::from_u128(0x0190_0000)));
    event.details = details();
    let hall = room(1, "Grand Hall", "大禮堂");
    let foyer = room(2, "Foyer", "前廳");
    let teams = [
        team(1, "AV", "影音"),
        team(2, "Lighting", "燈光"),
        team(3, "Stage", "舞台"),
        team(4, "MC", "司儀"),
    ];
    let delegations: Vec<_> = [
        ("Hong Kong SAR Government", "香港特別行政區政府"),
        ("Beijing", "北京"),
        ("Shanghai", "上海"),
        ("Guangdong Province", "廣東省"),
        ("Macao SAR", "澳門特別行政區"),
        ("Universities on the Mainland", "內地大學"),
    ]
    .into_iter()
    .enumerate()
    .map(|(n, (en, zh))| Delegation {
        id: DelegationId::from_uuid(Uuid::from_u128(0x400 + n as u128)),
        name: both(en, zh),
    })
    .collect();
    let bodies = organisations(&delegations);
    let people = people(&bodies);
    let person = |n: usize| people[n].id;
    let body = |n: usize| bodies[n].id;
    let cue = |n: usize, en: &str, zh: &str| Cue {
        team: teams[n].id,
        text: both(en, zh),
    };

    let mut sessions = Vec::new();
    let mut add = |kind: SessionKind, minutes: u32| {
        let mut session = Session::new(kind, date(2025, 6, 3));
        session.id = SessionId::from_uuid(Uuid::from_u128(0x700 + sessions.len() as u128));
        session.length = Length::minutes(minutes).unwrap();
        session.room = Some(hall.id);
        sessions.push(session);
        sessions.len() - 1
    };
    let registration = add(SessionKind::Registration, 30);
    let rehearsal = add(SessionKind::Other, 10);
    let opening = add(SessionKind::Other, 2);
    let welcome = add(SessionKind::WelcomeRemarks, 10);
    let video = add(SessionKind::VideoAddress, 8);
    let keynote = add(SessionKind::Keynote, 20);
    let second_keynote = add(SessionKind::Keynote, 20);
    let group = add(SessionKind::GroupPhoto, 15);
    let panel = add(SessionKind::PanelDiscussion, 45);
    let second_panel = add(SessionKind::PanelDiscussion, 45);
    let signing = add(SessionKind::Signing, 15);
    let closing = add(SessionKind::ClosingRemarks, 10);

    sessions[registration].start = Start::Fixed(time(9, 0, 0, 0));
    sessions[registration].room = Some(foyer.id);
    sessions[registration].officer = "EO 2".into();
    sessions[rehearsal].title = both("Sound check with interpreters", "傳譯員試音");
    sessions[rehearsal].audience = Audience::Staff;
    sessions[rehearsal].start = Start::Fixed(time(9, 10, 0, 0));
    sessions[rehearsal].officer = "AV desk".into();
    sessions[rehearsal].remarks = "Hotline 9123 4567".into();
    sessions[opening].title = both("MC opens", "司儀開場");
    sessions[opening].start = Start::Fixed(time(9, 30, 0, 0));
    sessions[opening].audience = Audience::Staff;
    sessions[opening].officer = "EO 1".into();
    sessions[opening].cues = vec![
        cue(3, "Welcome, house rules", "歡迎辭、場地須知"),
        cue(0, "holding slide", "等候畫面"),
    ];
    sessions[welcome].people = vec![on_stage(
        person(0),
        Role::Speaker,
        "front row, seat 1 → lectern right",
    )];
    sessions[welcome].officer = "SEO".into();
    sessions[welcome].cues = vec![
        cue(0, "slide 3", "第3頁投影片"),
        cue(1, "stage full", "舞台全亮"),
    ];
    sessions[welcome].steps = vec![
        step(
            0,
            "MC introduces the guest",
            "司儀介紹嘉賓",
            vec![cue(3, "card 2", "第2張提示卡")],
        ),
        step(
            30,
            "Guest proceeds to the lectern",
            "嘉賓前往講台",
            vec![cue(1, "follow", "追光")],
        ),
        step(570, "Guest returns to the seat", "嘉賓返回座位", vec![]),
    ];
    sessions[video].people = vec![on_stage(person(1), Role::Speaker, "")];
    sessions[video].cues = vec![
        cue(
            0,
            "clip 1 (7′42″), subtitles on",
            "播放短片一（7分42秒），開啟字幕",
        ),
        cue(1, "stage 20%", "舞台減至兩成"),
    ];
    sessions[video].length = Length::seconds(7 * 60 + 42).unwrap();
    sessions[keynote].title = both(
        "Higher education and the talent of the region",
        "高等教育與區域人才",
    );
    sessions[keynote].summary = both(
        "How universities can train people for the industries around them, and keep them.",
        "大學如何為區內產業培育並留住人才。",
    );
    sessions[keynote].people = vec![on_stage(person(2), Role::Speaker, "")];
    sessions[second_keynote].title = both("Research across borders", "");
    sessions[second_keynote].people = vec![on_stage(person(3), Role::Speaker, "")];
    sessions[group].people = vec![on_stage(person(0), Role::Officiating, "front row, centre")];
    sessions[panel].title = both(
        "One region, many strengths: building the hub together",
        "優勢互補：攜手建設人才高地",
    );
    sessions[panel].people = vec![
        on_stage(person(4), Role::Moderator, ""),
        on_stage(person(5), Role::Panellist, "chair 1"),
        on_stage(person(6), Role::Panellist, "chair 2"),
        on_stage(person(7), Role::Panellist, "chair 3"),
        on_stage(person(8), Role::Panellist, "chair 4"),
    ];
    sessions[panel].cues = vec![cue(2, "five chairs, low table", "五張椅子及矮几")];
    sessions[second_panel].title = both("New ways to teach", "創新教育的人才培養模式");
    sessions[second_panel].people = [5, 6, 7]
        .map(|n| Appearance {
            who: Who::RepresentativeOf(body(n)),
            role: Role::Panellist,
            position: String::new(),
        })
        .to_vec();
    sessions[signing].people = vec![
        on_stage(person(4), Role::Witness, "centre, behind the table"),
        on_stage(person(9), Role::Signatory, "table, left"),
        on_stage(person(10), Role::Signatory, "table, right"),
        on_stage(person(11), Role::Signatory, "table, right"),
    ];
    sessions[signing].steps = vec![
        step(0, "MC introduces the agreement", "司儀介紹協議", vec![]),
        step(
            60,
            "Signatories take their seats",
            "簽署代表就座",
            vec![cue(2, "pens, folders", "備妥筆和文件夾")],
        ),
        step(240, "Exchange and handshake", "交換文本並握手", vec![]),
    ];
    sessions[closing].people = vec![on_stage(person(4), Role::Speaker, "")];

    event.agreements = [(0, 10, 9), (1, 11, 8)]
        .into_iter()
        .map(
            |(n, signatory, organisation): (u128, usize, usize)| Agreement {
                id: AgreementId::from_uuid(Uuid::from_u128(0x800 + n)),
                title: both(
                    "Memorandum of Understanding on co-operation in talent services",
                    "人才服務合作備忘錄",
                ),
                parties: vec![
                    Party {
                        organisation: Some(body(4)),
                        signatory: Some(person(9)),
                    },
                    Party {
                        organisation: Some(body(organisation)),
                        signatory: Some(person(signatory)),
                    },
                ],
                witnesses: vec![person(4)],
                session: Some(sessions[signing].id),
            },
        )
        .collect();
    event.photos = photos(&sessions);
    event.rooms = [hall, foyer].into_iter().collect();
    event.teams = teams.into_iter().collect();
    event.delegations = delegations.into_iter().collect();
    event.organisations = bodies.into_iter().collect();
    event.participants = people.into_iter().collect();
    event.sessions = sessions.into_iter().collect();
    event
}

fn details() -> Details {
    Details {
        title: both("Regional Talent Symposium", "區域人才研討會"),
        theme: both("Regions together, talent first", "區域協同　人才為先"),
        host: both("The Hong Kong SAR Government", "香港特別行政區政府"),
        co_hosts: vec![both("Hong Kong Talent Engage", "香港人才服務辦公室")],
        occasion: both("Talent Week 2025", "人才周2025"),
        next: both(
            "The second Global Talent Summit · Hong Kong follows early next year.",
            "第二屆全球人才高峰會·香港將於明年初舉行。",
        ),
        venue: both("Convention Centre, Wan Chai", "灣仔會議中心"),
        days: [date(2025, 6, 3)].into_iter().collect(),
        usual_credit: both("Information Services", "新聞處"),
        ..Details::default()
    }
}

fn room(n: u128, en: &str, zh: &str) -> Room {
    Room {
        id: RoomId::from_uuid(Uuid::from_u128(0x100 + n)),
        ..Room::new(both(en, zh))
    }
}

fn team(n: u128, en: &str, zh: &str) -> Team {
    Team {
        id: TeamId::from_uuid(Uuid::from_u128(0x200 + n)),
        name: both(en, zh),
    }
}

fn photos(sessions: &[Session]) -> Roll<Photo> {
    [
        (3, "Chief Secretary (left) speaks at the opening.", "圖示政務司司長（左）在開幕禮致辭。"),
        (5, "A keynote speaker at the lectern.", ""),
        (8, "The first panel: from left, four directors of talent bureaus talk about what each region does best and what they can do together.", "圖示首場專題討論的嘉賓。"),
        (10, "", "圖示簽署儀式。"),
        (11, "", ""),
    ]
    .into_iter()
    .enumerate()
    .map(|(n, (session, en, zh))| {
        let name = format!("IMG {n} 合照.jpg");
        let mut photo = Photo::new(
            FileName::try_from(name).unwrap(),
            format!("{n:064}"),
            PixelSize { width: 6000, height: 4000 },
        );
        photo.id = PhotoId::from_uuid(Uuid::from_u128(0x900 + n as u128));
        photo.session = Some(sessions[session].id);
        photo.caption = both(en, zh);
        photo
    })
    .collect()
}

fn on_stage(person: ParticipantId, role: Role, position: &str) -> Appearance {
    Appearance {
        who: Who::Person(person),
        role,
        position: position.into(),
    }
}

fn step(seconds: i32, en: &str, zh: &str, cues: Vec<Cue>) -> Step {
    Step {
        offset: Offset::seconds(seconds),
        text: both(en, zh),
        cues,
    }
}
