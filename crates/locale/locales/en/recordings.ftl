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

sound-state-expected = Awaited
sound-state-fetching = Being kept
sound-state-kept = Kept here
sound-state-gone = Too late, the provider no longer has them
sound-state-failed = Could not be kept
sound-state-removed = Deleted when their time was over

rules-title = Recordings
rules-lead = { $provider } keeps recordings for a limited time. Dozvon keeps each of its own as soon as it appears.
rules-only-there = { $count ->
    [one] { $count } recording is only at { $provider } so far.
   *[other] { $count } recordings are only at { $provider } so far.
}
rules-lost-at = { $provider } will delete the first of them around:
rules-rules = Rules
rules-listening = Which agents may listen
rules-everybody = Everybody who works in the channel
rules-own-calls = Each to their own calls only
rules-supervisors = None, only supervisors and administrators
rules-keep = Days to keep recordings here
rules-keep-help = Empty: for good. What is older goes at night, after three.
rules-provider = Days that { $provider } keeps recordings
rules-provider-help = By your tariff. It tells what has to be saved in time.
rules-side = The operator's voice in a stereo recording
rules-side-help = If the waveform or the transcript mixes the voices up, choose the other channel.
rules-left = Left channel
rules-right = Right channel
rules-preview = Show what would go
rules-nothing-goes = { $days ->
    [one] If kept for { $days } day, nothing would go now.
   *[other] If kept for { $days } days, nothing would go now.
}
rules-goes = If kept for { $days } days, recordings that would go tonight: { $count }, { $size }.
rules-oldest = The oldest of them is of
rules-stays = What stays because deleting it is forbidden: { $count }.
rules-now = Now
rules-none = There have been no recordings in this channel yet.
rules-open = Recordings: rules and keeping
size-megabytes = { $count } MB

custody-title = Care of the recordings
custody-listens = Who listened
custody-nobody = Nobody has listened to the recordings of this call yet.
custody-played = listened
custody-took = downloaded
hold-hold = Forbid deleting
hold-held = Not to be deleted:
hold-release = Allow deleting again
hold-reason = Why
hold-reason-help = For example: a dispute with the client, a court's request.
hold-whole-ticket = And of all other calls of ticket No. { $number }
hold-by = Forbidden by { $agent }
hold-by-ticket = Forbidden by { $agent } for the whole ticket
hold-done = The recordings of this call stay until deleting is allowed again.
hold-released = Deleting is allowed again: the channel's keeping time decides.
hold-all = For all calls of the ticket
sound-provider = the provider
sound-hushed = A tone sounds where numbers of cards and documents are said.
