# The frame around every page: the rail, the top, the agent's menu, the keys.
app-name = Dozvon
frame-skip = Skip to content
frame-sections = Sections
frame-top = Search
frame-search = Search
frame-search-placeholder = Number, name or word
frame-people = On shift
frame-menu = menu
frame-profile = Profile
frame-keys = Keyboard
frame-sign-out = Sign out
frame-language = Language
frame-language-ru = Русский
frame-language-en = English
frame-connection-lost = Connection lost. The page will catch up by itself.
frame-close = Close
frame-no = Cancel
frame-undo = Undo
frame-toast-close = Close the message

nav-tickets = Tickets
nav-calls = Calls
nav-clients = Clients
nav-channels = Channels
nav-agents = Agents
nav-profile = Profile

role-admin = administrator
role-supervisor = supervisor
role-agent = agent
role-internal = internal employee

presence-talking = talking
presence-ringing = ringing
presence-free = free
presence-away = away

keys-title = Keyboard
keys-walk = next and previous row
keys-open = open the row
keys-search = search
keys-send = post the comment
keys-help = this list
keys-undo = undo the last deed while it is being told
keys-single = Letter keys are on

copy = Copy
copy-done = Copied
presence-quiet = do not disturb
presence-set = Your state
presence-for = For
presence-until-set = until I change it
presence-minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
}
presence-hours = { $count ->
    [one] { $count } hour
   *[other] { $count } hours
}
