//! Readers of other people's crates that may stumble: that costs one file, and nobody has to read of it at the terminal.

use std::{
    cell::Cell,
    panic::{self, AssertUnwindSafe},
    sync::Once,
};

thread_local! {
    static IS_QUIET: Cell<bool> = const { Cell::new(false) };
}

/// Does this; gives what was said of it if it stumbles, and says it to nobody else.
pub(super) fn quietly<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let told = panic::take_hook();
        panic::set_hook(Box::new(move |fault| {
            // What another thread stumbles over is told as ever.
            if !IS_QUIET.get() {
                told(fault);
            }
        }));
    });
    let was_quiet = IS_QUIET.replace(true);
    // Nothing of a reader outlives it, so nothing half-done can be seen.
    let done = panic::catch_unwind(AssertUnwindSafe(work));
    IS_QUIET.set(was_quiet);
    done.map_err(|stumbled| {
        let said = stumbled.downcast_ref::<&str>().copied();
        let said = said.or_else(|| stumbled.downcast_ref::<String>().map(String::as_str));
        said.unwrap_or_default().to_owned()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stumbles_is_given_back_and_others_are_heard_again() {
        assert_eq!(quietly(|| 1), Ok(1));
        let stumbled = quietly(|| -> u8 { panic!("at {}", 7) });
        assert_eq!(stumbled, Err("at 7".to_owned()));
        assert!(!IS_QUIET.get());
        let within = quietly(|| quietly(|| IS_QUIET.get()));
        assert_eq!(within, Ok(Ok(true)));
    }
}
