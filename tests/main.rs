//! The journeys of the tests, in one program: it is linked once.

mod captions;
