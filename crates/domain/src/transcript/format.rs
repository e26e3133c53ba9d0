//! A dialogue as a file: plain text, SubRip, WebVTT.

use std::str::FromStr;

use super::Speaker;
use super::line::Line;

/// What a dialogue can be written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Plain text, a line each.
    Txt,
    /// Subtitles as SubRip has them.
    Srt,
    /// Subtitles of the web.
    Vtt,
}

/// No such format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a format of transcripts")]
pub struct UnknownFormat;

impl Format {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Txt, Self::Srt, Self::Vtt];

    /// The name in addresses and of files.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Txt => "txt",
            Self::Srt => "srt",
            Self::Vtt => "vtt",
        }
    }

    /// The type a browser is told.
    #[must_use]
    pub fn content_type(self) -> &'static str {
        match self {
            Self::Txt | Self::Srt => "text/plain; charset=utf-8",
            Self::Vtt => "text/vtt; charset=utf-8",
        }
    }
}

impl FromStr for Format {
    type Err = UnknownFormat;
    fn from_str(text: &str) -> Result<Self, UnknownFormat> {
        let known = Self::ALL.into_iter().find(|one| one.as_str() == text);
        known.ok_or(UnknownFormat)
    }
}

/// The dialogue in a format; `named` says who a speaker is. Recordings follow each other in time.
#[must_use]
pub fn write(lines: &[Line], format: Format, named: impl Fn(Speaker) -> String) -> String {
    let mut text = match format {
        Format::Vtt => "WEBVTT\n\n".to_owned(),
        Format::Txt | Format::Srt => String::new(),
    };
    for (place, (line, offset)) in lines.iter().zip(offsets(lines)).enumerate() {
        let (start, end) = (line.start + offset, line.end + offset);
        let (who, said) = (named(line.speaker), line.text.as_str());
        let cue = match format {
            Format::Txt => format!("[{}] {who}: {said}\n", clock(start)),
            Format::Srt => format!(
                "{}\n{} --> {}\n{who}: {said}\n\n",
                place + 1,
                precise(start, ','),
                precise(end, ',')
            ),
            Format::Vtt => format!(
                "{} --> {}\n<v {}>{}\n\n",
                precise(start, '.'),
                precise(end, '.'),
                escaped(&who),
                escaped(said)
            ),
        };
        text.push_str(&cue);
    }
    text
}

/// By how much each line's recording is shifted: recordings stand one after another, those that sound together at once.
fn offsets(lines: &[Line]) -> Vec<u32> {
    let mut offsets = Vec::with_capacity(lines.len());
    let (mut offset, mut end, mut start) = (0_u32, 0_u32, 0_u32);
    for line in lines {
        // The next recording begins where times begin anew.
        if line.start < start {
            offset = end;
        }
        start = line.start;
        end = end.max(offset.saturating_add(line.end));
        offsets.push(offset);
    }
    offsets
}

/// A place in a recording as people say it: `0:12`, `1:02:03`.
#[must_use]
pub fn clock(milliseconds: u32) -> String {
    let seconds = milliseconds / 1000;
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if hours > 0 {
        format!("{hours}:{minutes:02}:{seconds:02}")
    } else {
        format!("{minutes}:{seconds:02}")
    }
}

fn precise(milliseconds: u32, point: char) -> String {
    let seconds = milliseconds / 1000;
    format!(
        "{:02}:{:02}:{:02}{point}{:03}",
        seconds / 3600,
        seconds / 60 % 60,
        seconds % 60,
        milliseconds % 1000
    )
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(recording: u32, speaker: Speaker, start: u32, end: u32, text: &str) -> Line {
        Line {
            recording,
            speaker,
            start,
            end,
            text: text.to_owned(),
            words: Vec::new(),
        }
    }

    fn who(speaker: Speaker) -> String {
        match speaker {
            Speaker::Agent => "Агент",
            Speaker::Client => "Клиент",
            Speaker::Unknown => "Голос",
        }
        .to_owned()
    }

    fn dialogue() -> Vec<Line> {
        vec![
            line(0, Speaker::Agent, 500, 2_000, "Добрый день!"),
            line(0, Speaker::Client, 62_250, 3_723_004, "Где <мой> заказ?"),
            line(1, Speaker::Unknown, 1_000, 2_000, "Алло"),
        ]
    }

    #[test]
    fn a_dialogue_reads_as_text_and_as_subtitles() {
        let all = dialogue();
        assert_eq!(
            write(&all, Format::Txt, who),
            "[0:00] Агент: Добрый день!\n[1:02] Клиент: Где <мой> заказ?\n[1:02:04] Голос: Алло\n"
        );
        assert_eq!(
            write(&all[..1], Format::Srt, who),
            "1\n00:00:00,500 --> 00:00:02,000\nАгент: Добрый день!\n\n"
        );
        assert_eq!(
            write(&all[1..2], Format::Vtt, who),
            "WEBVTT\n\n00:01:02.250 --> 01:02:03.004\n<v Клиент>Где &lt;мой&gt; заказ?\n\n"
        );
    }

    #[test]
    fn every_format_reads_back_from_its_name() {
        for format in Format::ALL {
            assert_eq!(format.as_str().parse(), Ok(format));
        }
        assert!("pdf".parse::<Format>().is_err());
    }
}
