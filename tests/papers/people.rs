//! Who comes to the day of the tests, and from where.

use runsheet::model::{
    Attendance, Delegation, Lang, Localised, Name, NameOrder, Organisation, OrganisationId,
    OrganisationKind, Participant, ParticipantId, Region,
};
use uuid::Uuid;

use super::symposium::both;

pub fn organisations(delegations: &[Delegation]) -> Vec<Organisation> {
    use OrganisationKind::{Government, Platform, University};
    use Region::{HongKong, Macao, Mainland};
    [
        (
            "Hong Kong SAR Government",
            "香港特別行政區政府",
            HongKong,
            Government,
            Some(0),
            1,
            6,
        ),
        (
            "Beijing Municipal Talent Work Bureau",
            "北京市人才工作局",
            Mainland,
            Government,
            Some(1),
            1,
            3,
        ),
        (
            "Shanghai Municipal Talent Work Bureau",
            "上海市人才工作局",
            Mainland,
            Government,
            Some(2),
            1,
            2,
        ),
        (
            "Talent Development Committee",
            "人才發展委員會",
            Macao,
            Government,
            Some(4),
            1,
            4,
        ),
        (
            "Hong Kong Talent Engage",
            "香港人才服務辦公室",
            HongKong,
            Government,
            Some(0),
            1,
            0,
        ),
        (
            "Tsinghua University",
            "清華大學",
            Mainland,
            University,
            Some(5),
            1,
            2,
        ),
        (
            "Peking University",
            "北京大學",
            Mainland,
            University,
            Some(5),
            1,
            2,
        ),
        (
            "Fudan University",
            "復旦大學",
            Mainland,
            University,
            Some(5),
            1,
            1,
        ),
        (
            "Nansha District",
            "南沙區",
            Mainland,
            Platform,
            Some(3),
            1,
            0,
        ),
        (
            "Qianhai Co-operation Zone",
            "前海合作區",
            Mainland,
            Platform,
            Some(3),
            1,
            1,
        ),
        (
            "The University of Hong Kong",
            "香港大學",
            HongKong,
            University,
            None,
            1,
            0,
        ),
        (
            "City University of Hong Kong",
            "香港城市大學",
            HongKong,
            University,
            None,
            1,
            0,
        ),
        (
            "Nine Mainland cities of the Greater Bay Area",
            "大灣區內地九市",
            Mainland,
            Government,
            Some(3),
            9,
            18,
        ),
    ]
    .into_iter()
    .enumerate()
    .map(
        |(n, (en, zh, region, kind, delegation, stands_for, unnamed))| Organisation {
            id: OrganisationId::from_uuid(Uuid::from_u128(0x500 + n as u128)),
            name: both(en, zh),
            region,
            kind,
            delegation: delegation.map(|n: usize| delegations[n].id),
            stands_for,
            unnamed,
        },
    )
    .collect()
}

pub fn people(bodies: &[Organisation]) -> Vec<Participant> {
    use NameOrder::{FamilyFirst, GivenFirst};
    [
        (
            "Mr",
            "Chan",
            "Kwok-ki",
            FamilyFirst,
            "GBS",
            ["先生", "陳", "國基"],
            "Chief Secretary for Administration",
            "政務司司長",
            0,
        ),
        (
            "Mr",
            "Yu",
            "Jiadong",
            FamilyFirst,
            "",
            ["先生", "俞", "家棟"],
            "Vice Minister of Human Resources and Social Security",
            "人力資源和社會保障部副部長",
            99,
        ),
        (
            "Professor",
            "Wong",
            "Richard",
            GivenFirst,
            "SBS, JP",
            ["", "", ""],
            "Provost and Deputy Vice-Chancellor",
            "",
            10,
        ),
        (
            "Professor",
            "Li",
            "Wen-jung",
            FamilyFirst,
            "",
            ["", "", ""],
            "Vice-President (Talent and International Strategy)",
            "",
            11,
        ),
        (
            "Mr",
            "Sun",
            "Chris",
            GivenFirst,
            "JP",
            ["先生", "孫", "玉菡"],
            "Secretary for Labour and Welfare",
            "勞工及福利局局長",
            0,
        ),
        (
            "Mr",
            "Zhang",
            "Ruobing",
            FamilyFirst,
            "",
            ["", "", ""],
            "Director",
            "局長",
            1,
        ),
        (
            "Mr",
            "Pan",
            "Xiaogang",
            FamilyFirst,
            "",
            ["", "", ""],
            "Director",
            "局長",
            2,
        ),
        (
            "Mr",
            "Man",
            "Xincheng",
            FamilyFirst,
            "",
            ["", "", ""],
            "Deputy Director of the Provincial Talent Office",
            "",
            99,
        ),
        (
            "Mr",
            "Chao",
            "Chong-hang",
            FamilyFirst,
            "",
            ["", "", ""],
            "Secretary-General",
            "秘書長",
            3,
        ),
        (
            "Mr",
            "Lau",
            "Anthony",
            GivenFirst,
            "",
            ["先生", "劉", "鎮漢"],
            "Director of Hong Kong Talent Engage",
            "香港人才服務辦公室總監",
            4,
        ),
        (
            "Ms",
            "Liang",
            "Ke",
            FamilyFirst,
            "",
            ["", "", ""],
            "Deputy Secretary of the Party Working Committee",
            "",
            9,
        ),
        (
            "Mr",
            "Zhang",
            "Jiabing",
            FamilyFirst,
            "",
            ["", "", ""],
            "Director of the Talent Office",
            "",
            8,
        ),
    ]
    .into_iter()
    .enumerate()
    .map(
        |(n, (honorific, family, given, order, honours, zh, post, post_zh, body))| {
            let en = Name {
                order,
                honours: honours.into(),
                ..Name::new(honorific, family, given)
            };
            let name = Localised::default().with(&Lang::EN, en);
            Participant {
                id: ParticipantId::from_uuid(Uuid::from_u128(0x600 + n as u128)),
                name: name.with(
                    &Lang::ZH_HANT,
                    Name {
                        honours: if zh[1].is_empty() {
                            String::new()
                        } else {
                            honours.into()
                        },
                        ..Name::new(zh[0], zh[1], zh[2])
                    },
                ),
                post: both(post, post_zh),
                organisation: bodies.get(body).map(|body| body.id),
                precedence: (n < 6).then_some(u32::try_from(n).unwrap() + 1),
                attendance: [
                    Attendance::Accepted,
                    Attendance::Invited,
                    Attendance::Declined,
                    Attendance::Arrived,
                ][n % 4],
                ..Participant::new()
            }
        },
    )
    .collect()
}
