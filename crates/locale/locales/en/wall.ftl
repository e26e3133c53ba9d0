# The board on the wall.
wall-title = Wallboard
wall-all = All channels
wall-out = Close the wallboard
wall-waiting = Waiting
wall-talking = talking
wall-talk = Talking
wall-nobody = Nobody at the moment
wall-who = Who does what
wall-with = With
wall-long = For
wall-today = Today
wall-answered = Answered
wall-missed = Missed
wall-not-called-back = Not called back
wall-longest = Longest wait
wall-average = Average wait
