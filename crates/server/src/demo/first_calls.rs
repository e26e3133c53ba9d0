//! A few quick calls at the first start, so that the first page has something to show.

use std::time::Duration;

use serde_json::json;

/// What is played: scenario, direction and the client's number.
const CALLS: [(&str, &str, &str); 6] = [
    ("talked", "in", "79162041837"),
    ("missed", "in", "74957806112"),
    ("transferred", "in", "79035517208"),
    ("talked", "out", "79162041840"),
    ("no_answer", "out", "79261112233"),
    ("withheld", "in", "79160000000"),
];
/// Faster than life, so that they are over when the reader has signed in.
const SPEED: u32 = 15;

/// Plays them through the PBX's own panel. A demo without them is still a demo.
pub async fn first_calls(pbx_url: String) {
    let client = reqwest::Client::builder()
        .timeout(Duration::from_secs(5))
        .build();
    let Ok(client) = client else { return };
    for (scenario, direction, number) in CALLS {
        let call = json!({"scenario": scenario, "direction": direction, "client_number": number, "speed": SPEED});
        if let Err(error) = client
            .post(format!("{pbx_url}/panel/calls"))
            .json(&call)
            .send()
            .await
        {
            tracing::warn!(%error, "a first call of the demo could not be played");
        }
    }
}
