//! Writing the file that whisper.cpp reads.

use std::io::Write;

use half::f16;

use super::NotConverted;
use super::tensors::Numbers;

const MAGIC: u32 = 0x6767_6d6c;
/// Second version of quantized files, 7: matrices with eight bits a number.
const EIGHT_BITS: usize = 2007;
/// Points of the spectrum that a filter weighs.
const POINTS: usize = 201;
/// Numbers that share one scale.
const GROUP: usize = 32;

#[derive(Clone, Copy)]
enum Kind {
    Single = 0,
    Half = 1,
    Eight = 8,
}

/// A file that is being written.
pub(super) struct Ggml<W>(W);

type Written = Result<(), NotConverted>;

impl<W: Write> Ggml<W> {
    pub(super) fn new(out: W) -> Self {
        Self(out)
    }

    pub(super) fn header(&mut self, numbers: &[usize]) -> Written {
        self.0.write_all(&MAGIC.to_le_bytes())?;
        numbers.iter().try_for_each(|number| self.number(*number))?;
        self.number(EIGHT_BITS)
    }

    pub(super) fn filters(&mut self, count: usize, filters: &[f32]) -> Written {
        self.number(count)?;
        self.number(POINTS)?;
        self.singles(filters)
    }

    pub(super) fn words(
        &mut self,
        words: impl ExactSizeIterator<Item = Result<Vec<u8>, NotConverted>>,
    ) -> Written {
        self.number(words.len())?;
        for word in words {
            let word = word?;
            self.number(word.len())?;
            self.0.write_all(&word)?;
        }
        Ok(())
    }

    /// A tensor as small as whisper.cpp takes it: matrices in eight bits, vectors exactly.
    pub(super) fn tensor(&mut self, name: &str, tensor: &Numbers) -> Written {
        let kind = match tensor.shape.len() {
            0 | 1 => Kind::Single,
            2 => Kind::Eight,
            _ => Kind::Half,
        };
        self.put(name, tensor, kind)
    }

    /// A tensor that may not lose anything.
    pub(super) fn exact(&mut self, name: &str, tensor: &Numbers) -> Written {
        self.put(name, tensor, Kind::Single)
    }

    pub(super) fn end(mut self) -> Written {
        Ok(self.0.flush()?)
    }

    fn put(&mut self, name: &str, tensor: &Numbers, kind: Kind) -> Written {
        self.number(tensor.shape.len())?;
        self.number(name.len())?;
        self.number(kind as usize)?;
        // The fastest dimension comes first here.
        for size in tensor.shape.iter().rev() {
            self.number(*size)?;
        }
        self.0.write_all(name.as_bytes())?;
        match kind {
            Kind::Single => self.singles(&tensor.values),
            Kind::Half => {
                let halves = tensor.values.iter().map(|value| f16::from_f32(*value));
                let bytes: Vec<u8> = halves.flat_map(f16::to_le_bytes).collect();
                Ok(self.0.write_all(&bytes)?)
            }
            Kind::Eight => {
                let groups = tensor.values.chunks_exact(GROUP);
                let bytes: Vec<u8> = groups.flat_map(eight_bits).collect();
                Ok(self.0.write_all(&bytes)?)
            }
        }
    }

    fn number(&mut self, number: usize) -> Written {
        let number = u32::try_from(number)
            .map_err(|_| NotConverted::Input(format!("{number} is too large")))?;
        Ok(self.0.write_all(&number.to_le_bytes())?)
    }

    fn singles(&mut self, values: &[f32]) -> Written {
        let bytes: Vec<u8> = values
            .iter()
            .flat_map(|value| value.to_le_bytes())
            .collect();
        Ok(self.0.write_all(&bytes)?)
    }
}

/// A group's scale, then its numbers in steps of it.
#[expect(clippy::cast_possible_truncation, reason = "rounded and within a byte")]
fn eight_bits(group: &[f32]) -> Vec<u8> {
    let largest = group
        .iter()
        .fold(0.0, |most: f32, value| most.max(value.abs()));
    let scale = largest / 127.0;
    let steps = if scale == 0.0 { 0.0 } else { 1.0 / scale };
    let numbers = group.iter().map(|value| (value * steps).round() as i8);
    let scale = f16::from_f32(scale).to_le_bytes().into_iter();
    scale.chain(numbers.map(i8::cast_unsigned)).collect()
}
