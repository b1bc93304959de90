//! The texts that the cells of a workbook share. The list says at its head how many there are, and its reader keeps
//! room for so many before it has seen one.

use std::{borrow::Cow, io::BufReader, path::Path};

use quick_xml::{Reader, events::Event};

use super::{ExchangeError, limits, zip};

/// Refuses a list of more texts than a file may have cells, and one that says that it is such a list.
pub(super) fn check(path: &Path, bytes: &[u8]) -> Result<(), ExchangeError> {
    let too_many = || ExchangeError::TooManyCells(path.to_owned());
    let mut archive = zip::open(path, bytes)?;
    let is_list = |name: &String| name.to_lowercase().ends_with("sharedstrings.xml");
    let names = archive.file_names().filter_map(Result::ok);
    let names: Vec<String> = names.map(Cow::into_owned).filter(is_list).collect();
    for name in names {
        let part = (archive.by_name(&name)).map_err(|error| zip::broken(path, &error))?;
        let mut reader = Reader::from_reader(BufReader::new(part));
        let (mut buffer, mut count) = (Vec::new(), 0_usize);
        // What is no XML is found out by the reader of the workbook.
        while let Ok(event) = reader.read_event_into(&mut buffer) {
            match event {
                Event::Start(start) | Event::Empty(start) => match start.local_name().as_ref() {
                    "sst" => {
                        let told = start.try_get_attribute("uniqueCount").ok().flatten();
                        let told: Option<u128> = told.and_then(|told| told.value.parse().ok());
                        if told.is_some_and(|told| told > limits::CELLS as u128) {
                            return Err(too_many());
                        }
                    }
                    "si" => count += 1,
                    _ => {}
                },
                Event::Eof => break,
                Event::End(_)
                | Event::Text(_)
                | Event::CData(_)
                | Event::Comment(_)
                | Event::Decl(_)
                | Event::PI(_)
                | Event::DocType(_)
                | Event::GeneralRef(_) => {}
            }
            if count > limits::CELLS {
                return Err(too_many());
            }
            buffer.clear();
        }
    }
    Ok(())
}
