# Why something was not done, and what to do about it.
refusal-invalid = Some fields were not taken
refusal-invalid-detail = Correct the fields listed in errors.
refusal-malformed = The body cannot be read
refusal-malformed-empty = The body is empty: send a JSON object.
refusal-malformed-json = This is not JSON: the mistake is at { $place } (line:column).
refusal-malformed-text = The body broke off or is not UTF-8: send it again.
refusal-malformed-object = Send a JSON object: braces with fields between them.
refusal-signed-out = Nobody is signed in
refusal-signed-out-detail = Send a valid key in the header “Authorization: Bearer …”, or sign in again.
refusal-foreign = The request came from another site's page
refusal-foreign-detail = With a browser's sign-in only requests from Dozvon's own pages are taken. A program needs a key in the Authorization header.
refusal-not-allowed = Not allowed
refusal-not-found = Not found
refusal-no-route = There is nothing at this address. /api/docs lists all addresses.
refusal-method = The method does not fit
refusal-method-detail = This address does not take such a method. The Allow header says which it takes.
refusal-too-large = The request is too large
refusal-too-large-detail = At most 1 MiB is taken.
refusal-changed = Changed already
refusal-changed-detail = Somebody else has changed it in the meantime. Load it again and repeat your change.
refusal-clash = This cannot be done
refusal-too-many = Too often
refusal-too-many-detail = { $seconds ->
    [one] Try again in { $seconds } second.
   *[other] Try again in { $seconds } seconds.
}
refusal-gone = The recording is gone
refusal-gone-detail = The provider no longer has this recording: its keeping time is over.
refusal-not-ready = The recording is not ready
refusal-not-ready-detail = The provider has not prepared this recording yet. Try again in a minute.
refusal-upstream = The provider does not answer
refusal-upstream-detail = The provider did not answer as it should. Try again later; if it goes on, look into the server's log.
refusal-storage = Storage is not available
refusal-storage-detail = The database does not answer just now. Nothing was changed: send the request again a little later.
refusal-too-slow = Too slow
refusal-too-slow-detail = The request was not done within its time. Try again.
refusal-inside = Something broke inside Dozvon
refusal-inside-detail = The mistake is ours, not yours. The server's log tells more under the number in the X-Request-Id header.

missing-agent = There is no such agent, or you may not see them.
missing-group = There is no such group.
missing-channel = There is no such channel, or you may not see it.
missing-token = The channel has no such token.
missing-notification = There is no such notification.
missing-client = There is no such client, or you may not see them.
missing-ticket = There is no such ticket, or you may not see it.
missing-call = There is no such call, or you may not see it.
missing-recording = The call has no such recording.
missing-session = There is no such session: it may have ended.
missing-invitation = The invitation was not found or is no longer valid. Ask an administrator for a new one.
missing-job = There is no such job.
missing-api-key = There is no such key.
missing-notice = There is no such notification.

denied-admins-only = Only an administrator may do this.
denied-supervisors-only = Only an administrator or a supervisor may do this.
denied-not-your-channel = You do not work in this channel. Ask an administrator to add you.
denied-internal-only = An internal employee may read and write comments, but not this.
denied-last-admin = This is the last administrator. Appoint another one first.
denied-yourself = Nobody changes their own role or shuts themselves out. Ask another administrator.
denied-set-up-already = Dozvon is set up already. Sign in.

clash-key-reused = This Idempotency-Key came with another request before. A new request needs a new key.
clash-key-unreadable = An Idempotency-Key has 1 to 255 printable ASCII characters.
clash-still-running = The request with this Idempotency-Key is still being done. Repeat it a little later to get its answer.
clash-into-itself = A thing cannot be merged into itself.

field-required = Fill in this field.
field-too-long = Too long: { $longest } characters at most.
field-too-short = Too short: { $shortest } characters at least.
field-not-a-phone = This is not a phone number. Example: +7 916 204-18-37.
field-not-an-email = This is not an e-mail address. Example: name@company.com.
field-not-an-operator-id = The provider's number of an employee is wanted: the digits after recordid= in the address of their card.
field-not-a-country = A country's two letters are wanted. Example: RU.
field-not-a-time-zone = There is no such time zone. Example: Europe/Moscow.
field-not-within = A whole number from { $least } to { $most } is wanted.
field-not-one-of = Choose one of: { $choices }.
field-taken = This is taken already.
field-unknown = There is no such thing, or you may not see it.
field-wrong-sign-in = The e-mail address and the password do not belong together.
field-wrong-password = This is not your present password.
field-not-there = There is no such field. There are: { $choices }.
field-none-there = There is no such field: none are expected here.
field-twice = This field came twice.
field-wrong-kind = { $kind } is wanted here.
field-wrong = This value does not fit.
field-not-a-moment = A time by RFC 3339 is wanted. Example: 2026-03-28T13:29:07Z.
field-not-a-cursor = This cursor was not given out here. Leave it away for the first page.
kind-text = A text
kind-number = A number
kind-truth = true or false
kind-list = A list
kind-object = An object
