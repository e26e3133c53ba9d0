# What agents are told, and how.
notices-title = Notifications
notices-bell = { $count ->
    [0] Notifications
    [one] Notifications: { $count } new
   *[other] Notifications: { $count } new
  }
notices-all = All
notices-unread = New
notices-read-all = Mark all as read
notices-read-one = Mark as read
notices-none = No notifications
notices-none-about = You will see here that a ticket was given to you, that somebody mentioned you, or that a reminder is due.
notices-none-unread = Nothing new
notices-new = new
notices-settings = What to tell, and how
notices-somebody = Somebody
notices-ticket-gone = you no longer have access to this ticket
notices-channel-gone = the channel is gone
notices-assigned = { $who } gave you a ticket
notices-mentioned = { $who } mentioned you in a comment
notices-reminder = A reminder of a ticket
notices-silent = The channel has been silent since { $since }
