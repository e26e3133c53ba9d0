# How people sign in, for administrators.
security-title = Sign-in security
security-lead = Who needs a second factor to sign in.
security-roles = Roles that must have a second factor
security-roles-help = Whoever has none yet is signed out now and sets it up at the next sign-in. API keys need none.
security-saved = Saved
