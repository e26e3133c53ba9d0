//! Settings as an operator writes them.

use secrecy::ExposeSecret;

use super::load::parse;
use super::*;

fn read(text: &str, environment: &[(&str, &str)]) -> anyhow::Result<Settings> {
    let environment = environment
        .iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
    parse(text, environment)
}

fn refusal(text: &str, environment: &[(&str, &str)]) -> String {
    format!("{:#}", read(text, environment).unwrap_err())
}

#[test]
fn the_example_says_what_an_empty_file_says() {
    let example = include_str!("../../../../dozvon.example.toml");
    let (example, empty) = (read(example, &[]).unwrap(), read("", &[]).unwrap());
    assert_eq!(example.listen, empty.listen);
    assert_eq!(example.public_url(), empty.public_url());
    assert_eq!(example.data_dir, empty.data_dir);
    assert_eq!(
        example.database_url().expose_secret(),
        empty.database_url().expose_secret()
    );
    assert_eq!(example.secret_key_file(), empty.secret_key_file());
    assert_eq!(example.recordings_url(), empty.recordings_url());
    assert_eq!(example.largest_recording_mb, empty.largest_recording_mb);
    assert_eq!(example.metrics_listen, empty.metrics_listen);
    assert_eq!(example.trusted_proxies, empty.trusted_proxies);
    assert_eq!(example.time_zone, empty.time_zone);
    assert_eq!(example.language, empty.language);
    for (one, other) in [
        (&example.providers.uis, &empty.providers.uis),
        (&example.providers.comagic, &empty.providers.comagic),
        (&example.providers.novofon, &empty.providers.novofon),
        (&example.providers.callgear, &empty.providers.callgear),
    ] {
        assert_eq!(one.media_hosts, other.media_hosts);
    }
    let folder = |settings: &Settings| settings.speech.folder(&settings.data_dir);
    assert_eq!(folder(&example), folder(&empty));
    assert_eq!(example.speech.engine, empty.speech.engine);
    assert_eq!(example.speech.language(), empty.speech.language());
    assert_eq!(example.speech.model(), empty.speech.model());
    assert_eq!(example.speech.workers, empty.speech.workers);
    assert!(example.speech.url.is_empty() && example.speech.api_key().is_none());
    let (example, empty) = (crate::open::options(&example), crate::open::options(&empty));
    for provider in domain::Provider::ALL {
        assert_eq!(example.addresses(provider), empty.addresses(provider));
    }
}

#[test]
fn the_example_has_every_key() {
    let example = include_str!("../../../../dozvon.example.toml");
    let table: toml::Table = toml::from_str(example).unwrap();
    for key in super::known::all() {
        let found = key
            .split('.')
            .try_fold(toml::Value::Table(table.clone()), |value, part| {
                value.get(part).cloned()
            });
        assert!(
            found.is_some() || key == "secret_key",
            "{key} is not in the example"
        );
    }
}

#[test]
fn the_environment_wins_over_the_file() {
    let environment = [
        ("DOZVON_LISTEN", "127.0.0.1:9999"),
        (
            "DOZVON_PROVIDERS__UIS__MEDIA_HOSTS",
            "127.0.0.1:8081, media.example",
        ),
        ("DOZVON_TEST_POSTGRES", "postgres://elsewhere"),
        ("PATH", "/bin"),
    ];
    let settings = read("listen = \"127.0.0.1:1\"\n", &environment).unwrap();
    assert_eq!(settings.listen.port(), 9999);
    assert_eq!(
        settings.providers.uis.media_hosts,
        ["127.0.0.1:8081", "media.example"]
    );
    assert_eq!(
        settings.providers.comagic.media_hosts.len(),
        2,
        "the others keep what they have"
    );
}

#[test]
fn an_unknown_key_names_the_nearest() {
    assert!(refusal("lisen = \"x\"", &[]).contains("the nearest is `listen`"));
    assert!(
        refusal("[providers.uis]\nmedia_host = []", &[]).contains("`providers.uis.media_hosts`")
    );
    assert!(refusal("", &[("DOZVON_DATABASE", "x")]).contains("`database_url`"));
}

#[test]
fn a_wrong_value_says_what_to_do() {
    assert!(refusal("time_zone = \"Moscow\"", &[]).contains("Europe/Moscow"));
    assert!(refusal("public_url = \"ftp://x\"", &[]).contains("https://desk.example.ru"));
    assert!(refusal("language = \"de\"", &[]).contains("a setting cannot be read"));
    assert!(refusal("default_country = \"XX\"", &[]).contains("two letters"));
    assert!(refusal("listen =", &[]).contains("not TOML"));
}

#[test]
fn speech_is_set_in_the_file_and_the_environment() {
    let environment = [
        ("DOZVON_SPEECH__API_KEY", "verysecret"),
        ("DOZVON_SPEECH__WORKERS", "3"),
    ];
    let text = "[speech]\nengine = \"openai\"\nurl = \"https://s.example/v1\"\nlanguage = \"ru\"";
    let settings = read(text, &environment).unwrap();
    assert_eq!(settings.speech.engine, Engine::Openai);
    assert_eq!(settings.speech.workers, 3);
    assert_eq!(settings.speech.language().as_deref(), Some("ru"));
    assert!(!format!("{settings:?}").contains("verysecret"));
    assert!(refusal("[speech]\nengine = \"openai\"", &[]).contains("speech.url"));
    assert!(refusal("[speech]\nlanguage = \"русский\"", &[]).contains("ru, en or auto"));
    assert!(refusal("[speech]\nmodle = \"x\"", &[]).contains("`speech.model`"));
    assert!(refusal("[speech]\nengine = \"vosk\"", &[]).contains("cannot be read"));
}

#[test]
fn a_databases_password_is_not_printed() {
    let settings = read(
        "database_url = \"postgres://dozvon:verysecret@db/dozvon\"",
        &[],
    )
    .unwrap();
    assert!(!format!("{settings:?}").contains("verysecret"));
}
