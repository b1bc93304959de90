//! What headings are called in English and Chinese, by many hands.

use super::{Field, Of, Target, field::TEAM_MARK, table::Subject};
use crate::{
    model::{Event, Lang},
    words::{Tongue, Words},
};

/// What a heading says.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Heading {
    /// Of which field it is.
    pub field: Field,
    /// Of which language or team.
    pub of: HeadingLang,
    /// Whether it can be something else as well, so that what stands below decides.
    pub is_vague: bool,
    /// The heading itself.
    pub text: String,
}

/// Of which language or team a heading is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum HeadingLang {
    /// It does not say.
    Unsaid,
    /// Of this language.
    Lang(Lang),
    /// Chinese, in whichever script the event has.
    Chinese,
    /// Of the team with this name.
    Team(String),
    /// Of the team with this name, in this language.
    TeamIn(String, Lang),
}

/// What people call the columns of a list of people: without spaces and marks, in small letters.
const PEOPLE: [(Field, &[&str]); 19] = [
    (Field::Id, &["runsheetid"]),
    (
        Field::Honorific,
        &[
            "honorific",
            "salutation",
            "prefix",
            "mrms",
            "title",
            "稱謂",
            "称谓",
            "稱呼",
            "称呼",
            "尊稱",
            "尊称",
        ],
    ),
    (
        Field::Name,
        &[
            "name",
            "fullname",
            "guest",
            "guestname",
            "participant",
            "participantname",
            "attendee",
            "attendeename",
            "delegate",
            "delegatename",
            "nameofguest",
            "nameofparticipant",
            "speaker",
            "speakername",
            "姓名",
            "嘉賓",
            "嘉宾",
            "嘉賓姓名",
            "嘉宾姓名",
            "出席者",
            "出席者姓名",
            "與會者",
            "与会者",
            "代表姓名",
            "講者",
            "讲者",
            "全名",
            "人員",
            "人员",
        ],
    ),
    (
        Field::Family,
        &["surname", "familyname", "lastname", "family", "姓", "姓氏"],
    ),
    (
        Field::Given,
        &[
            "givenname",
            "givennames",
            "firstname",
            "forename",
            "forenames",
            "othernames",
            "given",
            "名",
            "名字",
        ],
    ),
    (Field::Order, &["nameorder", "姓名次序"]),
    (
        Field::Honours,
        &[
            "honours",
            "honors",
            "honour",
            "decorations",
            "postnominals",
            "勳銜",
            "勋衔",
            "榮銜",
            "荣衔",
        ],
    ),
    (
        Field::Post,
        &[
            "post",
            "posttitle",
            "position",
            "jobtitle",
            "designation",
            "role",
            "job",
            "capacity",
            "職銜",
            "職位",
            "職務",
            "職稱",
            "职衔",
            "职务",
            "职位",
            "职称",
            "頭銜",
            "头衔",
        ],
    ),
    (Field::Acting, &["acting", "署理", "署任", "代理"]),
    (
        Field::Organisation,
        &[
            "organisation",
            "organization",
            "organisationname",
            "organizationname",
            "company",
            "institution",
            "affiliation",
            "agency",
            "department",
            "bureau",
            "university",
            "employer",
            "unit",
            "org",
            "機構",
            "機構名稱",
            "單位",
            "机构",
            "机构名称",
            "单位",
            "公司",
            "部門",
            "部门",
            "所屬機構",
            "所属机构",
            "工作單位",
            "工作单位",
            "院校",
            "大學",
            "大学",
            "組織",
        ],
    ),
    (
        Field::Delegation,
        &["delegation", "group", "代表團", "代表团", "團組", "团组"],
    ),
    (
        Field::Precedence,
        &[
            "precedence",
            "rank",
            "protocolorder",
            "排名",
            "禮賓次序",
            "礼宾次序",
            "位次",
        ],
    ),
    (
        Field::Attendance,
        &[
            "attendance",
            "status",
            "rsvp",
            "attending",
            "reply",
            "response",
            "attend",
            "出席",
            "出席情況",
            "出席情况",
            "回覆",
            "回复",
            "狀態",
            "状态",
            "是否出席",
            "出席狀況",
            "参加",
            "是否参加",
        ],
    ),
    (
        Field::Arrives,
        &[
            "arrives",
            "arrival",
            "arrivaltime",
            "arriving",
            "arrive",
            "eta",
            "到達",
            "到达",
            "到場",
            "到场",
            "抵達",
            "抵达",
            "到場時間",
            "到场时间",
            "抵達時間",
            "抵达时间",
            "到達時間",
            "到达时间",
        ],
    ),
    (
        Field::Leaves,
        &[
            "leaves",
            "departure",
            "departuretime",
            "leaving",
            "leave",
            "leavesby",
            "departs",
            "離開",
            "离开",
            "離場",
            "离场",
            "離場時間",
            "离场时间",
            "離開時間",
            "离开时间",
        ],
    ),
    (
        Field::Email,
        &[
            "email",
            "emailaddress",
            "mail",
            "電郵",
            "電郵地址",
            "電子郵件",
            "電子郵箱",
            "电邮",
            "电子邮件",
            "电子邮箱",
            "邮箱",
            "郵箱",
            "邮件",
            "邮箱地址",
        ],
    ),
    (
        Field::Phone,
        &[
            "phone",
            "tel",
            "telephone",
            "mobile",
            "phonenumber",
            "phoneno",
            "telno",
            "telephoneno",
            "mobileno",
            "mobilephone",
            "mobilenumber",
            "contactno",
            "contactnumber",
            "contact",
            "cell",
            "電話",
            "电话",
            "手機",
            "手机",
            "電話號碼",
            "电话号码",
            "聯絡電話",
            "联系电话",
            "流動電話",
            "手機號碼",
            "手机号码",
            "手机号",
        ],
    ),
    (
        Field::Through,
        &[
            "contactthrough",
            "contactperson",
            "secretary",
            "pa",
            "aide",
            "assistant",
            "聯絡人",
            "联系人",
            "联络人",
            "秘書",
            "秘书",
        ],
    ),
    (
        Field::Biography,
        &[
            "biography",
            "bio",
            "profile",
            "簡介",
            "简介",
            "簡歷",
            "简历",
            "履歷",
            "履历",
        ],
    ),
];

/// What people call the columns of a run-of-show.
const RUNDOWN: [(Field, &[&str]); 17] = [
    (Field::Id, &["runsheetid"]),
    (Field::Day, &["day", "date", "日期", "日子"]),
    (
        Field::Start,
        &[
            "start",
            "starttime",
            "starts",
            "from",
            "begin",
            "begins",
            "time",
            "timing",
            "時間",
            "时间",
            "開始",
            "开始",
            "開始時間",
            "开始时间",
            "起始",
            "起始时间",
            "由",
        ],
    ),
    (
        Field::End,
        &[
            "end",
            "endtime",
            "ends",
            "to",
            "finish",
            "until",
            "結束",
            "结束",
            "結束時間",
            "结束时间",
            "完結",
            "完結時間",
            "至",
        ],
    ),
    (
        Field::Length,
        &[
            "duration",
            "length",
            "mins",
            "minutes",
            "min",
            "dur",
            "durationmin",
            "durationmins",
            "durationminutes",
            "時長",
            "时长",
            "長度",
            "长度",
            "分鐘",
            "分钟",
            "需時",
            "所需時間",
            "時間長度",
            "持续时间",
            "時間分鐘",
        ],
    ),
    (Field::Fixed, &["fixed", "固定時間", "固定时间"]),
    (Field::Slack, &["slack", "可縮時間", "可缩时间"]),
    (
        Field::Kind,
        &[
            "kind",
            "type",
            "category",
            "sessiontype",
            "itemtype",
            "類別",
            "类别",
            "類型",
            "类型",
        ],
    ),
    (
        Field::Title,
        &[
            "title",
            "item",
            "session",
            "activity",
            "programme",
            "program",
            "itemtitle",
            "sessiontitle",
            "sessionname",
            "event",
            "agenda",
            "rundown",
            "name",
            "topic",
            "環節",
            "环节",
            "項目",
            "项目",
            "標題",
            "标题",
            "活動",
            "活动",
            "議程",
            "议程",
            "程序",
            "流程",
            "內容",
            "内容",
            "節目",
            "节目",
            "主題",
            "主题",
        ],
    ),
    (
        Field::Summary,
        &[
            "summary",
            "abstract",
            "description",
            "摘要",
            "內容簡介",
            "内容简介",
            "簡介",
            "简介",
            "描述",
        ],
    ),
    (
        Field::Room,
        &[
            "room", "venue", "location", "place", "hall", "場地", "场地", "地點", "地点", "房間",
            "房间", "會場", "会场", "場所",
        ],
    ),
    (Field::Audience, &["for", "audience", "對象", "对象"]),
    (
        Field::People,
        &[
            "people",
            "person",
            "persons",
            "speaker",
            "speakers",
            "guests",
            "participants",
            "presenter",
            "presenters",
            "who",
            "人員",
            "人员",
            "嘉賓",
            "嘉宾",
            "講者",
            "讲者",
            "演講嘉賓",
            "演讲嘉宾",
            "主禮嘉賓",
            "主讲人",
            "出席者",
            "參與者",
        ],
    ),
    (
        Field::Steps,
        &["steps", "步驟", "步骤", "細流", "详细流程", "詳細流程"],
    ),
    (Field::Cues, &["cues", "cue", "提示"]),
    (
        Field::Officer,
        &[
            "officer",
            "responsibleofficer",
            "incharge",
            "officerincharge",
            "pic",
            "oic",
            "responsible",
            "owner",
            "負責人",
            "负责人",
            "負責人員",
            "负责人员",
            "負責單位",
            "负责单位",
            "責任人",
            "责任人",
        ],
    ),
    (
        Field::Remarks,
        &[
            "remarks", "remark", "notes", "note", "comments", "備註", "备注", "附註", "备考",
        ],
    ),
];

/// Words in a heading that say its language, the longest first.
const LANGUAGES: [(&str, Marks); 24] = [
    ("traditional chinese", Marks::Hant),
    ("simplified chinese", Marks::Hans),
    ("繁體中文", Marks::Hant),
    ("繁体中文", Marks::Hant),
    ("簡體中文", Marks::Hans),
    ("简体中文", Marks::Hans),
    ("正體中文", Marks::Hant),
    ("zh-hant", Marks::Hant),
    ("zh-hans", Marks::Hans),
    ("english", Marks::En),
    ("chinese", Marks::Chinese),
    ("英文", Marks::En),
    ("中文", Marks::Chinese),
    ("繁體", Marks::Hant),
    ("繁体", Marks::Hant),
    ("簡體", Marks::Hans),
    ("简体", Marks::Hans),
    ("(eng)", Marks::En),
    ("(chi)", Marks::Chinese),
    ("(en)", Marks::En),
    ("(zh)", Marks::Chinese),
    ("(英)", Marks::En),
    ("(中)", Marks::Chinese),
    ("(繁)", Marks::Hant),
];

#[derive(Clone, Copy)]
enum Marks {
    En,
    Chinese,
    Hant,
    Hans,
}

impl Marks {
    const fn of(self) -> HeadingLang {
        match self {
            Self::En => HeadingLang::Lang(Lang::EN),
            Self::Chinese => HeadingLang::Chinese,
            Self::Hant => HeadingLang::Lang(Lang::ZH_HANT),
            Self::Hans => HeadingLang::Lang(Lang::ZH_HANS),
        }
    }
}

/// What a heading of a table about `subject` says. None if it says nothing that is known.
pub(super) fn understood(text: &str, event: &Event, subject: Subject) -> Option<Heading> {
    if text.is_empty() || text.len() > 200 {
        return None;
    }
    let heading = |field, of, is_vague| Heading {
        field,
        of,
        is_vague,
        text: text.to_owned(),
    };
    if let Some(target) = own(text, event, subject) {
        let of = match target.of {
            Of::One => HeadingLang::Unsaid,
            Of::Lang(lang) => HeadingLang::Lang(lang),
            Of::Team(team) => HeadingLang::Team(team),
            Of::TeamIn(team, lang) => HeadingLang::TeamIn(team, lang),
        };
        return Some(heading(target.field, of, false));
    }
    let folded = half_width(&text.to_lowercase());
    if subject == Subject::Rundown
        && let Some(team) = team(text, event)
    {
        return Some(heading(Field::Cues, HeadingLang::Team(team), false));
    }
    let (bare, of) = without_language(&folded);
    let field = field(&bare, subject).or_else(|| {
        // "Name / 姓名", "Name 姓名": either will do.
        let parts = bare.split(['/', '|', '\n']).chain(bare.split(' '));
        let parts: Vec<&str> = parts.filter(|part| !part.trim().is_empty()).collect();
        let is_double = bare.contains(['/', '|', '\n']) || super::script::has_han(&bare);
        parts
            .into_iter()
            .filter(|_| is_double)
            .find_map(|part| field(part, subject))
    })?;
    let key = key(&bare);
    let is_vague = field == Field::Honorific && key == "title";
    Some(heading(field, of, is_vague))
}

/// Whether a text is an honorific and nothing else.
pub(super) fn is_honorific(text: &str) -> bool {
    const HONORIFICS: [&str; 26] = [
        "mr",
        "mrs",
        "ms",
        "miss",
        "dr",
        "prof",
        "professor",
        "sir",
        "dame",
        "ir",
        "madam",
        "hon",
        "thehon",
        "he",
        "revd",
        "rev",
        "sr",
        "先生",
        "女士",
        "小姐",
        "博士",
        "教授",
        "院士",
        "太太",
        "工程師",
        "閣下",
    ];
    HONORIFICS.contains(&key(&text.to_lowercase()).as_str())
}

/// A heading of our own: as an export writes it in any language, or as a mapping is typed.
fn own(text: &str, event: &Event, subject: Subject) -> Option<Target> {
    if let Ok(target) = text.parse::<Target>()
        && target.of != Of::One
    {
        return Some(target);
    }
    let known: &[(Field, &[&str])] = match subject {
        Subject::Participants => &PEOPLE,
        Subject::Rundown => &RUNDOWN,
    };
    let languages = event.details.languages.iter();
    let languages: Vec<&Lang> = languages
        .chain(&[Lang::EN, Lang::ZH_HANT, Lang::ZH_HANS])
        .collect();
    for words in Tongue::ALL.map(Words::new) {
        for (field, _) in known {
            let name = field.name(words);
            // Whether it can be any of them is cheap to find out.
            let Some(rest) = text.strip_prefix(&name) else {
                continue;
            };
            if rest.is_empty() {
                // "Title" heads other things in other people's lists.
                let is_shared = subject == Subject::Participants && *field == Field::Honorific;
                if !is_shared {
                    return Some(field.one());
                }
            } else if field.has_languages() {
                let in_lang = languages.iter().map(|lang| field.in_lang(lang));
                if let Some(target) = in_lang
                    .into_iter()
                    .find(|target| target.name(words) == text)
                {
                    return Some(target);
                }
            } else if *field == Field::Cues {
                let inside = rest
                    .trim()
                    .trim_start_matches(['(', '（'])
                    .trim_end_matches([')', '）']);
                if let Some((team, lang)) = inside.rsplit_once(TEAM_MARK) {
                    let lang = languages.iter().find(|it| it.endonym() == lang);
                    return lang.map(|lang| field.of_team_in(team, lang));
                }
                if field.of_team(inside).name(words) == text {
                    return Some(field.of_team(inside));
                }
            }
        }
    }
    None
}

/// The team whose cues a heading names: `AV cues`, `Cues: AV`, `提示：影音`, or a team of the event by its name.
fn team(text: &str, event: &Event) -> Option<String> {
    let folded = key(&text.to_lowercase());
    let named = |wanted: &str| {
        let names = event.teams.iter().flat_map(|team| team.name.iter());
        let mut names = names.map(|(_, name)| name);
        names
            .find(|name| key(&name.to_lowercase()) == wanted)
            .cloned()
    };
    if let Some(name) = named(&folded) {
        return Some(name);
    }
    for mark in ["cues", "cue", "提示"] {
        let behind = folded.strip_prefix(mark);
        let inside = behind.or_else(|| folded.strip_suffix(mark));
        if let Some(inside) = inside.filter(|inside| !inside.is_empty()) {
            let at = text.to_lowercase().find(mark).unwrap_or_default();
            let around = format!("{} {}", &text.get(..at)?, text.get(at + mark.len()..)?);
            let bare = around
                .trim_matches(|c: char| !c.is_alphanumeric())
                .to_owned();
            return named(inside).or(Some(bare).filter(|bare| !bare.is_empty()));
        }
    }
    None
}

fn field(bare: &str, subject: Subject) -> Option<Field> {
    let key = key(bare);
    let known: &[(Field, &[&str])] = match subject {
        Subject::Participants => &PEOPLE,
        Subject::Rundown => &RUNDOWN,
    };
    let found = known
        .iter()
        .find(|(_, names)| names.contains(&key.as_str()));
    found.map(|(field, _)| *field)
}

/// A heading without the words that say its language, and what they say.
fn without_language(folded: &str) -> (String, HeadingLang) {
    for (mark, language) in LANGUAGES {
        if let Some(at) = folded.find(mark) {
            let bare = format!("{} {}", &folded[..at], &folded[at + mark.len()..]);
            let bare = bare
                .replace("()", "")
                .trim()
                .trim_end_matches(" in")
                .to_owned();
            return (bare, language.of());
        }
    }
    (folded.to_owned(), HeadingLang::Unsaid)
}

/// Letters, digits and Chinese characters alone.
fn key(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Marks and letters of the width of Chinese characters as their narrow likes.
fn half_width(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\u{3000}' => ' ',
            '！'..='～' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
            c => c,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::EventId;

    #[track_caller]
    fn check(subject: Subject, heading: &str, field: Field, of: &HeadingLang) {
        let event = Event::empty(EventId::new());
        let found = understood(heading, &event, subject).map(|found| (found.field, found.of));
        assert_eq!(found, Some((field, of.clone())), "{heading}");
    }

    #[test]
    fn headings_of_people_are_understood_in_two_languages() {
        let (en, zh) = (HeadingLang::Lang(Lang::EN), HeadingLang::Chinese);
        for (heading, field, of) in [
            ("Name", Field::Name, HeadingLang::Unsaid),
            ("Name (English)", Field::Name, en.clone()),
            ("English Name", Field::Name, en.clone()),
            ("Name in Chinese", Field::Name, zh.clone()),
            ("中文姓名", Field::Name, zh.clone()),
            ("姓名（英文）", Field::Name, en.clone()),
            ("姓名(中)", Field::Name, zh.clone()),
            ("Name 姓名", Field::Name, HeadingLang::Unsaid),
            ("Post / 職銜", Field::Post, HeadingLang::Unsaid),
            ("SURNAME", Field::Family, HeadingLang::Unsaid),
            ("E-mail Address", Field::Email, HeadingLang::Unsaid),
            ("Tel. No.", Field::Phone, HeadingLang::Unsaid),
            (
                "职务（简体）",
                Field::Post,
                HeadingLang::Lang(Lang::ZH_HANS),
            ),
            (
                "Post (繁體中文)",
                Field::Post,
                HeadingLang::Lang(Lang::ZH_HANT),
            ),
            ("post:en", Field::Post, en.clone()),
            (
                "Ｏｒｇａｎｉｓａｔｉｏｎ",
                Field::Organisation,
                HeadingLang::Unsaid,
            ),
        ] {
            check(Subject::Participants, heading, field, &of);
        }
    }

    #[test]
    fn headings_of_a_run_of_show_are_understood_with_their_teams() {
        for (heading, field, of) in [
            ("Start time", Field::Start, HeadingLang::Unsaid),
            ("Duration (min)", Field::Length, HeadingLang::Unsaid),
            ("Item (English)", Field::Title, HeadingLang::Lang(Lang::EN)),
            ("環節", Field::Title, HeadingLang::Unsaid),
            ("Cues: AV", Field::Cues, HeadingLang::Team("AV".into())),
            (
                "Lighting cues",
                Field::Cues,
                HeadingLang::Team("Lighting".into()),
            ),
            ("Cues (AV)", Field::Cues, HeadingLang::Team("AV".into())),
            (
                "提示（影音）",
                Field::Cues,
                HeadingLang::Team("影音".into()),
            ),
        ] {
            check(Subject::Rundown, heading, field, &of);
        }
    }

    #[test]
    fn what_we_call_a_column_is_understood_in_every_language() {
        let event = Event::empty(EventId::new());
        let subjects = [
            (Subject::Participants, &PEOPLE[..]),
            (Subject::Rundown, &RUNDOWN[..]),
        ];
        for (subject, known) in subjects {
            for (field, _) in known {
                for words in Tongue::ALL.map(Words::new) {
                    for target in [field.one(), field.in_lang(&Lang::ZH_HANS)] {
                        let name = target.name(words);
                        let found = understood(&name, &event, subject).map(|found| found.field);
                        if field.has_languages() || target == field.one() {
                            assert_eq!(found, Some(*field), "{name}");
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn what_is_no_heading_is_none() {
        let event = Event::empty(EventId::new());
        for text in [
            "",
            "Mr Chan Tai Man",
            "Guest list of the symposium",
            "No.",
            "陳大文",
            "2025",
        ] {
            for subject in Subject::ALL {
                assert_eq!(understood(text, &event, subject), None, "{text}");
            }
        }
    }
}
