//! A folder and a bucket keep, give and let go by the same words.

mod bucket;

use futures_util::StreamExt;
use tempfile::TempDir;

use super::*;

async fn read(shelf: &Shelf, name: &str, part: Option<Range<u64>>) -> (Range<u64>, Vec<u8>) {
    let opened = shelf.open(name, part).await.unwrap();
    let pieces: Vec<_> = opened.bytes.collect().await;
    let bytes = pieces.into_iter().flat_map(|piece| piece.unwrap().to_vec());
    (opened.range, bytes.collect())
}

async fn put(shelf: &Shelf, name: &str, content: &[u8]) {
    let mut draft = shelf.draft().unwrap();
    for piece in content.chunks(1000) {
        draft.add(piece).await.unwrap();
    }
    let measured = draft.measure().await.unwrap();
    assert_eq!(measured.bytes, content.len() as u64);
    shelf.keep(name, draft.path()).await.unwrap();
}

async fn keeps_gives_and_lets_go(shelf: &Shelf) {
    let content: Vec<u8> = (0..700_000u32).map(|n| (n % 251) as u8).collect();
    let name = "chan_1/2026-03/rec_1.mp3";
    put(shelf, name, b"an earlier try").await;
    put(shelf, name, &content).await;
    let (range, whole) = read(shelf, name, None).await;
    assert_eq!((range, whole), (0..700_000, content.clone()));
    let (range, part) = read(shelf, name, Some(5..10)).await;
    assert_eq!((range, &part[..]), (5..10, &content[5..10]));

    let local = shelf.local(name).await.unwrap();
    assert_eq!(std::fs::read(local.path()).unwrap(), content);
    drop(local);
    assert_eq!(
        read(shelf, name, None).await.1.len(),
        700_000,
        "only a copy goes away"
    );

    shelf.remove(name).await.unwrap();
    shelf.remove(name).await.unwrap();
    let missing = shelf.open(name, None).await;
    assert!(matches!(missing, Err(ShelfError::Missing(_))));
    let missing = shelf.local(name).await;
    assert!(matches!(missing, Err(ShelfError::Missing(_))));
    shelf.check().await.unwrap();
}

fn drafts_of(folder: &TempDir) -> usize {
    std::fs::read_dir(folder.path().join("arriving"))
        .unwrap()
        .count()
}

#[tokio::test]
async fn a_folder_keeps_gives_and_lets_go() {
    let folder = tempfile::tempdir().unwrap();
    let at = format!("file://{}", folder.path().join("записи 1").display());
    let shelf = Shelf::open_at(&at, &folder.path().join("arriving")).unwrap();
    keeps_gives_and_lets_go(&shelf).await;
    assert_eq!(drafts_of(&folder), 0, "drafts go away by themselves");
}

#[tokio::test]
async fn a_bucket_keeps_gives_and_lets_go() {
    let folder = tempfile::tempdir().unwrap();
    let endpoint = bucket::serve().await;
    let at = format!(
        "s3://calls/desk?endpoint={endpoint}&region=ru-1&allow_http=true&skip_signature=true"
    );
    let shelf = Shelf::open_at(&at, &folder.path().join("arriving")).unwrap();
    keeps_gives_and_lets_go(&shelf).await;
    assert_eq!(drafts_of(&folder), 0, "copies go away by themselves");
}

#[tokio::test]
async fn a_storage_that_is_away_is_a_failure_and_not_a_hole() {
    let folder = tempfile::tempdir().unwrap();
    let shelf =
        Shelf::in_folder(&folder.path().join("kept"), &folder.path().join("arriving")).unwrap();
    put(&shelf, "a/b.mp3", b"ID3").await;
    std::fs::remove_dir_all(folder.path().join("kept")).unwrap();
    std::fs::write(folder.path().join("kept"), "a file where the folder was").unwrap();
    assert!(matches!(shelf.check().await, Err(ShelfError::Failed(_))));
}

#[test]
fn an_address_that_is_no_storage_is_refused_with_what_to_do() {
    let folder = tempfile::tempdir().unwrap();
    let refused = |at: &str| match Shelf::open_at(at, folder.path()) {
        Ok(_) => panic!("{at} was taken"),
        Err(error) => error.to_string(),
    };
    assert!(refused("/srv/recordings").contains("recordings_url"));
    assert!(refused("ftp://srv/recordings").contains("file:// or s3://"));
    let with_key = refused("s3://calls?access_key_id=AKIA&secret_access_key=x");
    assert!(with_key.contains("AWS_SECRET_ACCESS_KEY"), "{with_key}");
}

#[test]
fn what_a_killed_desk_has_left_is_swept_away_and_the_rest_stays() {
    let folder = tempfile::tempdir().unwrap();
    let arriving = folder.path().join("arriving");
    std::fs::create_dir(&arriving).unwrap();
    let old = std::time::UNIX_EPOCH;
    for (name, age) in [
        ("arriving-old", Some(old)),
        ("arriving-new", None),
        ("other", Some(old)),
    ] {
        let file = std::fs::File::create(arriving.join(name)).unwrap();
        if let Some(age) = age {
            file.set_modified(age).unwrap();
        }
    }
    Shelf::in_folder(&folder.path().join("kept"), &arriving).unwrap();
    let mut left: Vec<_> = std::fs::read_dir(&arriving)
        .unwrap()
        .map(|one| one.unwrap().file_name())
        .collect();
    left.sort();
    assert_eq!(left, ["arriving-new", "other"]);
}
