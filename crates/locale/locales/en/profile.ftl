# One's own profile: name, telephony, password, browsers, keys.
profile-title = Profile
profile-self = About you
profile-name = Name
profile-language = Language
profile-save = Save
profile-telephony-save = Save telephony

profile-password = Password
profile-password-old = Present password
profile-password-new = New password
profile-password-help = At least { $shortest } characters. Other devices have to sign in again.
profile-password-save = Change the password
profile-password-done = The password is changed. Other devices are signed out.

sessions-title = Where you are signed in
sessions-here = this browser
sessions-browser-unknown = unknown browser
sessions-seen = seen
sessions-end = End
sessions-end-all = Sign out on all devices
sessions-end-all-ask = Every device, this one too, has to sign in again.
sessions-end-all-yes = Sign out everywhere

keys-api-title = API keys
keys-api-lead = For programs: a key acts with your rights. The API's description says how to use it.
keys-api-docs = API description
keys-api-none = No keys yet.
keys-api-name = What the key is for
keys-api-name-help = For instance, “Export to accounting”.
keys-api-make = Make a key
keys-api-made = New key
keys-api-once = Copy it now: it will not be shown again.
keys-api-unused = not seen yet
keys-api-used = last seen
keys-api-since = made on { $day }
keys-api-revoke = Revoke
keys-api-revoke-ask = The program with this key loses access at once.
keys-api-revoke-yes = Revoke the key
keys-api-shown = Done
profile-more = More about you
