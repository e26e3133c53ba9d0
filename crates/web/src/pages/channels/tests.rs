//! Channels as people set them up: by the pages alone.

mod doctor;
mod log;
mod rights;
mod settings;

use desk::testing::TestDesk;
use domain::ChannelId;

use super::super::browser::{Browser, says};
use crate::testing::TestWeb;

const SECRET: &str = "wx7Hq2mXw4Rk0bTn9c1e4f2a";

/// The id in an address to go on to.
fn id_of(location: &str) -> ChannelId {
    let id = location.trim_start_matches("/channels/").split('?').next();
    id.unwrap().parse().unwrap()
}

/// A channel made by the pages.
async fn added(admin: &Browser<'_>) -> ChannelId {
    let fields = [("name", "Отдел доставки"), ("provider", "uis")];
    id_of(&admin.done("/channels/new/telephony", &fields).await)
}

/// A token made by the pages, as it stands in the list.
async fn token(admin: &Browser<'_>, id: ChannelId) -> String {
    let shown = admin.done(&format!("/channels/{id}/tokens"), &[]).await;
    let page = admin.read(shown.split('#').next().unwrap()).await;
    let at = page.find("dzv_").unwrap();
    let rest = &page[at..];
    rest[..rest.find('<').unwrap()].to_owned()
}

async fn admin<'a>(web: &'a TestWeb<'a>, test: &TestDesk) -> Browser<'a> {
    Browser::of(web, &test.admin().await).await
}
