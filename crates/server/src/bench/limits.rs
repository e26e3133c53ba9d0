//! What the disk itself can do: records of the same size, a sync after each group of the same size.

use std::fs::File;
use std::io::Write;
use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};

/// How long the disk is measured.
const TIME: Duration = Duration::from_secs(2);

/// Records in a second when every `group` of them is followed by a sync.
pub fn records_per_second(folder: &Path, group: u64, record: usize) -> Result<f64> {
    let path = folder.join("disk");
    let mut file = File::create(&path).context("could not write to the disk")?;
    let records = vec![b'x'; record * usize::try_from(group)?];
    let began = Instant::now();
    let mut groups = 0u64;
    while began.elapsed() < TIME {
        file.write_all(&records)?;
        file.sync_data()?;
        groups += 1;
    }
    let rate = (groups * group) as f64 / began.elapsed().as_secs_f64();
    std::fs::remove_file(path)?;
    Ok(rate)
}
