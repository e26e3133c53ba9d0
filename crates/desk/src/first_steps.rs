//! The first steps of a new desk, for the administrator who takes them.

use domain::{Actor, Role};
pub use store::first_steps::FirstSteps;

use crate::{Desk, Result};

impl Desk {
    /// How far the first steps have gone; nothing for those who do not take them, and once all are taken.
    pub async fn first_steps(&self, actor: &Actor) -> Result<Option<FirstSteps>> {
        if actor.role != Role::Admin {
            return Ok(None);
        }
        let steps = store::first_steps::find(&mut self.store.read().await?).await?;
        let all = FirstSteps {
            channel: true,
            token: true,
            call: true,
            colleague: true,
            operator: true,
        };
        Ok((steps != all).then_some(steps))
    }
}

#[cfg(test)]
mod tests {
    use crate::on_both;

    on_both! {
        async fn steps_are_told_to_administrators_until_they_are_taken(test: &TestDesk) {
            let admin = test.admin().await;
            let steps = test.desk.first_steps(&admin).await.unwrap().unwrap();
            assert!(!steps.channel && !steps.token && !steps.call && !steps.operator);
            let channel = test.channel().await;
            assert!(test.desk.first_steps(&admin).await.unwrap().unwrap().channel);
            let agent = test.agent("anna", &[channel]).await;
            assert!(test.desk.first_steps(&agent).await.unwrap().is_none());
            assert!(test.desk.first_steps(&admin).await.unwrap().unwrap().colleague);
        }
    }
}
