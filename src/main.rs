//! Arguments, then a window or a command; nothing else.
fn main() {
    let event = std::env::args_os().nth(1).map(Into::into);
    if let Err(error) = runsheet::app::run(event) {
        eprintln!("{error}");
        std::process::exit(2);
    }
}
