//! A Whisper model of CTranslate2 as the file that whisper.cpp reads, its matrices in eight bits.

use std::io::Write;

mod alphabet;
mod ggml;
mod mel;
mod tensors;
#[cfg(test)]
mod tests;

use ggml::Ggml;
use tensors::Tensors;

/// Words of a vocabulary before those that stand for languages and tasks.
const WORDS_OF_MANY_LANGUAGES: usize = 50_257;
const WORDS_OF_ENGLISH: usize = 50_256;
/// The size of the whole vocabulary when it has only English.
const ENGLISH_ONLY: usize = 51_864;
/// Every published Whisper has attention heads of this width.
const HEAD: usize = 64;

/// Why a model could not be converted.
#[derive(Debug, thiserror::Error)]
pub(super) enum NotConverted {
    /// The input is not what it should be.
    #[error("{0}")]
    Input(String),
    /// The output could not be written.
    #[error("could not write the model: {0}")]
    Output(#[from] std::io::Error),
}

/// Writes the model in `model` and its `vocabulary`, a word each line as CTranslate2 has them, to `out`.
pub(super) fn convert(
    model: &[u8],
    vocabulary: &[String],
    out: impl Write,
) -> Result<(), NotConverted> {
    let tensors = Tensors::read(model)?;
    let mut ggml = Ggml::new(out);
    let shape = Shape::of(&tensors)?;
    ggml.header(&shape.numbers())?;
    ggml.filters(shape.mels, &mel::filters(shape.mels))?;
    words(&mut ggml, vocabulary, shape.vocabulary)?;
    ends(&mut ggml, &tensors)?;
    for (side, layers) in [(&ENCODER, shape.encoder), (&DECODER, shape.decoder)] {
        norm(&mut ggml, &tensors, side.last_norm)?;
        for layer in 0..layers {
            block(&mut ggml, &tensors, side, layer, shape.width)?;
        }
    }
    ggml.end()
}

/// How large a model is.
struct Shape {
    vocabulary: usize,
    width: usize,
    sound: usize,
    text: usize,
    encoder: usize,
    decoder: usize,
    mels: usize,
}

impl Shape {
    fn of(tensors: &Tensors) -> Result<Self, NotConverted> {
        let dimension = |name: &str, at: usize| {
            let shape = &tensors.named(name)?.shape;
            let found = shape.get(at).copied().filter(|size| *size > 0);
            found.ok_or_else(|| NotConverted::Input(format!("{name} has the shape {shape:?}")))
        };
        let layers = |side: &str| {
            let first = |at: &usize| format!("{side}/layer_{at}/self_attention/linear_0/weight");
            (0..).take_while(|at| tensors.has(&first(at))).count()
        };
        Ok(Self {
            vocabulary: dimension("decoder/embeddings/weight", 0)?,
            width: dimension("decoder/embeddings/weight", 1)?,
            sound: dimension("encoder/position_encodings/encodings", 0)?,
            text: dimension("decoder/position_encodings/encodings", 0)?,
            encoder: layers("encoder"),
            decoder: layers("decoder"),
            mels: dimension("encoder/conv1/weight", 1)?,
        })
    }

    fn numbers(&self) -> [usize; 10] {
        let heads = self.width / HEAD;
        [
            self.vocabulary,
            self.sound,
            self.width,
            heads,
            self.encoder,
            self.text,
            self.width,
            heads,
            self.decoder,
            self.mels,
        ]
    }
}

fn words<W: Write>(
    ggml: &mut Ggml<W>,
    vocabulary: &[String],
    all: usize,
) -> Result<(), NotConverted> {
    let count = if all == ENGLISH_ONLY {
        WORDS_OF_ENGLISH
    } else {
        WORDS_OF_MANY_LANGUAGES
    };
    let words = vocabulary.get(..count).ok_or_else(|| {
        NotConverted::Input(format!(
            "the vocabulary has only {} words",
            vocabulary.len()
        ))
    })?;
    ggml.words(words.iter().map(|word| alphabet::bytes(word)))
}

/// What stands before the first layers and after the last.
fn ends<W: Write>(ggml: &mut Ggml<W>, tensors: &Tensors) -> Result<(), NotConverted> {
    for side in ["encoder", "decoder"] {
        let places = tensors.named(&format!("{side}/position_encodings/encodings"))?;
        ggml.exact(&format!("{side}.positional_embedding"), &places.whole())?;
    }
    let words = tensors.named("decoder/embeddings/weight")?;
    ggml.tensor("decoder.token_embedding.weight", &words.whole())?;
    for name in ["conv1", "conv2"] {
        let weight = tensors.named(&format!("encoder/{name}/weight"))?;
        ggml.tensor(&format!("encoder.{name}.weight"), &weight.whole())?;
        let bias = tensors.named(&format!("encoder/{name}/bias"))?;
        ggml.exact(&format!("encoder.{name}.bias"), &bias.as_column())?;
    }
    Ok(())
}

/// What one half of the model is called on either side, beginning after the layer's own name.
struct Side {
    name: &'static str,
    last_norm: (&'static str, &'static str),
    norms: &'static [(&'static str, &'static str)],
    attentions: &'static [(&'static str, &'static str, [Part; 4])],
}

/// A matrix of an attention, and where it lies: CTranslate2 keeps several in one.
struct Part {
    name: &'static str,
    within: &'static str,
    at: usize,
}

const fn part(name: &'static str, within: &'static str, at: usize) -> Part {
    Part { name, within, at }
}

/// Attention to the same half.
const SELF: [Part; 4] = [
    part("query", "linear_0", 0),
    part("key", "linear_0", 1),
    part("value", "linear_0", 2),
    part("out", "linear_1", 0),
];
/// Attention of the text to the sound.
const CROSS: [Part; 4] = [
    part("query", "linear_0", 0),
    part("key", "linear_1", 0),
    part("value", "linear_1", 1),
    part("out", "linear_2", 0),
];
const ENCODER: Side = Side {
    name: "encoder",
    last_norm: ("encoder/layer_norm", "encoder.ln_post"),
    norms: &[
        ("self_attention/layer_norm", "attn_ln"),
        ("ffn/layer_norm", "mlp_ln"),
    ],
    attentions: &[("self_attention", "attn", SELF)],
};
const DECODER: Side = Side {
    name: "decoder",
    last_norm: ("decoder/layer_norm", "decoder.ln"),
    norms: &[
        ("self_attention/layer_norm", "attn_ln"),
        ("ffn/layer_norm", "mlp_ln"),
        ("attention/layer_norm", "cross_attn_ln"),
    ],
    attentions: &[
        ("self_attention", "attn", SELF),
        ("attention", "cross_attn", CROSS),
    ],
};
/// The two matrices between attentions.
const BETWEEN: [(&str, &str); 2] = [("ffn/linear_0", "mlp.0"), ("ffn/linear_1", "mlp.2")];

fn block<W: Write>(
    ggml: &mut Ggml<W>,
    tensors: &Tensors,
    side: &Side,
    layer: usize,
    width: usize,
) -> Result<(), NotConverted> {
    let from = format!("{}/layer_{layer}", side.name);
    let to = format!("{}.blocks.{layer}", side.name);
    for (old, new) in side.norms {
        let (old, new) = (format!("{from}/{old}"), format!("{to}.{new}"));
        norm(ggml, tensors, (&old, &new))?;
    }
    for (old, new) in BETWEEN {
        for part in ["weight", "bias"] {
            let tensor = tensors.named(&format!("{from}/{old}/{part}"))?;
            ggml.tensor(&format!("{to}.{new}.{part}"), &tensor.whole())?;
        }
    }
    for (old, new, parts) in side.attentions {
        for part in parts {
            let (old, new) = (
                format!("{from}/{old}/{}", part.within),
                format!("{to}.{new}.{}", part.name),
            );
            let rows = part.at * width..(part.at + 1) * width;
            let weight = tensors.named(&format!("{old}/weight"))?;
            ggml.tensor(&format!("{new}.weight"), &weight.rows(rows.clone())?)?;
            // Keys have no bias in Whisper; CTranslate2 keeps zeros for it.
            if part.name != "key" {
                let bias = tensors.named(&format!("{old}/bias"))?;
                ggml.tensor(&format!("{new}.bias"), &bias.rows(rows)?)?;
            }
        }
    }
    Ok(())
}

fn norm<W: Write>(
    ggml: &mut Ggml<W>,
    tensors: &Tensors,
    (from, to): (&str, &str),
) -> Result<(), NotConverted> {
    for (old, new) in [("gamma", "weight"), ("beta", "bias")] {
        let tensor = tensors.named(&format!("{from}/{old}"))?;
        ggml.tensor(&format!("{to}.{new}"), &tensor.whole())?;
    }
    Ok(())
}
