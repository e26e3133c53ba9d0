# The connection doctor: steps, events, requests as they arrived.
doctor-title = Connection
doctor-all-well = All four notifications arrive
doctor-some-well = Notifications arrive
doctor-waiting = Waiting for the first notification
doctor-faulty = { $count ->
    [one] { $count } event arrives with faults
   *[other] { $count } events arrive with faults
}
doctor-unheard = Some requests could not be read
doctor-tick-ok = done:
doctor-tick-bad = fault:
doctor-tick-now = now:
doctor-tick-wait = waiting:

doctor-made = Channel added
doctor-made-text = “{ $name }”, telephony { $provider }.

doctor-secret = App Secret
doctor-secret-done = The API key is kept.
doctor-secret-how = In the { $provider } account: “Администратор” → “Управление пользователями” → “Администратор”. On the administrator's card press “Сгенерировать ключ”, or take the key you have. Paste it into “App Secret” and press “Save”.

doctor-token = Channel token
doctor-token-done = It stands in the bodies below already; nothing to paste separately.
doctor-token-how = By its token Dozvon knows that a notification is yours. Make one: it puts itself into the ready bodies below. All tokens are behind “Channel tokens”.
doctor-token-make = Make a token

doctor-events = Four notifications in the { $provider } account
doctor-events-how = In the { $provider } account open “Уведомления” and press “Добавить уведомление”. Give it a name and a type of event, way HTTP, method POST. One address for all:
doctor-events-conditions = Conditions (one operator's calls only, for instance) can be set on the event itself: any of the four will do, in any order.
doctor-event-body = Body of the notification
doctor-event-body-of = Body of the notification “{ $name }”
doctor-event-no-token = The ready body appears once the channel has a token.
doctor-event-never = not seen yet
doctor-event-count = { $count ->
    [one] { $count } time in all
   *[other] { $count } times in all
}
doctor-event-faulty = { $count ->
    [one] with a fault, { $count } time
   *[other] with a fault, { $count } times in a row
}
doctor-as-it-came = The request as it came
doctor-whole-request = Whole request
doctor-unreadable = The latest request that could not be read
doctor-unheard-text = Nothing is lost: correct the notification in the account, then have the kept requests read again.
doctor-replay = Read again

doctor-softphone = Install the { $provider } softphone
doctor-softphone-text = It carries the voice, Dozvon does not: the { $provider } softphone must be running for everybody who talks on the phone.

doctor-people = Access and operator IDs
doctor-people-text = With access to the channel: { $allowed }, of them with an operator ID: { $known }. Without an operator ID an agent cannot call from Dozvon, and no tickets are assigned to them.
doctor-people-nobody = Nobody yet. Tick under “Access” who works in this channel.
doctor-people-link = Operator IDs

log-latest = Latest requests
log-all = All requests
log-title = Requests of the telephony
log-lead = Every notification as it arrived. Nothing is lost, even what could not be read.
log-empty = No requests yet
log-empty-text = Every request of the telephony appears here as soon as it arrives.
log-empty-verdict = No requests with this outcome
log-time = Time
log-event = Event
log-session = Call
log-what = What became of it
log-event-unknown = cannot be told
log-none = none
log-remarked = with remarks
log-repeats = { $count ->
    [one] { $count } repeat
   *[other] { $count } repeats
}
log-verdict-any = All
log-verdict-waiting = Waiting
log-verdict-heard = Accepted
log-verdict-aside = Not about a call
log-verdict-unreadable = Not read
log-verdict-failed = Not kept
log-verdicts = Outcome

log-request = Request
log-method = Method
log-query = Query
log-content-type = Content-Type
log-size = Size
log-bytes = { $bytes } B
log-address = Sender
log-received = Arrived
log-again = Last time
log-verdict = Outcome
log-error = Why
log-body = Body
log-body-empty = There is no body.
log-body-raw = As it came, without line breaks
log-findings = What we noticed
log-findings-none = Nothing to remark.
log-read = What was read
log-call = Open the call
