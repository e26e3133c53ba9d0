//! Listening: out of the desk's own storage, or through the guard from the provider while it is not kept yet.

use domain::recording::State;
use domain::{Actor, Call, CallId, Channel, Recording};
use futures_util::TryStreamExt;
use sound::{Wanted, wanted};
use store::recordings::{self, Deed, Listen};
use telephony::recording::{self, Bytestream, NoSound};

use super::hushed::not_for;
use super::kept::refusal;
use super::rights::audible;
use crate::{Desk, Refusal, Result, Thing};

/// What a listener wants.
#[derive(Debug, Clone, Copy)]
pub struct How<'a> {
    /// The `Range` header.
    pub range: Option<&'a str>,
    /// To play it, or to have it as a file.
    pub deed: Deed,
}

/// Sound on its way to a listener.
pub struct Sound {
    /// Its type, `audio/…`.
    pub content_type: String,
    /// Bytes to come, when told.
    pub length: Option<u64>,
    /// Which bytes of the whole, when it is a part.
    pub content_range: Option<String>,
    /// The bytes.
    pub bytes: Bytestream,
    /// What a file of it is called.
    pub name: String,
}

/// What a player asks for only to learn why it got nothing.
const PROBE: &str = "bytes=0-0";

impl Desk {
    /// Opens the `n`th recording of a call, counted from 0; that somebody did is written down.
    pub async fn recording(
        &self,
        actor: &Actor,
        id: CallId,
        n: usize,
        how: How<'_>,
    ) -> Result<Sound> {
        let mut conn = self.store.read().await?;
        let call = audible(&mut conn, actor, id).await?;
        let all = recordings::of_calls(&mut conn, &[id]).await?;
        let n = i64::try_from(n).unwrap_or(i64::MAX);
        let one = all.into_iter().find(|one| one.n == n);
        let one = one.ok_or(Refusal::NotFound(Thing::Recording))?;
        let channel = store::channels::find(&mut conn, call.channel_id).await?;
        let hidden = not_for(&mut conn, actor, id).await?.remove(&one.n);
        drop(conn);
        let channel = channel.ok_or(Refusal::NotFound(Thing::Recording))?;
        let ending = match &hidden {
            Some(_) => "wav",
            None => one.kept().map_or("mp3", |kept| kept.kind.as_str()),
        };
        let mut sound = match hidden {
            Some(stretches) => self.hushed_sound(&one, &stretches, how.range).await?,
            None => self.whole_sound(&one, &channel, how.range).await?,
        };
        sound.name = file_name(&call, &one, &channel.zone(), ending);
        if how.range != Some(PROBE) {
            self.note_listener(actor, &one, how.deed).await?;
        }
        Ok(sound)
    }

    async fn whole_sound(
        &self,
        one: &Recording,
        channel: &Channel,
        range: Option<&str>,
    ) -> Result<Sound> {
        match &one.state {
            State::Kept(kept) => {
                let size = u64::try_from(kept.bytes).unwrap_or_default();
                let kind = kept.kind.content_type();
                self.stored_sound(&kept.place, kind, size, range).await
            }
            State::Gone(_) | State::Removed(_) => Err(Refusal::Gone),
            State::Expected(_) | State::Fetching(_) | State::Failed(..) => {
                let hosts = self.options.provider(channel.provider).media_hosts;
                self.sound_there(one, &hosts, range).await
            }
        }
    }

    /// A file of the storage, or a part of it.
    pub(super) async fn stored_sound(
        &self,
        place: &str,
        content_type: &str,
        size: u64,
        range: Option<&str>,
    ) -> Result<Sound> {
        // A part that is not there: the listener gets the whole and finds their place themselves.
        let part = match wanted(range, size) {
            Wanted::Part(part) => Some(part),
            Wanted::Everything | Wanted::Nothing => None,
        };
        let opened = self.shelf.open(place, part.clone()).await;
        let opened = opened.map_err(refusal)?;
        let range = &opened.range;
        Ok(Sound {
            content_type: content_type.to_owned(),
            length: Some(range.end - range.start),
            content_range: part.map(|_| format!("bytes {}-{}/{size}", range.start, range.end - 1)),
            bytes: Box::pin(opened.bytes.into_stream()),
            name: String::new(),
        })
    }

    async fn sound_there(
        &self,
        one: &Recording,
        hosts: &[String],
        range: Option<&str>,
    ) -> Result<Sound> {
        let largest = self.options.largest_recording;
        let opened = recording::open(&self.outbound, &one.link, hosts, range, largest).await;
        let opened = opened.map_err(|why| {
            tracing::info!(recording = %one.id, error = &why as &dyn std::error::Error, "a recording could not be opened");
            match why {
                NoSound::Gone => Refusal::Gone,
                NoSound::NotReady => Refusal::NotReady,
                NoSound::Refused(_) | NoSound::NotSound(_) | NoSound::TooLarge | NoSound::Unreached(_) => {
                    Refusal::Upstream(why.to_string())
                }
            }
        })?;
        Ok(Sound {
            content_type: opened.content_type,
            length: opened.length,
            content_range: opened.content_range,
            bytes: opened.bytes,
            name: String::new(),
        })
    }

    async fn note_listener(&self, actor: &Actor, one: &Recording, deed: Deed) -> Result<()> {
        let mut tx = self.store.begin().await?;
        let listen = Listen {
            recording: one.id,
            agent: actor.agent,
            deed,
            at: self.now(),
        };
        recordings::heard(&mut tx, &listen).await?;
        Ok(tx.commit().await?)
    }
}

/// `2026-03-28_16-29_79160000002_1.mp3`: when by the channel's clock, whose number, which of several.
fn file_name(call: &Call, one: &Recording, zone: &jiff::tz::TimeZone, ending: &str) -> String {
    let began = call.facts.started_at.to_zoned(zone.clone());
    let began = began.strftime("%Y-%m-%d_%H-%M");
    let number = call.facts.client.as_ref().and_then(|party| party.phone());
    let number = number.map_or_else(
        || call.session_id.to_string(),
        |number| number.digits().to_owned(),
    );
    let which = match call.facts.recordings.len() {
        0 | 1 => String::new(),
        _ => format!("_{}", one.n + 1),
    };
    format!("{began}_{number}{which}.{ending}")
}
