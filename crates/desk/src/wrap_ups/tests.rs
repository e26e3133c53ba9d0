//! Agents say what came of their calls; administrators keep the list; the provider gets each piece once.

mod asking;
mod codes;
mod writing;

use domain::{Call, OutcomeCode};

use crate::outcomes::OutcomeCodeForm;
use crate::testing::TestDesk;

/// A new outcome code of this name.
async fn code(test: &TestDesk, name: &str) -> OutcomeCode {
    let form = OutcomeCodeForm {
        name: Some(name.to_owned()),
        ..OutcomeCodeForm::default()
    };
    let admin = test.admin().await;
    test.desk.create_outcome_code(&admin, form).await.unwrap()
}

/// The labels of the call's ticket.
async fn labels(test: &TestDesk, call: &Call) -> Vec<String> {
    crate::calls::tests::pbx::ticket(test, call).await.tags
}
