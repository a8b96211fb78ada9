"""Word classes that the clause rules need. Closed classes of Indonesian grammar."""

from humas_nlp.lexicon import word_class

PRONOUNS = word_class("pronoun")
# Between a subject and its verb.
ADVERBS = word_class("adverb")
# A verb after one of these does not report what its subject says.
NEGATED = word_class("before_unreported")
MARKERS = word_class("clause_marker")
MOODS = frozenset("agar supaya untuk".split())
# Words that make a predicate without a verbal prefix.
PREDICATES = word_class("predicate")
# Predicates that no noun phrase holds unless a relative clause does.
STRONG = word_class("strong_predicate")
# Past one of these the noun phrase of the subject is over.
SUBORDINATORS = word_class("subordinator")
NOT_PREDICATES = word_class("no_predicate")
# A complement that begins like this is a noun phrase more often than a clause.
NOUN_STARTS = word_class("noun_complement")
# Where a name of the source ends: what comes next places the speech in time or space.
AFTER_SOURCE = word_class("after_source")
DETERMINERS = frozenset("itu ini tersebut".split())
HUMAN_NOUNS = word_class("human_noun")
# Groups that speak as a body.
COLLECTIVES = word_class("collective")
# "tim peneliti", "tim dokter": people without names, no body.
TEAM_MEMBERS = word_class("team_member")
# Nouns of saying: who stands behind them takes the stage ("senada dengan pernyataan X").
REPORT_NOUNS = word_class("report_noun")
# Words that write but do not speak: a document is a source only with its issuer.
DOCUMENTS = word_class("document")
# A noun phrase with one of these is a group or a witness without a name.
UNNAMED_HEADS = HUMAN_NOUNS | word_class("unnamed_head")
CONNECTIVES = word_class("connective")
