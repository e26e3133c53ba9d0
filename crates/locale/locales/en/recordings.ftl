# Recordings: how far each is, the player, the channel's rules about them.
sound-expected = The recording will be here soon: it is being fetched from the provider.
sound-not-ready = The provider is still preparing the recording. The next try is at { $time }.
sound-put-off = The recording is not kept yet: { $why }. The next try is at { $time }.
sound-fetching = The recording is being kept.
sound-percent = The recording is being kept, { $percent } %.
sound-gone = The recording is gone: the provider keeps them for a limited time and has deleted this one.
sound-failed = The recording is not kept: { $why }.
sound-removed = The recording was deleted on { $day }: the keeping time set for the channel was over.
sound-retry = Try again
sound-client = Client
sound-agent = Operator
sound-part = Part { $n }

mishap-gone = the provider no longer has it
mishap-not-ready = the provider never prepared it
mishap-unreached = the provider does not answer
mishap-refused = the provider answered with code { $status }
mishap-not-sound = something else came in place of sound
mishap-empty = the file is empty
mishap-too-large = the file is larger than the settings allow
mishap-host-not-allowed = its address is not in the setting media_hosts
mishap-storage = the storage of recordings did not take the file

player-play = Play
player-pause = Pause
player-place = Place in the recording
player-back = Back 10 seconds
player-on = Forward 10 seconds
player-speed = Speed
player-keys = Recording: play and pause, 10 seconds back and forward
player-space = Space
