//! A PBX that speaks UIS's protocols: for the demo, for tests, for other developers.
