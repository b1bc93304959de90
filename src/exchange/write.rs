//! Tables for other programs: a workbook with real dates and times that prints well, and text with commas.

use jiff::civil::{Date, DateTime, Time};
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format as Style, FormatAlign, FormatBorder, Workbook, Worksheet,
    XlsxError,
};

use super::{Datum, ExchangeError, Field, LongText, Target, table};
use crate::{
    limits::workbook as limits,
    model::{Event, ItemId, Length, shown, shown_on_a_line},
    words::Words,
};

/// A column of a table that is written.
#[derive(Clone, Debug)]
pub(super) struct Column {
    pub(super) target: Target,
    pub(super) heading: String,
}

impl Column {
    /// The column of a target, with its name as the heading.
    pub(super) fn new(target: Target, words: Words) -> Self {
        Self {
            heading: target.name(words),
            target,
        }
    }

    /// Whether it says whom or what a row is about, so that it stands on every page when it is among the first.
    const fn leads(&self) -> bool {
        matches!(
            self.target.field,
            Field::Day | Field::Start | Field::Honorific | Field::Family | Field::Given
        )
    }

    /// How wide it is, in characters.
    pub(super) const fn width(&self) -> f64 {
        match self.target.field {
            Field::Start
            | Field::End
            | Field::Length
            | Field::Fixed
            | Field::Slack
            | Field::Order
            | Field::Acting
            | Field::Audience => 9.0,
            Field::Honorific | Field::Precedence | Field::Honours | Field::Day | Field::Officer => {
                12.0
            }
            Field::Family | Field::Given | Field::Attendance | Field::Kind | Field::Room => 15.0,
            Field::Arrives | Field::Leaves | Field::Phone | Field::Through => 17.0,
            Field::Id | Field::Name | Field::Email | Field::Delegation => 24.0,
            Field::Post | Field::Organisation | Field::Remarks | Field::Cues => 30.0,
            Field::Title | Field::People => 36.0,
            Field::Summary | Field::Steps | Field::Biography | Field::Extra => 44.0,
        }
    }
}

/// On how many pages side by side the columns are printed: on one, while it can be read.
fn pages(columns: &[Column]) -> u16 {
    /// How many characters can be read across a page.
    const READABLE: f64 = 200.0;
    let width: f64 = columns.iter().map(Column::width).sum();
    (width / READABLE).ceil().max(1.0) as u16
}

/// How high a row has to be for all its text to be seen, in points: not every program finds that out by itself.
fn height(columns: &[Column], values: &[Datum]) -> f64 {
    const LINE: f64 = 15.0;
    /// The most that a workbook allows.
    const HIGHEST: f64 = 409.0;
    let lines = |column: &Column, text: &str| -> f64 {
        let of_line = |line: &str| (wide(line) * 1.1 / column.width()).ceil().max(1.0);
        text.split('\n').map(of_line).sum()
    };
    let cells = columns.iter().zip(values);
    let most = cells.filter_map(|(column, value)| match value {
        Datum::Text(text) if column.target.field != Field::Id => Some(lines(column, text)),
        _ => None,
    });
    (most.fold(1.0, f64::max) * LINE).min(HIGHEST)
}

/// How wide a text is, in digits: a Chinese character is two.
fn wide(text: &str) -> f64 {
    let width = |c: char| if crate::model::is_han(c) { 2.0 } else { 1.0 };
    text.chars().map(width).sum()
}

/// A table that is written.
#[derive(Clone, Debug)]
pub(super) struct Sheet {
    /// What it is called.
    pub name: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows, each with a value for each column.
    pub rows: Vec<Vec<Datum>>,
    /// What each row is about.
    pub items: Vec<ItemId>,
}

/// How each kind of value looks in a workbook.
struct Styles {
    heading: Style,
    text: Style,
    date: Style,
    time: Style,
    seconds: Style,
    moment: Style,
    length: Style,
    number: Style,
}

impl Styles {
    fn new() -> Self {
        let plain = || Style::new().set_align(FormatAlign::Top);
        let left = || plain().set_align(FormatAlign::Left);
        Self {
            heading: Style::new()
                .set_bold()
                .set_text_wrap()
                .set_align(FormatAlign::Top)
                .set_border_bottom(FormatBorder::Thin),
            text: plain().set_text_wrap(),
            date: left().set_num_format("yyyy\\-mm\\-dd"),
            time: left().set_num_format("hh:mm"),
            seconds: left().set_num_format("hh:mm:ss"),
            moment: left().set_num_format("yyyy\\-mm\\-dd hh:mm"),
            length: left().set_num_format("[h]:mm"),
            number: left(),
        }
    }
}

/// The table as a workbook: the headings stay in sight and stand on each printed page, which is as wide as the table.
pub(super) fn xlsx(sheet: &Sheet, event: &Event, words: Words) -> Result<Vec<u8>, ExchangeError> {
    fits(sheet, event, words)?;
    workbook(sheet, event, words).map_err(|error| ExchangeError::Unmade(error.to_string()))
}

/// Whether a workbook has room for all of it; else, whose texts are too long, since that can be mended.
fn fits(sheet: &Sheet, event: &Event, words: Words) -> Result<(), ExchangeError> {
    let (rows, columns) = (sheet.rows.len() + 1, sheet.columns.len());
    if rows > limits::ROWS || columns > limits::COLUMNS {
        return Err(ExchangeError::TooWide { rows, columns });
    }
    let too_long = |text: &str, item: &dyn Fn() -> Option<String>, column: &Column| {
        // A sign of UTF-8 has no fewer bytes than units of UTF-16.
        if text.len() <= limits::CELL_UNITS {
            return None;
        }
        let length = text.encode_utf16().count();
        (length > limits::CELL_UNITS).then(|| LongText {
            item: item(),
            field: column.heading.clone(),
            length,
        })
    };
    let headings = sheet.columns.iter();
    let mut texts: Vec<LongText> = headings
        .filter_map(|column| too_long(&column.heading, &|| None, column))
        .collect();
    for (id, row) in sheet.items.iter().zip(&sheet.rows) {
        let cells = sheet.columns.iter().zip(row);
        texts.extend(cells.filter_map(|(column, value)| {
            let name = || Some(words.item_name(event, *id));
            too_long(&plain(value, words), &name, column)
        }));
    }
    if texts.is_empty() {
        Ok(())
    } else {
        Err(ExchangeError::TooLong(texts))
    }
}

/// The line at the head of each page: as much of the title as there is room for, and the name of the sheet.
fn header(title: &str) -> String {
    const SHEET: &str = "&R&A";
    let mut header = "&L".to_owned();
    let mut units = header.len() + SHEET.len();
    for c in shown_on_a_line(title).chars() {
        // What stands behind a `&` would be obeyed.
        let doubled = if c == '&' { 2 } else { c.len_utf16() };
        units += doubled;
        if units > limits::HEADER_UNITS {
            break;
        }
        header.extend((c == '&').then_some(c));
        header.push(c);
    }
    header + SHEET
}

fn workbook(sheet: &Sheet, event: &Event, words: Words) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let title = event.details.title.shown(&words.tongue.lang());
    let mut properties = DocProperties::new().set_title(title);
    // The same event gives the same bytes, whatever the clock says.
    if let Some(day) = event.details.days.first().and_then(|day| date(*day)) {
        properties = properties.set_creation_datetime(&day);
    } else {
        properties = properties.set_creation_datetime(&ExcelDateTime::from_ymd(2000, 1, 1)?);
    }
    workbook.set_properties(&properties);
    let page = workbook.add_worksheet();
    page.set_name(&sheet.name)?;
    let styles = Styles::new();
    for (at, column) in (0_u16..).zip(&sheet.columns) {
        page.write_string_with_format(0, at, &column.heading, &styles.heading)?;
        page.set_column_width(at, column.width())?;
        if column.target.field == Field::Id {
            page.set_column_hidden(at)?;
        }
    }
    for (row, values) in (1_u32..).zip(&sheet.rows) {
        for (column, value) in (0_u16..).zip(values) {
            put(page, row, column, value, &styles, words)?;
        }
        page.set_row_height(row, height(&sheet.columns, values))?;
    }
    page.set_margins(0.4, 0.4, 0.6, 0.6, 0.3, 0.3);
    page.set_freeze_panes(1, 0)?
        .set_repeat_rows(0, 0)?
        .set_landscape()
        .set_paper_size(9)
        .set_print_fit_to_pages(pages(&sheet.columns), 0)
        .set_header(header(title))
        .set_footer("&C&P / &N");
    let leading = sheet.columns.iter().take_while(|column| column.leads());
    if let Ok(leading @ 1..) = u16::try_from(leading.count()) {
        page.set_repeat_columns(0, leading - 1)?;
    }
    workbook.save_to_buffer()
}

fn put(
    page: &mut Worksheet,
    row: u32,
    column: u16,
    value: &Datum,
    styles: &Styles,
    words: Words,
) -> Result<(), XlsxError> {
    let moment = |day: Option<ExcelDateTime>, time: Time| {
        day.and_then(|day| {
            day.and_hms(time.hour() as u16, time.minute() as u8, time.second() as u8)
                .ok()
        })
    };
    match value {
        Datum::Nothing | Datum::Follows => {}
        Datum::Number(number) => {
            page.write_number_with_format(row, column, *number, &styles.number)?;
        }
        Datum::Date(day) => match date(*day) {
            Some(day) => {
                page.write_datetime_with_format(row, column, &day, &styles.date)?;
            }
            None => {
                page.write_string_with_format(row, column, plain(value, words), &styles.text)?;
            }
        },
        Datum::Moment(at) => match moment(date(at.date()), at.time()) {
            Some(at) => {
                page.write_datetime_with_format(row, column, &at, &styles.moment)?;
            }
            None => {
                page.write_string_with_format(row, column, plain(value, words), &styles.text)?;
            }
        },
        Datum::Time(time) => {
            let style = if time.second() == 0 {
                &styles.time
            } else {
                &styles.seconds
            };
            let seconds = f64::from(time.hour()) * 3600.0
                + f64::from(time.minute()) * 60.0
                + f64::from(time.second());
            page.write_number_with_format(row, column, seconds / 86_400.0, style)?;
        }
        Datum::Length(length) => {
            let days = f64::from(length.as_secs()) / 86_400.0;
            let style = if length.as_secs() % 60 == 0 {
                &styles.length
            } else {
                &styles.seconds
            };
            page.write_number_with_format(row, column, days, style)?;
        }
        Datum::Text(_)
        | Datum::Flag(_)
        | Datum::Order(_)
        | Datum::Attendance(_)
        | Datum::Kind(_)
        | Datum::Audience(_)
        | Datum::Fixed(..) => {
            // A string cell is never worked out, whatever it begins with.
            let text = plain(value, words);
            if !text.is_empty() {
                page.write_string_with_format(row, column, text, &styles.text)?;
            }
        }
    }
    Ok(())
}

fn date(day: Date) -> Option<ExcelDateTime> {
    let year = u16::try_from(day.year()).ok()?;
    ExcelDateTime::from_ymd(year, day.month() as u8, day.day() as u8).ok()
}

/// The table as text with commas, marked as UTF-8 for the programs that ask for it. No cell begins as a formula does.
pub(super) fn csv(sheet: &Sheet, words: Words) -> Result<Vec<u8>, ExchangeError> {
    let unmade = |error: csv::Error| ExchangeError::Unmade(error.to_string());
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(b"\xef\xbb\xbf".to_vec());
    let headings = sheet
        .columns
        .iter()
        .map(|column| table::guarded(&column.heading));
    writer.write_record(headings).map_err(unmade)?;
    for row in &sheet.rows {
        let cells = row.iter().map(|value| table::guarded(&plain(value, words)));
        writer.write_record(cells).map_err(unmade)?;
    }
    writer
        .into_inner()
        .map_err(|error| ExchangeError::Unmade(error.to_string()))
}

/// A value as text that every program reads in the same way.
pub(super) fn plain(value: &Datum, words: Words) -> String {
    match value {
        Datum::Nothing | Datum::Follows => String::new(),
        Datum::Date(date) => date.to_string(),
        Datum::Time(time) => clock(*time),
        Datum::Moment(moment) => format!("{} {}", moment.date(), clock(DateTime::time(*moment))),
        Datum::Length(length) => hours(*length),
        Datum::Text(_)
        | Datum::Number(_)
        | Datum::Flag(_)
        | Datum::Order(_)
        | Datum::Attendance(_)
        | Datum::Kind(_)
        | Datum::Audience(_)
        // In other programs, too, a sign in a name is seen and not obeyed.
        | Datum::Fixed(..) => shown(&value.said(words)).into_owned(),
    }
}

fn clock(time: Time) -> String {
    let form = if time.second() == 0 {
        "%H:%M"
    } else {
        "%H:%M:%S"
    };
    time.strftime(form).to_string()
}

fn hours(length: Length) -> String {
    let seconds = length.as_secs();
    let (h, m, s) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if s == 0 {
        format!("{h}:{m:02}")
    } else {
        format!("{h}:{m:02}:{s:02}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        exchange::{people, rundown},
        model::{EventId, Lang, Name, Participant, Text},
        words::Tongue,
    };

    fn person(name: &str, biography: &str) -> Participant {
        let mut person = Participant::new();
        person.name.set(&Lang::EN, Name::new("", name, ""));
        person.biography = Text::en(biography);
        person
    }

    #[test]
    fn what_is_too_long_for_a_cell_is_named_with_its_item_and_its_column() {
        // A character outside of the first plane is two units.
        let (fits, too_long) = (
            "\u{20000}".repeat(limits::CELL_UNITS / 2),
            "\u{20000}".repeat(limits::CELL_UNITS / 2 + 1),
        );
        let mut event = Event::empty(EventId::new());
        event.apply(&person("Ng", &fits).into()).unwrap();
        let made = |event: &Event, words| xlsx(&people::sheet(event, words), event, words);
        assert!(made(&event, Words::default()).is_ok());
        for number in 0..7 {
            let name = format!("Chan {number}");
            event.apply(&person(&name, &too_long).into()).unwrap();
        }
        for tongue in Tongue::ALL {
            let words = Words::new(tongue);
            let error = made(&event, words).unwrap_err();
            let sentence = error.sentence(words);
            let field = Field::Biography.in_lang(&Lang::EN).name(words);
            for part in ["Chan 0", "Chan 4", "32768", "32767", "2", &field] {
                assert!(sentence.contains(part), "{part} in {sentence}");
            }
            assert!(!sentence.contains("Chan 5"), "{sentence}");
            assert!(!sentence.contains("Ng"), "{sentence}");
            // As text it can be had.
            assert!(csv(&people::sheet(&event, words), words).is_ok());
        }
    }

    #[test]
    fn a_table_larger_than_a_workbook_is_not_made() {
        let words = Words::default();
        let event = Event::empty(EventId::new());
        let mut sheet = people::sheet(&event, words);
        let column = sheet.columns[0].clone();
        sheet.columns = vec![column; limits::COLUMNS];
        assert!(xlsx(&sheet, &event, words).is_ok());
        sheet.columns.push(sheet.columns[0].clone());
        let sentence = xlsx(&sheet, &event, words).unwrap_err().sentence(words);
        assert!(sentence.contains("16385 columns"), "{sentence}");
    }

    #[test]
    fn sheets_have_names_that_a_workbook_takes_in_every_language() {
        let event = Event::empty(EventId::new());
        for tongue in Tongue::ALL {
            let words = Words::new(tongue);
            for sheet in [people::sheet(&event, words), rundown::sheet(&event, words)] {
                let units = sheet.name.encode_utf16().count();
                assert!((1..=limits::SHEET_NAME_UNITS).contains(&units));
                let is_refused = |c| "[]:*?/\\".contains(c);
                assert!(!sheet.name.contains(is_refused), "{}", sheet.name);
            }
        }
    }

    #[test]
    fn the_head_of_a_page_is_cut_between_characters() {
        assert_eq!(header("R&D\nday"), "&LR&&D[U+000A]day&R&A");
        for title in ["&".repeat(300), "\u{20000}".repeat(300), "a".repeat(300)] {
            let header = header(&title);
            let units = header.encode_utf16().count();
            assert!((limits::HEADER_UNITS - 1..=limits::HEADER_UNITS).contains(&units));
            let title = header
                .strip_prefix("&L")
                .and_then(|it| it.strip_suffix("&R&A"));
            assert_eq!(title.unwrap().matches('&').count() % 2, 0);
        }
    }
}
