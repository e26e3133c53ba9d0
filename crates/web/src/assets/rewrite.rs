//! Addresses inside assets: imports of style sheets are put in place, names of other assets become their hashed paths.

use super::embedded;

/// The style sheet as one text: every `@import "x.css";` of `css/app.css` replaced by that file.
pub(super) fn style_sheet() -> String {
    let app = embedded::text("css/app.css").unwrap_or_default();
    app.lines()
        .map(|line| imported(line).unwrap_or_else(|| format!("{line}\n")))
        .collect()
}

fn imported(line: &str) -> Option<String> {
    let name = line.strip_prefix("@import \"")?.strip_suffix("\";")?;
    embedded::text(&format!("css/{name}"))
}

/// `text` with every quoted relative address (`"./stream.js"`, `"../../icons/chevron.svg"`) whose last part `hashed`
/// knows replaced by what it gives; other quotes stay as they are.
pub(super) fn addresses(text: &str, mut hashed: impl FnMut(&str) -> Option<String>) -> String {
    text.split('"')
        .map(|part| match relative(part).and_then(&mut hashed) {
            Some(path) => path,
            None => part.to_owned(),
        })
        .collect::<Vec<_>>()
        .join("\"")
}

fn relative(part: &str) -> Option<&str> {
    let is_address =
        (part.starts_with("./") || part.starts_with("../")) && !part.contains(char::is_whitespace);
    is_address.then(|| part.rsplit('/').next()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn relative_addresses_of_known_files_are_replaced_and_nothing_else() {
        let hashed = |name: &str| (name == "stream.js").then(|| "/assets/stream.1.js".to_owned());
        let text = r#"import { a } from "./stream.js"; import "./other.js"; say("stream.js", "./ stream.js");"#;
        assert_eq!(
            addresses(text, hashed),
            r#"import { a } from "/assets/stream.1.js"; import "./other.js"; say("stream.js", "./ stream.js");"#
        );
    }

    #[test]
    fn every_style_sheet_is_part_of_the_one() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/css");
        let app = std::fs::read_to_string(folder.join("app.css")).unwrap();
        for layer in std::fs::read_dir(&folder)
            .unwrap()
            .map(|entry| entry.unwrap().path())
        {
            for file in layer
                .is_dir()
                .then(|| std::fs::read_dir(&layer).unwrap())
                .into_iter()
                .flatten()
            {
                let file = file.unwrap().path();
                let name = file.strip_prefix(&folder).unwrap().to_str().unwrap();
                assert!(
                    app.contains(&format!("@import \"{name}\";")),
                    "{name} is not imported by app.css"
                );
            }
        }
        assert!(!style_sheet().contains("@import"));
    }
}
