# The second factor: an authenticator's codes and recovery codes.
factor-name = Second factor
factor-lead = Besides the password, signing in asks for a code from an app on your phone. API keys need no code.
factor-title = Confirmation code
factor-code = Code from the app
factor-code-help = Six digits, or one of the recovery codes.
factor-lost = Neither phone nor codes at hand? An administrator can reset the second factor.
factor-back = Sign in as somebody else
factor-enrol = Turn on the second factor
factor-enrol-lead = Open an app for codes on your phone (Google Authenticator, 2FAS, 1Password or another), scan the picture and type the code it shows.
factor-required-lead = Your role needs a second factor. Open an app for codes on your phone (Google Authenticator, 2FAS, 1Password or another), scan the picture and type the code it shows.
factor-required = Your role must have a second factor.
factor-picture = Picture for the app for codes
factor-by-hand = Or type this key into the app:
factor-first-code = Code from the app
factor-turn-on = Turn on
factor-on = It is on
factor-codes-left = { $count ->
    [one] { $count } recovery code is left.
   *[other] { $count } recovery codes are left.
}
factor-codes = Recovery codes
factor-codes-lead = Keep them: each lets you in once when your phone is not at hand. They are not shown again.
factor-codes-shown = The codes were shown already. If you did not keep them, make new ones.
factor-codes-done = Done
factor-codes-anew = New recovery codes
factor-codes-anew-lead = The ones before stop working.
factor-codes-make = Make new ones
factor-password = Your password
factor-turn-off = Turn off
factor-turn-off-lead = The password alone will let you in.
factor-state-on = second factor
