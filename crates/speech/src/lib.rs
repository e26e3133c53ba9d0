//! Sound into text: decoding, voices, the engines that listen, and their model.

mod call;
mod channel;
pub mod decode;
pub mod embedded;
pub mod errors;
pub mod model;
mod phrases;
pub mod remote;
pub mod resample;
#[cfg(test)]
mod tests;
mod text;

pub use embedded::Embedded;
pub use remote::OpenAi;
