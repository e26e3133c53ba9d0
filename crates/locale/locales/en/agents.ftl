# Agents, their groups, invitations.
agents-title = Agents
agents-lead = Who works in Dozvon, in which role and as which operator of the telephony.
agents-invite = Invite an agent
agents-name = Name
agents-email = E-mail
agents-role = Role
agents-operator = Operator ID
agents-number = Virtual number
agents-groups = Groups
agents-state = State
agents-state-active = active
agents-state-invited = invited
agents-state-off = switched off
agents-none = none

agent-new = New agent
agent-email-help = What the agent signs in with. No letter is sent: hand the invitation link over yourself.
agent-name-help = First and last name, as colleagues see it.
agent-role-admin-text = sets everything up
agent-role-supervisor-text = sees all channels
agent-role-agent-text = works in ticked channels
agent-role-internal-text = writes comments, cannot make calls
agent-active = May sign in
agent-language = Language
agent-save = Save
agent-invite = Invite
agent-back = All agents
agent-invitation = Invitation
agent-invitation-made = Hand this link over: { $name } opens it and sets a password.
agent-invitation-once = The link is shown once. Should it get lost, make a new one: the earlier stops working.
agent-invitation-waiting = No password has been set yet. The earlier link cannot be shown, but a new one can be made.
agent-invitation-forgotten = Password forgotten? By a new link the agent sets another.
agent-invitation-new = Make a link

telephony-title = Telephony
telephony-lead = So that tickets with talks are assigned by themselves, and calls can be made.
telephony-provider = Telephony type
telephony-provider-none = not set
telephony-operator = Operator ID
telephony-operator-help = In the UIS account: “Настройки” → “Сотрудники” → the employee's card. The address bar has recordid=12345: the number is the ID. The whole address may be pasted, too.
telephony-number = Virtual phone number
telephony-number-help = In the UIS account: “Сервисы” → “Виртуальная АТС” → “Виртуальные номера и правила”.

groups-title = Groups
groups-lead = A channel can be opened to a group as a whole: all its members work in it.
groups-empty = No groups yet
groups-empty-text = Put those who work together into a group and open a channel to it.
groups-new = New group
groups-name = Group name
groups-members = Members
groups-make = Make the group
groups-save = Save the group
groups-delete = Delete the group
groups-delete-ask = Its members lose access to the channels opened to this group. The agents themselves stay.
groups-delete-yes = Delete the group
groups-count = { $count ->
    [one] { $count } member
   *[other] { $count } members
}

invitation-title = Welcome
invitation-lead = { $name }, set a password. You will sign in with { $email }.
invitation-password = Password
invitation-password-help = At least { $shortest } characters.
invitation-accept = Set the password and sign in
invitation-gone = The invitation is not valid
invitation-gone-text = The link has been used already, or it has run out. Ask the administrator for a new one.
invitation-sign-in = Sign in
