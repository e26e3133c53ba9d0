//! What was said of a call is written back to the provider: by a job, each piece once, as long as the channel wants it.

use domain::wrap_up::WrapUp;
use domain::write_back::{MOST_TRIES, Remark, Stage, WriteBack};
use domain::{Actor, Call, CallId, Channel, ChannelId, Language};
use store::{Conn, Tx, channels, outcome_codes, wrap_ups, write_backs};
use telephony::pbx::{Failure, Pbx, Why as PbxWhy};

use super::give::wrapped;
use crate::calls::CallView;
use crate::jobs::{Work, enqueue};
use crate::phone::PbxRefusal;
use crate::rights::supervisors_only;
use crate::{Desk, Refusal, Result, Thing};

/// What is to be at the provider.
struct Wanted {
    call: Call,
    channel: Channel,
    tags: Vec<String>,
    note: Option<String>,
}

impl Desk {
    /// Has what was said of a call be written back once more, after something was mended.
    pub async fn write_back_again(&self, actor: &Actor, id: CallId) -> Result<CallView> {
        let mut tx = self.store.begin().await?;
        let call = wrapped(&mut tx, actor, id).await?;
        let known = write_backs::find(&mut tx, id).await?;
        let known = known.ok_or(Refusal::NotFound(Thing::WriteBack))?;
        if known.said.is_some() {
            self.begin_write_back(&mut tx, &call, Some(known)).await?;
            tx.commit().await?;
        }
        self.call(actor, id).await
    }

    /// What of a channel's calls the provider has not written, the latest first: for those who see how it is set up.
    pub async fn not_written(&self, actor: &Actor, id: ChannelId) -> Result<Vec<WriteBack>> {
        const MOST: i64 = 200;
        supervisors_only(actor)?;
        let mut conn = self.store.read().await?;
        Ok(write_backs::in_trouble(&mut conn, id, MOST).await?)
    }

    /// Has what was said of a call be written back, when its channel wants that.
    pub(super) async fn expect_write_back(&self, tx: &mut Tx, call: &Call) -> Result<()> {
        let channel = channels::find(tx, call.channel_id).await?;
        if channel.is_some_and(|channel| channel.writes_back) {
            let known = write_backs::find(tx, call.id).await?;
            self.begin_write_back(tx, call, known).await?;
        }
        Ok(())
    }

    async fn begin_write_back(
        &self,
        tx: &mut Tx,
        call: &Call,
        known: Option<WriteBack>,
    ) -> Result<()> {
        let now = self.now();
        let mut one = known.unwrap_or_else(|| WriteBack::new(call.id, now));
        (one.stage, one.said, one.tries, one.at) = (Stage::Waiting, None, 0, now);
        write_backs::put(tx, call, &one).await?;
        enqueue(tx, &Work::WriteBack { call: call.id }, now).await
    }

    /// Writes back what is not there yet. What cannot be done before somebody mends something is not tried again by itself.
    pub(crate) async fn write_back(&self, id: CallId) -> Result<()> {
        let mut conn = self.store.read().await?;
        let known = write_backs::find(&mut conn, id).await?;
        let waits = known.filter(|one| one.stage == Stage::Waiting);
        let (Some(mut one), Some(wanted)) = (waits, wanted(&mut conn, id).await?) else {
            return Ok(());
        };
        let pbx = match self.pbx(&mut conn, &wanted.channel).await {
            Ok(pbx) => pbx,
            Err(Refusal::Unready(_)) => {
                let said =
                    Language::ALL.map(|language| locale::words(language).msg_phone_no_app_secret());
                return self.gave_up(&wanted, one, said).await;
            }
            Err(refusal) => return Err(refusal),
        };
        drop(conn);
        let done = self.write_pieces(&pbx, &wanted, &mut one).await;
        match done {
            Ok(()) => self.wrote(&wanted, one).await,
            Err(Trouble::Pbx(failure)) => self.refused(&wanted, one, &failure).await,
            Err(Trouble::Inside(refusal)) => Err(refusal),
        }
    }

    async fn write_pieces(
        &self,
        pbx: &Pbx,
        wanted: &Wanted,
        one: &mut WriteBack,
    ) -> std::result::Result<(), Trouble> {
        self.write_tags(pbx, wanted, one).await?;
        let Some(note) = &wanted.note else {
            return Ok(());
        };
        one.remark_stage = one.about(note);
        if one.remark_stage != Remark::Unasked {
            return Ok(());
        }
        (one.remark, one.remark_stage) = (Some(note.clone()), Remark::Asked);
        self.keep(wanted, one).await?;
        match pbx.remark(wanted.call.session_id, note).await {
            Ok(()) => one.remark_stage = Remark::Written,
            Err(failure) if failure.may_have_been_done() => {
                one.remark_stage = Remark::Unclear;
                return Err(failure.into());
            }
            Err(failure) => {
                one.remark_stage = Remark::Unasked;
                return Err(failure.into());
            }
        }
        Ok(self.keep(wanted, one).await?)
    }

    async fn write_tags(
        &self,
        pbx: &Pbx,
        wanted: &Wanted,
        one: &mut WriteBack,
    ) -> std::result::Result<(), Trouble> {
        let (put, off) = one.missing(&wanted.tags);
        let (put, off): (Vec<String>, Vec<String>) = (
            put.into_iter().cloned().collect(),
            off.into_iter().cloned().collect(),
        );
        if put.is_empty() && off.is_empty() {
            return Ok(());
        }
        let known = pbx.tags().await?;
        let id = |name: &str| {
            let same = |(_, tag): &&(i64, String)| tag.to_lowercase() == name.to_lowercase();
            known.iter().find(same).map(|(id, _)| *id)
        };
        let session = wanted.call.session_id;
        for name in off {
            // One that the account no longer has is on no call either.
            if let Some(tag) = id(&name) {
                pbx.take_tag(session, tag).await?;
            }
            one.tags.retain(|tag| *tag != name);
            self.keep(wanted, one).await?;
        }
        for name in put {
            let tag = match id(&name) {
                Some(tag) => tag,
                None => pbx.make_tag(&name).await?,
            };
            match pbx.put_tag(session, tag).await {
                Err(failure) if failure.why() != PbxWhy::Already => return Err(failure.into()),
                Ok(()) | Err(_) => {}
            }
            one.tags.push(name);
            self.keep(wanted, one).await?;
        }
        Ok(())
    }

    async fn wrote(&self, wanted: &Wanted, mut one: WriteBack) -> Result<()> {
        one.stage = Stage::Done;
        one.said = None;
        if one.remark_stage == Remark::Unclear {
            one.stage = Stage::Unclear;
            let said = Language::ALL.map(|language| locale::words(language).msg_written_unclear());
            one.said = Some(said.into());
        }
        self.keep(wanted, &one).await
    }

    async fn refused(&self, wanted: &Wanted, mut one: WriteBack, failure: &Failure) -> Result<()> {
        if one.remark_stage == Remark::Unclear {
            // The tags are there; the remark is not asked for again.
            return self.wrote(wanted, one).await;
        }
        let refusal = PbxRefusal::of(failure);
        let said = refusal.clone().into_said();
        one.tries += 1;
        if !may_pass(refusal.why) || one.tries >= MOST_TRIES {
            return self.gave_up(wanted, one, said).await;
        }
        one.said = Some(said.into());
        self.keep(wanted, &one).await?;
        Err(Refusal::Pbx(Box::new(refusal)))
    }

    async fn gave_up(&self, wanted: &Wanted, mut one: WriteBack, said: [String; 2]) -> Result<()> {
        one.stage = Stage::Failed;
        one.said = Some(said.into());
        self.keep(wanted, &one).await
    }

    async fn keep(&self, wanted: &Wanted, one: &WriteBack) -> Result<()> {
        let now = WriteBack {
            at: self.now(),
            ..one.clone()
        };
        let mut tx = self.store.begin().await?;
        write_backs::put(&mut tx, &wanted.call, &now).await?;
        Ok(tx.commit().await?)
    }
}

/// What is to be there; nothing when the channel no longer wants it, or nothing was said.
async fn wanted(conn: &mut Conn, id: CallId) -> Result<Option<Wanted>> {
    let Some(call) = store::calls::find(conn, id).await? else {
        return Ok(None);
    };
    let channel = channels::find(conn, call.channel_id).await?;
    let wrap_up = wrap_ups::find(conn, id).await?;
    let given = wrap_up.as_ref().and_then(WrapUp::given).cloned();
    let (Some(channel), Some(given)) = (channel.filter(|it| it.writes_back), given) else {
        return Ok(None);
    };
    let codes = outcome_codes::list(conn).await?;
    let code = codes
        .into_iter()
        .find(|code| Some(code.id) == given.outcome);
    let mut tags: Vec<String> = code.map(|code| code.name).into_iter().collect();
    for tag in given.tags {
        if !tags.contains(&tag) {
            tags.push(tag);
        }
    }
    Ok(Some(Wanted {
        call,
        channel,
        tags,
        note: given.note,
    }))
}

/// Why a piece was not written.
enum Trouble {
    Pbx(Failure),
    Inside(Refusal),
}

impl From<Failure> for Trouble {
    fn from(failure: Failure) -> Self {
        Self::Pbx(failure)
    }
}

impl From<Refusal> for Trouble {
    fn from(refusal: Refusal) -> Self {
        Self::Inside(refusal)
    }
}

/// Whether the same may go well later without anybody mending anything.
fn may_pass(why: PbxWhy) -> bool {
    match why {
        PbxWhy::Limit | PbxWhy::Unreachable | PbxWhy::Other | PbxWhy::State | PbxWhy::Already => {
            true
        }
        PbxWhy::Key
        | PbxWhy::Address
        | PbxWhy::Component
        | PbxWhy::Account
        | PbxWhy::Operator
        | PbxWhy::Phone
        | PbxWhy::OwnNumber
        | PbxWhy::BlackList
        | PbxWhy::Number
        | PbxWhy::Over => false,
    }
}
