# Channels: the list, a new one, a channel's settings.
channels-title = Channels
channels-lead = Where calls and tickets come from.
channels-add = Add a channel
channels-empty = No channels yet
channels-empty-text = A channel connects Dozvon to your telephony. Add one, paste four ready notifications into the UIS account, and calls begin to arrive here.
channels-empty-reader = Channels are added by an administrator. Ask them to connect the telephony.
channels-name = Name
channels-provider = Telephony
channels-state = State
channels-last = Last notification
channels-never = none so far
channels-state-ok = works
channels-state-wait = waiting for notifications
channels-state-bad = arrives with faults

channels-kind = What to connect
channels-kind-telephony = Telephony
channels-kind-telephony-text = UIS, CoMagic, Novofon or CallGear: calls with recordings, clients and tickets.

channel-name = Channel name
channel-name-help = Shown in the list of channels, on tickets and on calls.
channel-provider = Telephony
channel-save = Save
channel-reader-lead = Set up by an administrator.
channel-reader-nobody = administrators and supervisors only
channel-lead-never = { $provider }. No notifications so far.
channel-lead = { $provider }. Last notification
channel-settings = Settings
channel-secret = App Secret
channel-secret-placeholder = API key from the { $provider } account
channel-secret-help = The API key from the { $provider } account. Kept encrypted, never shown in full again.
channel-secret-replace = Replace

channel-tokens = Channel tokens
channel-tokens-live = Live tokens
channel-tokens-none = No tokens yet. Without one, no notification is accepted.
channel-token-made = made on { $day }
channel-token-unused = not seen yet
channel-token-used = last seen
channel-token-new = New token
channel-token-revoke = Revoke
channel-token-revoke-ask = Notifications with this token are refused at once. Put another token into them first.
channel-token-revoke-yes = Revoke the token

channel-access = Access
channel-access-lead = Administrators and supervisors work in all channels. Others only where they or their group are ticked.
channel-access-groups = Groups
channel-access-agents = Agents
channel-access-internal = internal employee, cannot make calls
channel-access-off = switched off
channel-access-none = Nobody to tick yet: invite agents.
channel-access-invite = Invite an agent
channel-access-save = Save access

channel-policy = Ticket rule
channel-policy-tickets = Make a ticket
channel-policy-every-call = for every call
channel-policy-missed = for missed calls only
channel-policy-answered = for answered calls only
channel-policy-never = never
channel-policy-attach = When the client has an open one
channel-policy-open-ticket = add the call to it
channel-policy-always-new = always make a new one
channel-policy-reopen = Reopen a solved one within, hours
channel-policy-save = Apply to new calls

channel-place = Numbers and time
channel-country = Country
channel-country-help = Two letters: where numbers written without a country code are from.
channel-zone = Time zone
channel-zone-help = Times are read by it when a notification does not tell its own.
channel-close-after = Close a call without an end after, minutes
channel-close-after-help = When nothing more arrives about a call, it counts as finished, its outcome as unknown.
channel-place-save = Save numbers and time

channel-delete = Delete the channel
channel-delete-ask = Its tokens stop working and no new calls arrive. Earlier calls and tickets stay.
channel-delete-yes = Delete the channel, keep its history
