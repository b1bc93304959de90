//! Every language says everything, in its own writing; every message that the program asks for is there, and none
//! is left over.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

use runsheet::{
    model::FieldId,
    words::{Tongue, Words},
};

use crate::support::source::{Kind, Source, Token, files, tree};

/// Messages of which each language takes what it needs: a month is a word in one and a number in another, and
/// only Chinese sets names without a space.
const CHOOSING: [&str; 7] = [
    "date-full",
    "date-paper",
    "date-short",
    "date-plain",
    "date-caption",
    "caption-person",
    "caption-person-of",
];

/// Messages that are Latin in Chinese too: the program's own name.
const LATIN: [&str; 3] = ["app-name", "help-title", "cli-complaint"];

/// Keys that begin so are put together from names that stand nowhere in quotes: `cli-`, the command and its
/// argument. The help of each command shows that none of them is missing.
const PUT_TOGETHER: [&str; 1] = ["cli-"];

/// Characters that are written in one of the two scripts only, each beside its form in the other.
const PAIRS: &str = "這这說说們们個个為为會会時时間间實实現现發发來来對对開开關关門门過过還还進进應应當当將将與与從从無无學学員员單单場场報报見见視视覽览記记設设\
     許许訊讯話话語语請请議议證证讀读變变讓让計计訂订認认試试該该詳详誤误調调談谈論论識识譯译護护負负責责貼贴費费資资質质購购贊赞車车軟软載载輸输\
     輯辑辦办運运達达違违連连選选適适遲迟鄰邻醫医鈕钮銜衔鋪铺鍵键鎖锁鏡镜長长閉闭閱阅隊队階阶隨随險险雙双離离難难電电響响頁页項项順顺須须預预領领\
     頭头題题額额類类顯显飛飞館馆驗验體体點点齊齐龍龙傳传備备傷伤僅仅價价優优內内冊册凍冻別别刪删則则剛刚創创劃划劇剧動动務务勝胜勞劳區区協协卻却\
     參参啟启問问啞哑喚唤嘗尝團团圍围園园圓圆圖图執执壓压壞坏夢梦夾夹奪夺獎奖婦妇寫写寬宽導导專专尋寻屆届屬属島岛師师帶带幾几庫库廣广廳厅張张強强\
     彈弹彙汇復复總总態态慣惯憑凭戲戏戶户掃扫換换據据損损擇择擊击擋挡擔担擴扩擾扰攝摄數数斷断舊旧書书條条極极標标樣样橫横機机檔档檢检權权歡欢歲岁\
     歷历殘残氣气決决沒没況况測测準准滿满漢汉潔洁濟济灣湾煙烟熱热燈灯爭争獨独環环產产畫画異异療疗確确碼码禮礼稱称種种積积穩稳競竞筆笔節节範范簡简\
     簽签紀纪約约紅红納纳級级紙纸細细終终組组結结給给統统經经綠绿維维網网緊紧緒绪線线編编練练縮缩績绩織织續续罰罚聯联聲声職职聽听臺台舉举藝艺處处\
     號号術术衛卫裝装補补製制複复規规覺觉觸触賓宾賽赛贈赠趕赶輕轻較较轉转農农";

/// Messages by key, as they are written, with the file in which they stand.
type Messages = BTreeMap<String, (String, String)>;

fn folder(tongue: Tongue) -> std::path::PathBuf {
    let top = Path::new(env!("CARGO_MANIFEST_DIR"));
    top.join("assets/locales").join(tongue.lang().tag())
}

fn messages(tongue: Tongue) -> Messages {
    let mut messages = Messages::new();
    for path in files(&folder(tongue), "ftl") {
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        for (key, text) in parse(&std::fs::read_to_string(&path).unwrap()) {
            let before = messages.insert(key.clone(), (text, name.clone()));
            assert!(before.is_none(), "{key} stands twice, last in {name}");
        }
    }
    messages
}

/// The messages of a Fluent file, in order.
fn parse(text: &str) -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = Vec::new();
    for line in text.lines() {
        if line.trim().is_empty() || line.starts_with('#') {
            continue;
        }
        if line.starts_with([' ', '}']) {
            let last = found.last_mut().expect("a file begins with a message");
            last.1 = format!("{}\n{}", last.1, line);
            continue;
        }
        let (key, value) = line
            .split_once('=')
            .unwrap_or_else(|| panic!("neither message nor comment: {line}"));
        found.push((key.trim().to_owned(), value.trim().to_owned()));
    }
    for (key, text) in &found {
        let is_key = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        assert!(key.chars().all(is_key), "{key:?} is not a key");
        let count = |mark| text.matches(mark).count();
        assert_eq!(count('{'), count('}'), "braces of {key}");
        assert!(!text.is_empty(), "{key} says nothing");
    }
    found
}

/// The values that a message asks for.
fn variables(text: &str) -> BTreeSet<&str> {
    text.split('$')
        .skip(1)
        .map(|rest| {
            let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_');
            &rest[..end.unwrap_or(rest.len())]
        })
        .collect()
}

/// The values that a message shows; those by which it only chooses a form are not among them.
fn shown(text: &str) -> BTreeSet<&str> {
    let choosing = |name: &&str| {
        (text.split('$').skip(1))
            .filter_map(|rest| rest.strip_prefix(name))
            .all(|rest| rest.trim_start().starts_with("->"))
    };
    variables(text)
        .into_iter()
        .filter(|name| !choosing(name))
        .collect()
}

/// What a person reads of a message: without the values and the choices between forms.
fn prose(text: &str) -> String {
    let mut prose = String::new();
    let mut inside = 0;
    let choice = text.contains("->");
    for c in text.chars() {
        match c {
            '{' => inside += 1,
            '}' => inside -= 1,
            c if inside == 0 || (choice && inside == 1) => prose.push(c),
            _ => {}
        }
    }
    if !choice {
        return prose;
    }
    // Of "$count -> [one] a photo *[other] photos" what stands behind the marks of the forms.
    let forms = prose.split_once("->").map_or("", |(_, forms)| forms);
    let behind = forms.lines().filter_map(|line| line.split_once(']'));
    behind.map(|(_, form)| form).collect::<Vec<_>>().join("\n")
}

fn is_han(c: char) -> bool {
    ('\u{3400}'..='\u{9fff}').contains(&c) || ('\u{20000}'..='\u{323af}').contains(&c)
}

/// What is wrong with how a message is written.
fn slips(tongue: Tongue, key: &str, text: &str) -> Vec<String> {
    let prose = prose(text);
    let mut slips = Vec::new();
    for (wrong, right) in [("...", "…"), ("\"", "“ ”"), ("'", "’"), ("--", "–")] {
        // Two hyphens before a word are an option of a command.
        let mut behind = prose.split(wrong).skip(1);
        let is_wrong =
            |rest: &str| wrong != "--" || !rest.starts_with(|c: char| c.is_ascii_alphabetic());
        if behind.any(is_wrong) {
            slips.push(format!("{wrong} where {right} should stand"));
        }
    }
    if prose.trim() != prose && !prose.contains('\n') && text.trim() != text {
        slips.push("spaces around it".into());
    }
    if tongue == Tongue::En {
        if prose.chars().any(is_han) && !key.starts_with("language-") {
            slips.push("Chinese in English".into());
        }
        return slips;
    }
    let latin = prose.chars().any(|c| c.is_ascii_alphabetic());
    if latin && !prose.chars().any(is_han) && !LATIN.contains(&key) {
        slips.push("not in Chinese".into());
    }
    let mut before = ' ';
    for c in prose.chars() {
        if is_han(before) && [',', ';', ':', '?', '!'].contains(&c) {
            slips.push(format!("a narrow {c} after {before}"));
        }
        before = c;
    }
    let pairs: Vec<char> = PAIRS.chars().filter(|c| is_han(*c)).collect();
    for pair in pairs.chunks(2) {
        let foreign = pair[usize::from(tongue == Tongue::ZhHant)];
        if prose.contains(foreign) && !shared(foreign) {
            slips.push(format!("{foreign} belongs to the other script"));
        }
    }
    slips
}

/// Characters that the other script has as well, for another word.
fn shared(c: char) -> bool {
    "准台制划几".contains(c)
}

#[test]
fn every_language_says_everything_with_the_same_values() {
    let english = messages(Tongue::En);
    assert!(english.len() > 100);
    for tongue in Tongue::ALL {
        let other = messages(tongue);
        let places = |messages: &Messages| -> BTreeSet<(String, String)> {
            let place =
                |(key, (_, file)): (&String, &(String, String))| (file.clone(), key.clone());
            messages.iter().map(place).collect()
        };
        let (here, there) = (places(&english), places(&other));
        let apart: Vec<_> = here.symmetric_difference(&there).collect();
        assert!(
            apart.is_empty(),
            "English and {tongue:?} differ in {apart:?}"
        );
        for (key, (text, _)) in &english {
            let (same, _) = &other[key];
            if !CHOOSING.contains(&key.as_str()) {
                assert_eq!(shown(text), shown(same), "{key} in {tongue:?}");
            }
        }
    }
}

#[test]
fn every_message_is_written_as_its_language_is() {
    let mut found = Vec::new();
    for tongue in Tongue::ALL {
        for (key, (text, file)) in messages(tongue) {
            for slip in slips(tongue, &key, &text) {
                found.push(format!("{}/{file}: {key}: {slip}", tongue.lang()));
            }
        }
    }
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

#[test]
fn every_message_can_be_looked_up() {
    for tongue in Tongue::ALL {
        for (key, (text, _)) in messages(tongue) {
            if variables(&text).is_empty() {
                let said = Words::new(tongue).t(&key);
                assert!(said != key && !said.is_empty(), "{key} in {tongue:?}");
            }
        }
    }
}

#[test]
fn every_message_that_is_asked_for_is_there_and_gets_its_values() {
    let english = messages(Tongue::En);
    let sources = tree();
    let mut missing = Vec::new();
    let mut count = 0;
    for source in &sources {
        for asked in asked(source) {
            count += 1;
            let place = format!("{}:{}: {}", source.file, asked.line, asked.key);
            let Some((text, _)) = english.get(&asked.key) else {
                missing.push(place);
                continue;
            };
            if let Some(given) = asked.values {
                let mut wanted: BTreeSet<&str> = variables(text);
                for tongue in [Tongue::ZhHant, Tongue::ZhHans] {
                    let other = messages(tongue);
                    let (text, _) = &other[&asked.key];
                    wanted.extend(variables(text).into_iter().map(|name| {
                        // Found again in what was given, which outlives the file that was read.
                        given
                            .iter()
                            .find(|is| *is == name)
                            .map_or("?", String::as_str)
                    }));
                }
                for name in wanted {
                    if !given.contains(name) {
                        missing.push(format!("{place} without its ${name}"));
                    }
                }
            }
        }
    }
    let fields = FieldId::ALL.iter().map(|field| field.message());
    missing.extend(fields.filter(|key| !english.contains_key(key)));
    missing.sort();
    missing.dedup();
    assert!(missing.is_empty(), "\n{}", missing.join("\n"));
    assert!(count > 100, "only {count} keys are seen in the sources");
}

#[test]
fn no_message_is_left_over() {
    let mut quoted: BTreeSet<String> = tree()
        .into_iter()
        .flat_map(|source| source.tokens)
        .filter(|token| token.kind == Kind::Quoted && !token.test)
        .map(|token| token.text)
        .collect();
    let papers = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets");
    for template in files(&papers, "typ") {
        let text = std::fs::read_to_string(template).unwrap();
        quoted.extend(text.split('"').map(str::to_owned));
    }
    quoted.extend(FieldId::ALL.iter().map(|field| field.message()));
    let patterns: Vec<Vec<String>> = quoted.iter().filter_map(|text| pattern(text)).collect();
    let left: Vec<String> = messages(Tongue::En)
        .into_keys()
        .filter(|key| !quoted.contains(key))
        .filter(|key| !patterns.iter().any(|pattern| fits(key, pattern)))
        .filter(|key| !PUT_TOGETHER.iter().any(|family| key.starts_with(family)))
        .collect();
    assert!(left.is_empty(), "nobody asks for {left:?}");
}

/// The fixed pieces of a key that is put together, such as "month-{}"; none if it is no such thing.
fn pattern(text: &str) -> Option<Vec<String>> {
    let mut pieces = vec![String::new()];
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        pieces.last_mut()?.push_str(before);
        pieces.push(String::new());
        rest = after.split_once('}')?.1;
    }
    pieces.last_mut()?.push_str(rest);
    let is_key = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    let fixed: String = pieces.concat();
    let telling = fixed.chars().filter(char::is_ascii_lowercase).count() >= 3;
    (pieces.len() > 1 && fixed.chars().all(is_key) && fixed.contains('-') && telling)
        .then_some(pieces)
}

fn fits(key: &str, pattern: &[String]) -> bool {
    let [first, middle @ .., last] = pattern else {
        return false;
    };
    let Some(mut rest) = key
        .strip_prefix(first.as_str())
        .and_then(|rest| rest.strip_suffix(last.as_str()))
    else {
        return false;
    };
    for piece in middle {
        let Some((_, after)) = rest.split_once(piece.as_str()) else {
            return false;
        };
        rest = after;
    }
    true
}

/// A place in the sources that names a message.
#[derive(Debug, PartialEq)]
struct Asked {
    key: String,
    line: usize,
    /// The names of the values that it gives, where they are written there.
    values: Option<BTreeSet<String>>,
}

impl Asked {
    fn plain(key: &Token) -> Self {
        Self {
            key: key.text.clone(),
            line: key.line,
            values: None,
        }
    }
}

/// Rooms in which words with hyphens may be something else: names of papers, of files, of options.
const OTHER_NAMES: [&str; 2] = ["print", "cli"];

/// Where a file names messages: as the key of `t` and `tf`, and wherever else a word with hyphens is quoted,
/// since keys go through tables, closures and matches before they are looked up.
fn asked(source: &Source) -> Vec<Asked> {
    let tokens = &source.tokens;
    let mut found = Vec::new();
    for (at, token) in tokens.iter().enumerate().filter(|(_, token)| !token.test) {
        let hyphened = token.kind == Kind::Quoted && is_hyphened(&token.text);
        if hyphened && !OTHER_NAMES.contains(&source.room().as_str()) {
            found.push(Asked::plain(token));
        }
        let call = (token.is("t") || token.is("tf")) && at > 0 && tokens[at - 1].is(".");
        if call && tokens.get(at + 1).is_some_and(|next| next.is("(")) {
            let arguments = arguments(&tokens[at + 2..]);
            let values = (arguments.get(1))
                .filter(|values| values.first().is_some_and(|first| first.is("[")))
                .map(|values| named_values(values));
            let keys = arguments.first().copied().unwrap_or_default().iter();
            let keys = keys.filter(|key| key.kind == Kind::Quoted && !key.text.contains('{'));
            found.extend(keys.map(|key| Asked {
                values: values.clone(),
                ..Asked::plain(key)
            }));
        }
    }
    found
}

fn is_hyphened(text: &str) -> bool {
    let is_part = |part: &str| {
        let is_key = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit();
        !part.is_empty() && part.bytes().all(is_key)
    };
    text.starts_with(|c: char| c.is_ascii_lowercase())
        && text.contains('-')
        && text.split('-').all(is_part)
}

/// The arguments of a call, from behind its bracket.
fn arguments(tokens: &[Token]) -> Vec<&[Token]> {
    let mut found = Vec::new();
    let (mut depth, mut start) = (0, 0);
    for (at, token) in tokens.iter().enumerate() {
        if ["(", "[", "{"].iter().any(|mark| token.is(mark)) {
            depth += 1;
        } else if [")", "]", "}"].iter().any(|mark| token.is(mark)) {
            depth -= 1;
            if depth < 0 {
                found.push(&tokens[start..at]);
                break;
            }
        } else if depth == 0 && token.is(",") {
            found.push(&tokens[start..at]);
            start = at + 1;
        }
    }
    found
}

/// The names in `[("name", value), …]`.
fn named_values(array: &[Token]) -> BTreeSet<String> {
    (arguments(&array[1..]).iter())
        .filter_map(|pair| pair.get(1).filter(|name| name.kind == Kind::Quoted))
        .map(|name| name.text.clone())
        .collect()
}

#[test]
fn a_slip_in_a_message_is_seen() {
    let check = |tongue, text: &str, expected: &[&str]| {
        assert_eq!(slips(tongue, "key", text), expected, "{text}");
    };
    check(Tongue::En, "Open “{ $name }”…", &[]);
    check(Tongue::En, "{ $name },{\" \"}", &[]);
    check(
        Tongue::En,
        "Can't open...",
        &["... where … should stand", "' where ’ should stand"],
    );
    check(
        Tongue::En,
        "runsheet --help -- now",
        &["-- where – should stand"],
    );
    check(Tongue::En, "try runsheet --help", &[]);
    check(Tongue::En, "開啟", &["Chinese in English"]);
    check(Tongue::ZhHant, "開啟{ $name }", &[]);
    check(Tongue::ZhHant, "Open", &["not in Chinese"]);
    check(
        Tongue::ZhHant,
        "开啟,",
        &["a narrow , after 啟", "开 belongs to the other script"],
    );
    check(Tongue::ZhHans, "打開", &["開 belongs to the other script"]);
    let forms = "{ $count ->\n    [one] one photo\n   *[other] { $count } photo's\n}";
    check(Tongue::En, forms, &["' where ’ should stand"]);
    assert_eq!(shown(forms), BTreeSet::from(["count"]));
    let chosen = "{ $count ->\n    [one] { $who } is\n   *[other] { $who } are\n}";
    assert_eq!(shown(chosen), BTreeSet::from(["who"]));
    assert_eq!(variables(chosen), BTreeSet::from(["count", "who"]));
}

#[test]
fn a_key_is_found_wherever_it_is_asked_for() {
    let text = r#"
        const MENUS: [(&str, u8); 1] = [("menu-file", 1)];
        fn f() {
            words.t("plain");
            words.tf("with", [("name", name("x", "y")), ("count", 2.into())]);
            words.t(match kind { Kind::A => "one", Kind::B => "two" });
            let key = if new { "deed-add" } else { "deed-change" };
            row(ui, "part-title", format!("month-{}", 3), "no key", "-short", "zh-Hant");
        }
        #[cfg(test)]
        mod tests { fn f() { words.t("in-a-test"); } }
    "#;
    let check = |file: &str, expected: &[&str]| {
        let asked = asked(&Source::read(file, text));
        let keys: BTreeSet<&str> = asked.iter().map(|asked| asked.key.as_str()).collect();
        assert_eq!(keys, expected.iter().copied().collect(), "{file}");
        let with = asked.iter().find(|asked| asked.key == "with").unwrap();
        let given = ["count", "name"].map(str::to_owned);
        assert_eq!(with.values, Some(BTreeSet::from(given)));
    };
    let called = ["plain", "with", "one", "two"];
    let quoted = ["menu-file", "deed-add", "deed-change", "part-title"];
    check("src/ui/form.rs", &[called, quoted].concat());
    check("src/print/paper.rs", &called);
}

#[test]
fn a_key_that_is_put_together_covers_its_family() {
    let covers = |text: &str, key: &str| pattern(text).is_some_and(|pattern| fits(key, &pattern));
    assert!(covers("month-{}", "month-12"));
    assert!(covers("{weekday}-short", "weekday-3-short"));
    assert!(!covers("month-{}", "weekday-1"));
    assert!(!covers("{}-{}", "month-12"));
    assert!(!covers("{name} ({post})", "month-12"));
}
