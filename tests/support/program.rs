//! The program itself, for tests of what runs in a process of its own.

/// Lets papers with the house's own templates be typeset as in the program.
pub fn typesets() {
    runsheet::print::helper::set_program(env!("CARGO_BIN_EXE_runsheet").into());
}
