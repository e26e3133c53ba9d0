//! The words of a stretch, with their times and how sure the model is of each.

use domain::transcript::Word;
use whisper_rs::WhisperState;

/// A hundredth of a second, in which the model counts.
const TICK: i64 = 10;

/// A piece of a word.
struct Piece {
    bytes: Vec<u8>,
    start: u32,
    end: u32,
    sure: f32,
}

/// What the model has heard, its times counted from `from` milliseconds on and not beyond `to`.
pub(super) fn of(state: &WhisperState, first_mark: i32, from: u32, to: u32) -> Vec<Word> {
    let at = |ticks: i64| {
        let after = u32::try_from(ticks.max(0) * TICK).unwrap_or(u32::MAX);
        from.saturating_add(after).min(to)
    };
    let mut words: Vec<Vec<Piece>> = Vec::new();
    for segment in state.as_iter() {
        for place in 0..segment.n_tokens() {
            let Some(token) = segment.get_token(place) else {
                continue;
            };
            let (data, Ok(bytes)) = (token.token_data(), token.to_bytes()) else {
                continue;
            };
            if data.id >= first_mark {
                continue;
            }
            let piece = Piece {
                bytes: bytes.to_vec(),
                start: at(data.t0),
                end: at(data.t1),
                sure: data.p,
            };
            match words.last_mut() {
                Some(word) if !bytes.starts_with(b" ") => word.push(piece),
                _ => words.push(vec![piece]),
            }
        }
    }
    in_order(words.iter().filter_map(|pieces| word(pieces)).collect())
}

fn word(pieces: &[Piece]) -> Option<Word> {
    let bytes: Vec<u8> = pieces
        .iter()
        .flat_map(|piece| piece.bytes.clone())
        .collect();
    let text = String::from_utf8_lossy(&bytes).trim().to_owned();
    let sure = pieces.iter().map(|piece| piece.sure).fold(1.0, f32::min);
    (!text.is_empty()).then_some(Word {
        text,
        start: pieces.first()?.start,
        end: pieces.last()?.end,
        confidence: Some(sure.clamp(0.0, 1.0)),
    })
}

/// No word begins before the one before it has.
fn in_order(mut words: Vec<Word>) -> Vec<Word> {
    let mut latest = 0;
    for word in &mut words {
        word.start = word.start.max(latest);
        word.end = word.end.max(word.start);
        latest = word.start;
    }
    words
}
