//! The tensors in a model file of CTranslate2, version 6 of its binary format.

use std::collections::BTreeMap;
use std::ops::Range;

use half::f16;

use super::NotConverted;

const VERSION: u32 = 6;
const SPECIFICATION: &str = "WhisperSpec";
/// Kinds of numbers as the format counts them.
const SINGLE: u8 = 0;
const HALF: u8 = 4;

/// All tensors of a model, as they lie in its bytes.
pub(super) struct Tensors<'a>(BTreeMap<String, Tensor<'a>>);

/// One of them.
pub(super) struct Tensor<'a> {
    /// Its dimensions, the slowest first.
    pub shape: Vec<usize>,
    halves: bool,
    bytes: &'a [u8],
}

/// Numbers with their dimensions.
pub(super) struct Numbers {
    /// The dimensions, the slowest first.
    pub shape: Vec<usize>,
    /// In this order.
    pub values: Vec<f32>,
}

impl<'a> Tensors<'a> {
    pub(super) fn read(bytes: &'a [u8]) -> Result<Self, NotConverted> {
        let mut reader = Reader(bytes);
        let version = reader.number()?;
        if version != VERSION {
            return Err(input(format!(
                "the model has format {version}, and {VERSION} can be read"
            )));
        }
        let what = reader.name()?;
        if what != SPECIFICATION {
            return Err(input(format!("this is no Whisper model but `{what}`")));
        }
        let _revision = reader.number()?;
        let count = reader.number()?;
        let mut tensors = BTreeMap::new();
        for _ in 0..count {
            let name = reader.name()?;
            let tensor = reader.tensor()?;
            tensors.insert(name, tensor);
        }
        Ok(Self(tensors))
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    pub(super) fn named(&self, name: &str) -> Result<&Tensor<'a>, NotConverted> {
        let found = self.0.get(name);
        found.ok_or_else(|| input(format!("the model lacks {name}")))
    }
}

impl Tensor<'_> {
    pub(super) fn whole(&self) -> Numbers {
        Numbers {
            shape: self.shape.clone(),
            values: self.values(self.bytes),
        }
    }

    /// The same as a matrix of one column.
    pub(super) fn as_column(&self) -> Numbers {
        let values = self.values(self.bytes);
        Numbers {
            shape: vec![values.len(), 1],
            values,
        }
    }

    /// Some of the rows.
    pub(super) fn rows(&self, rows: Range<usize>) -> Result<Numbers, NotConverted> {
        let mut shape = self.shape.clone();
        let row: usize = shape.iter().skip(1).product::<usize>() * self.size();
        let bytes = self.bytes.get(rows.start * row..rows.end * row);
        let bytes = bytes.ok_or_else(|| input("a tensor has too few rows".to_owned()))?;
        if let Some(first) = shape.first_mut() {
            *first = rows.len();
        }
        Ok(Numbers {
            shape,
            values: self.values(bytes),
        })
    }

    fn size(&self) -> usize {
        if self.halves { 2 } else { 4 }
    }

    fn values(&self, bytes: &[u8]) -> Vec<f32> {
        if self.halves {
            let halves = bytes.as_chunks::<2>().0.iter();
            halves
                .map(|half| f16::from_le_bytes(*half).to_f32())
                .collect()
        } else {
            let singles = bytes.as_chunks::<4>().0.iter();
            singles.map(|single| f32::from_le_bytes(*single)).collect()
        }
    }
}

struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn take(&mut self, count: usize) -> Result<&'a [u8], NotConverted> {
        let split = self.0.split_at_checked(count);
        let (taken, rest) = split.ok_or_else(|| input("the model is cut off".to_owned()))?;
        self.0 = rest;
        Ok(taken)
    }

    fn bytes<const N: usize>(&mut self) -> Result<[u8; N], NotConverted> {
        let mut bytes = [0; N];
        bytes.copy_from_slice(self.take(N)?);
        Ok(bytes)
    }

    fn number(&mut self) -> Result<u32, NotConverted> {
        Ok(u32::from_le_bytes(self.bytes()?))
    }

    /// Its length with the zero at the end, then the text.
    fn name(&mut self) -> Result<String, NotConverted> {
        let length = u16::from_le_bytes(self.bytes()?);
        let text = self.take(length.into())?;
        let text = text.strip_suffix(&[0]).unwrap_or(text);
        Ok(String::from_utf8_lossy(text).into_owned())
    }

    fn tensor(&mut self) -> Result<Tensor<'a>, NotConverted> {
        let [rank] = self.bytes()?;
        let mut shape = Vec::new();
        for _ in 0..rank {
            shape.push(self.number()? as usize);
        }
        let [kind] = self.bytes()?;
        let length = self.number()? as usize;
        let bytes = self.take(length)?;
        let tensor = Tensor {
            shape,
            halves: kind == HALF,
            bytes,
        };
        let numbers = tensor
            .shape
            .iter()
            .try_fold(1, |all: usize, next| all.checked_mul(*next));
        let right = matches!(kind, SINGLE | HALF)
            && numbers.and_then(|numbers| numbers.checked_mul(tensor.size())) == Some(length);
        // Scalars of other kinds say how to run the model, which whisper.cpp knows by itself.
        if right || tensor.shape.is_empty() {
            Ok(tensor)
        } else {
            Err(input(format!(
                "a tensor of kind {kind} with {length} bytes does not fit its shape"
            )))
        }
    }
}

fn input(what: String) -> NotConverted {
    NotConverted::Input(what)
}
