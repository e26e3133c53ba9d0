//! A tiny model through the converter.

use super::*;

/// A model of CTranslate2 with these tensors, all of single precision.
fn model(tensors: &[(String, Vec<usize>)]) -> Vec<u8> {
    let name = |text: &str| {
        let length = u16::try_from(text.len() + 1).unwrap();
        [&length.to_le_bytes()[..], text.as_bytes(), &[0]].concat()
    };
    let number = |size: usize| u32::try_from(size).unwrap().to_le_bytes();
    let mut bytes = [&6_u32.to_le_bytes()[..], &name("WhisperSpec"), &number(3)].concat();
    bytes.extend(number(tensors.len()));
    for (tensor, shape) in tensors {
        bytes.extend(name(tensor));
        bytes.push(u8::try_from(shape.len()).unwrap());
        shape.iter().for_each(|size| bytes.extend(number(*size)));
        let count: usize = shape.iter().product();
        bytes.push(0);
        bytes.extend(number(count * 4));
        (0..count).for_each(|at| bytes.extend((at as f32).to_le_bytes()));
    }
    bytes
}

/// Everything a Whisper of one layer and width 64 has.
fn tiny() -> Vec<(String, Vec<usize>)> {
    let mut all = Vec::new();
    let mut put = |name: &str, shape: &[usize]| all.push((name.to_owned(), shape.to_vec()));
    for name in ["conv1", "conv2"] {
        put(&format!("encoder/{name}/weight"), &[64, 80, 3]);
        put(&format!("encoder/{name}/bias"), &[64]);
    }
    put("decoder/embeddings/weight", &[51_865, 64]);
    for (side, places, parts) in [
        ("encoder", 1500, &["self_attention"][..]),
        ("decoder", 448, &["self_attention", "attention"]),
    ] {
        put(
            &format!("{side}/position_encodings/encodings"),
            &[places, 64],
        );
        let layer = format!("{side}/layer_0");
        let mut norms = vec![
            format!("{side}/layer_norm"),
            format!("{layer}/ffn/layer_norm"),
        ];
        for part in parts {
            norms.push(format!("{layer}/{part}/layer_norm"));
            for (place, rows) in [192, 128, 64].into_iter().enumerate() {
                put(
                    &format!("{layer}/{part}/linear_{place}/weight"),
                    &[rows, 64],
                );
                put(&format!("{layer}/{part}/linear_{place}/bias"), &[rows]);
            }
        }
        for norm in norms {
            put(&format!("{norm}/gamma"), &[64]);
            put(&format!("{norm}/beta"), &[64]);
        }
        for name in ["linear_0", "linear_1"] {
            put(&format!("{layer}/ffn/{name}/weight"), &[64, 64]);
            put(&format!("{layer}/ffn/{name}/bias"), &[64]);
        }
    }
    all
}

fn vocabulary() -> Vec<String> {
    vec!["Ġa".to_owned(); WORDS_OF_MANY_LANGUAGES]
}

#[test]
fn a_model_is_written_with_its_sizes_and_every_tensor() {
    let mut out = Vec::new();
    convert(&model(&tiny()), &vocabulary(), &mut out).unwrap();
    let numbers: Vec<u32> = out.as_chunks::<4>().0[..12]
        .iter()
        .map(|bytes| u32::from_le_bytes(*bytes))
        .collect();
    assert_eq!(
        numbers,
        [0x6767_6d6c, 51_865, 1500, 64, 1, 1, 448, 64, 1, 1, 80, 2007]
    );
    let has = |name: &str| out.windows(name.len()).any(|part| part == name.as_bytes());
    assert!(has("encoder.blocks.0.attn.query.weight"));
    assert!(has("decoder.blocks.0.cross_attn.value.bias"));
    assert!(!has("attn.key.bias"), "keys have none");
}

#[test]
fn what_is_missing_cut_off_or_another_model_is_said() {
    let refusal = |bytes: &[u8], words: &[String]| {
        let refusal = convert(bytes, words, std::io::sink()).unwrap_err();
        refusal.to_string()
    };
    let whole = model(&tiny());
    assert!(refusal(&whole[..whole.len() - 1], &vocabulary()).contains("cut off"));
    assert!(refusal(&whole[..20], &vocabulary()).contains("cut off"));
    assert!(refusal(&whole, &vocabulary()[..100]).contains("only 100 words"));
    let mut fewer = tiny();
    fewer.retain(|(name, _)| name != "encoder/layer_norm/gamma");
    assert!(refusal(&model(&fewer), &vocabulary()).contains("encoder/layer_norm/gamma"));
    assert!(refusal(b"RIFFxxxxWAVE", &[]).contains("format"));
}
