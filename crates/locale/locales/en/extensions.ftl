# Extensions: what administrators turn on.
nav-extensions = Extensions
extensions-lead = Capabilities that an administrator turns on.
ext-said = Call transcription
ext-said-about = A talk becomes a text: who said what, to the second. The text comes into the ticket as an internal comment and is found by search.
ext-on = ON
ext-off = OFF
ext-enabled = On
ext-engine = Engine
ext-engine-none = There is nothing to recognise speech with: the server has no model. This command gets it:
ext-engine-local = It works on this server; recordings are sent nowhere unless another address stands in the server’s settings.
ext-used = This month
ext-minutes = { $used } min
ext-minutes-of = { $used } of { $limit } min
ext-which = Which calls are transcribed
ext-on-demand = only by the button “Transcribe”
ext-all-calls = all talks that took place
ext-longer-than = talks longer than
ext-seconds = Longer than, seconds
ext-missed-never = Missed calls are never transcribed by themselves.
ext-language = Language of talks
ext-language-auto = found out in each call
ext-language-desk = as for all
ext-limit = Limit of minutes a month
ext-limit-help = Empty: no limit.
ext-names = Names and products
ext-names-help = One a line: company, goods, surnames. The engine will expect them.
ext-corrections = Corrections
ext-corrections-help = One a line: as it is heard = as it should be.
ext-corrections-wrong = A line without “=”: { $text }
ext-secrets = Who sees numbers of cards, codes and documents
ext-secrets-help = For others they are hidden in the text and not found by search. In the recording itself they are heard: the channel’s rules say who listens. Administrators see all.
ext-promises = Promises
ext-promises-help = One rule a line: what the agent said = when to remind. For example: call back tomorrow = tomorrow 10:00. {"{n}"} stands for a number. An empty field brings the usual rules back.
ext-channels = By channels
ext-channel = Channel
ext-channel-on = On
ext-channel-language = Language
ext-no-channels = There are no channels yet.
ext-save = Save
ext-saved = The settings of transcription are saved.
ext-turned-on = Call transcription is on.
ext-turned-off = Call transcription is off.
ext-conflict = Somebody else has changed the settings meanwhile. Check them and save once more.
