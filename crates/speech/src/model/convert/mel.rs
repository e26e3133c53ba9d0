//! The filters through which Whisper hears: triangles that are as wide apart as the ear has it.

/// Points of the spectrum from 0 Hz on, 40 Hz apart.
const POINTS: usize = 201;
const STEP: f64 = 40.0;
const HIGHEST: f64 = 8000.0;
/// Up to here the scale is even, and above it logarithmic (Slaney's Auditory Toolbox, 1998).
const EVEN_HZ: f64 = 1000.0;
const EVEN_MEL: f64 = 15.0;
const HZ_PER_MEL: f64 = 200.0 / 3.0;

/// Weights of every point in every filter, one filter after another; each filter has the same area.
#[expect(
    clippy::cast_precision_loss,
    reason = "counts of filters and points are small"
)]
#[expect(
    clippy::cast_possible_truncation,
    reason = "whisper.cpp reads single precision"
)]
pub(super) fn filters(count: usize) -> Vec<f32> {
    let highest = mel(HIGHEST);
    let edges: Vec<f64> = (0..count + 2)
        .map(|at| hertz(highest * at as f64 / (count + 1) as f64))
        .collect();
    let filter = |edges: &[f64]| -> Vec<f32> {
        let [low, middle, high] = edges else {
            return Vec::new();
        };
        let height = 2.0 / (high - low);
        let weight = |point: usize| {
            let hertz = point as f64 * STEP;
            let (rise, fall) = (
                (hertz - low) / (middle - low),
                (high - hertz) / (high - middle),
            );
            (rise.min(fall).max(0.0) * height) as f32
        };
        (0..POINTS).map(weight).collect()
    };
    edges.windows(3).flat_map(filter).collect()
}

fn steepness() -> f64 {
    6.4_f64.ln()
}

fn mel(hertz: f64) -> f64 {
    if hertz < EVEN_HZ {
        hertz * 3.0 / 200.0
    } else {
        EVEN_MEL + (hertz / EVEN_HZ).ln() * 27.0 / steepness()
    }
}

fn hertz(mel: f64) -> f64 {
    if mel < EVEN_MEL {
        mel * HZ_PER_MEL
    } else {
        EVEN_HZ * ((mel - EVEN_MEL) * steepness() / 27.0).exp()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn filters_rise_and_fall_and_have_one_area() {
        let all = filters(80);
        assert_eq!(all.len(), 80 * POINTS);
        for filter in all.chunks(POINTS).skip(40) {
            let area: f32 = filter.iter().sum::<f32>() * 40.0;
            assert!((area - 1.0).abs() < 0.1, "{area}");
        }
    }
}
