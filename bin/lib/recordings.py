"""Recordings out of unpacked Debian packages, as a telephone would carry them, each with a .txt of what is said in it."""

import gzip
import pathlib
import re
import subprocess
import sys

share, out = map(pathlib.Path, sys.argv[1:])
SOUNDS = share / "asterisk/sounds"
VOICE = share / "festival/voices/russian/msu_ru_nsh_clunits"


def put(folder, name, sound, text):
    """8 kHz, one channel, µ-law."""
    to = out / folder
    to.mkdir(parents=True, exist_ok=True)
    telephone = ["-ar", "8000", "-ac", "1", "-c:a", "pcm_mulaw"]
    subprocess.run(["ffmpeg", "-y", "-v", "error", "-i", sound, *telephone, to / f"{name}.wav"], check=True)
    (to / f"{name}.txt").write_text(text, encoding="utf-8")


def prompts(language):
    """Names of prompts and what is said in them; remarks in brackets are no speech."""
    path = share / f"doc/asterisk-core-sounds-{language}/core-sounds-{language}.txt.gz"
    for line in gzip.open(path, "rt", encoding="utf-8", errors="replace"):
        found = re.match(r"([\w-]+): ([^\[(<]+)$", line.strip())
        if found:
            yield found.groups()


for name, text in prompts("ru"):
    sound = SOUNDS / f"ru_RU_f_IvrvoiceRU/{name}.wav"
    if name.startswith("vm-") and len(text.split()) >= 3 and sound.exists():
        put("ru, a woman reads prompts", name, sound, text)

# Every third: there are many.
spoken = [(name, text) for name, text in prompts("en") if len(text.split()) >= 5]
for name, text in spoken[2::3]:
    sound = SOUNDS / f"en_US_f_Allison/{name}.wav"
    if sound.exists():
        put("en, a woman reads prompts", name, sound, text)

for line in open(VOICE / "etc/txt.done.data", encoding="utf-8"):
    found = re.match(r'\( (ru_0[12]\d\d) "(.*)" \)', line.strip())
    if found and (VOICE / f"wav/{found[1]}.wav").exists():
        # A plus marks the stress.
        put("ru, a man reads a novel", found[1], VOICE / f"wav/{found[1]}.wav", found[2].replace("+", ""))
