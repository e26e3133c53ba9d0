//! What the desk writes on a call that has been: tags and a remark.

use uis::data_api::{Communication, CommunicationType};

use super::{Call, Failure, Pbx};

/// A tag's id in the account.
pub type Tag = i64;

// A call's id as a communication is documented as equal to its session.
impl Pbx {
    /// The account's tags by name.
    pub async fn tags(&self) -> Result<Vec<(Tag, String)>, Failure> {
        let all = self.account.tags().all().await?;
        let named = all.into_iter().filter_map(|tag| Some((tag.id, tag.name?)));
        Ok(named.collect())
    }

    /// Makes a tag.
    pub async fn make_tag(&self, name: &str) -> Result<Tag, Failure> {
        Ok(self.account.create_tag(name).await?)
    }

    /// Puts a tag on a call. Put on twice it is there once.
    pub async fn put_tag(&self, call: Call, tag: Tag) -> Result<(), Failure> {
        Ok(self
            .account
            .set_tag(tag, &Communication::call(call))
            .await?)
    }

    /// Takes a tag off a call.
    pub async fn take_tag(&self, call: Call, tag: Tag) -> Result<(), Failure> {
        let on = Communication::call(call);
        Ok(self.account.unset_tag(tag, &on).await?)
    }

    /// Writes a remark on a call. Asked twice, the account has it twice.
    pub async fn remark(&self, call: Call, text: &str) -> Result<(), Failure> {
        let kind = CommunicationType::Call;
        Ok(self.account.comment(call, kind, text).await?)
    }
}
