//! Papers, typeset.
