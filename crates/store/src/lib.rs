//! Where things are kept: SQLite or PostgreSQL behind one set of functions.
