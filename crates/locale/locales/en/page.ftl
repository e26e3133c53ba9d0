page-home = To the tickets
page-nowhere = There is nothing at this address. The link may be out of date.
page-signed-out = You are signed out. Sign in again.
page-foreign = The form was not sent from a page of Dozvon. Open the page you need and try again.
page-invalid = The form is not as it was shown. Open the page again and repeat.
page-inside = Something broke on our side, not on yours. Try again; if it happens again, tell your administrator.

sign-in-title = Sign in
sign-in-email = Email
sign-in-password = Password
sign-in-submit = Sign in
sign-in-forgotten = Forgot your password? An administrator can send you a new link.

setup-title = First start
setup-about = Four steps, about five minutes. You may leave and come back: what is done stays done.
setup-now = now
setup-later = later
setup-admin = Administrator
setup-admin-about = The first person in Dozvon: sets up channels and invites the others. Until there is one, this page is open to whoever finds it.
setup-name = Name
setup-password-help = At least 10 characters. A long phrase beats a complicated word.
setup-submit = Create and sign in
setup-channel = Connect telephony
setup-channel-about = A channel, its token and four ready bodies for the notifications of UIS.
setup-call = Take the first call
setup-call-about = Call your own number: the ticks light up, a client and a ticket appear.
setup-people = Invite agents
setup-people-about = Everybody gets a link where they set a password. The operator's ID ties a person to an employee of the PBX.
