"""How sure the chat must be before it acts on what was understood.

Confidences are 0 to 1. What each is worth: docs/decisions/0023-limits-of-the-actions.md, 0025 and 0026. The
limits of understanding itself stand in bot/rasa/config.yml.
"""

# A question this likely stands in the search before what shares words with it. On the 92 about SIP in
# nlu_unseen.yml the right topic came first for 52 % by words alone and for 93 % so; among three 73 and 99 %.
LIKELY_IN_SEARCH = 0.05
# The topic as a whole must be this likely, and what a single word asks for: a word says little.
LIKELY_WORD_IN_SEARCH = 0.5
# From here danger is likely enough for the way to help to stand above what the search finds.
NEAR_DANGER_IN_SEARCH = 0.15
# A part of a message with several questions counts from here; the rest of the message is answered too.
LIKELY_PART = 0.47
# The one question in a story that was understood must be this sure, and surer than the story itself.
SURE_PART = 0.93
# From here on a message about something else is never read in the light of the answer before.
SURELY_OUTSIDE = 0.52
# The questions at the end of a story that was understood this surely lean on it, and are not read alone.
SURE_STORY = 0.8
# Among so many of the likeliest, "something else" keeps the question in a story from being read alone.
NEAR_OUTSIDE = 2
# A message that names no SIP and was not understood gets the likeliest answers all the same when
# "something else" is not among so many of the likeliest.
FAR_FROM_OUTSIDE = 4
# Below the first the manner of writing alone tells that who speaks of themselves is no staff. From the second
# on it tells that staff may be asking: their words stand below the others. From the third on they stand
# first, and from the fourth on for what comes after too.
HARDLY_STAFF, MAY_BE_STAFF, WRITES_AS_STAFF, SURELY_STAFF = 0.05, 0.4, 0.65, 0.9
# So few words say too little of the manner for staff's words to stand first.
SAYS_LITTLE = 4
# How much the manner of each earlier message counts beside that of the latest.
EARLIER_MANNER = 0.5
# From the first on a message only tells something, where no words of it ask. From the second on an answer may
# help whoever tells it, and a topic this probable is answered in the midst of a talk as if it had been asked.
ONLY_TELLS, MAY_HELP, ANSWERED_ANYHOW = 0.5, 0.2, 0.75
# After words of danger a message is taken for a question of its own only from here; else a human is offered.
SURE_AFTER_DANGER = 0.83
# What sounds acute to the model alone and asks about SIP this surely gets 112 above an answer, and not alone.
ASKS_BESIDE_DANGER = 0.92
# So does what staff ask of the rules around somebody, unless danger is as probable as this.
SURE_AT_WORK = 0.9
# How sure the model must be in the midst of a calm talk, where no written words tell of danger: of acute
# danger for the crisis answer, and of that or of distress for words of care. A first message needs less.
# Heaviness grows over a talk: so much of what the messages before had is added to that of the next.
ACUTE_IN_TALK, URGENT_IN_TALK, HEAVY_IN_TALK = 0.6, 0.3, 0.7
CARRIED_ON = 0.5
# This heavy together, and dark, is urgent: words of care are said once more, with a number to call.
GROWN_HEAVY = 1.3
# Who has said that nobody is in danger is met with care all the same from here.
HEAVY_ALL_THE_SAME = 0.9
# Less probable danger than this is not named in words of care.
SURELY_NO_DANGER = 0.005
# Who asks about SIP this surely, and sounds less heavy than the second, is only answered.
ONLY_ASKS, HEAVY_BESIDE_QUESTION = 0.63, 0.5
# Words of care are said once, and not again for so many messages unless it gets worse.
REMEMBERS_CARE = 5
# So many messages after something else was answered, words are still read in the light of danger told before.
REMEMBERS_DANGER = 6
# From here a wish to start over forgets what was told, in whatever words; plain ones and buttons always do.
SURE_TO_FORGET = 0.92
# In a task: from the first on short words steer, and a question is believed to be one; from the second on a
# choice is left for a topic; from the third on words that do not fit the step are a wish for something else.
STEERS_STEP, NAMES_TOPIC_IN_STEP, LEAVES_STEP = 0.63, 0.79, 0.92
# In a card, log odds by the pieces of words alone: of acute danger for the crisis answer and the urgent
# words, and of danger or distress for words of care. A pattern of acute danger is believed from the first
# limit of the second row on, and met with words of care from the other. docs/decisions/0039.
ACUTE_IN_CARD, URGENT_IN_CARD, HEAVY_IN_CARD = 1.5, 0.7, 0.3
BELIEVED_IN_CARD, NOTICED_IN_CARD = -1.1, -3.0
# So many of the likeliest topics are offered in Swedish to who writes another language.
NEAR_IN_SWEDISH = 2

# How much the three readings of a message in a talk weigh, as powers of their probabilities; what is added
# to the log score of what was just answered, of its topic, and of a topic as a whole; and the least a reading
# is taken to say of what it does not name. Learnt: docs/decisions/0029, and 0032.
BY_ITSELF, AFTER_MESSAGE, AFTER_ANSWER = 0.60, 0.33, 0.30
AGAIN, SAME_TOPIC, AS_TOPIC, UNNAMED = -0.75, 0.55, 0.0, 0.001
# Less probable than this, the likeliest question is answered in doubt, and the next below it; else another
# question from the second on.
IN_DOUBT, ANSWERED_TOO = 0.3, 0.1
# What comes after a correction is read by itself where it is this plain.
PLAIN_AFTER_CORRECTION = 0.5
# Where nothing about SIP was answered before, the likeliest question must be this probable.
UNANSWERED_BEFORE = 0.2

# Likeness of two texts, 0 to 100 (rapidfuzz's ratio), that forgives one slip of the finger; and the shortest
# text, in letters, where one letter does not make another word. Read by people, not measured.
SAME_FOLLOWUP, SHORTEST_FOLLOWUP = 90.0, 12
SAME_AFTER_DANGER, SHORTEST_AFTER_DANGER = 88.0, 8
