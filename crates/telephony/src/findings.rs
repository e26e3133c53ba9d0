//! Findings as they are kept, in words for people.

use domain::Language;

/// A finding in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// How bad: `note`, `repaired` or `fault`.
    pub severity: &'static str,
    /// What was found.
    pub text: String,
    /// What to do about it.
    pub fix: String,
    /// The parameter it is about.
    pub key: Option<String>,
}

/// Reads kept findings; those of a version that is no more are left out.
#[must_use]
pub fn tell(kept: &serde_json::Value, language: Language) -> Vec<Told> {
    let lang = lang(language);
    let known = kept.as_array().into_iter().flatten();
    known
        .filter_map(|one| serde_json::from_value::<uis::Finding>(one.clone()).ok())
        .map(|finding| Told {
            severity: severity(finding.severity()),
            text: finding.text(lang),
            fix: finding.fix(lang),
            key: finding.key().map(str::to_owned),
        })
        .collect()
}

/// Why a call ended, in words; nothing for a mnemonic without any.
#[must_use]
pub fn finish_reason(mnemonic: &str, language: Language) -> Option<&'static str> {
    uis::finish_reason_words(mnemonic, lang(language))
}

fn lang(language: Language) -> uis::Lang {
    match language {
        Language::Ru => uis::Lang::Ru,
        Language::En => uis::Lang::En,
    }
}

fn severity(severity: uis::Severity) -> &'static str {
    match severity {
        uis::Severity::Note => "note",
        uis::Severity::Repaired => "repaired",
        uis::Severity::Fault => "fault",
    }
}
