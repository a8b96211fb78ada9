"""Names and values: institutions, places, laws, dates, money, quantities."""

from humas_nlp.mentions.institutions.acronyms import acronyms
from humas_nlp.mentions.institutions.finder import (
    find_institutions,
    institution_heads,
    is_institution,
)
from humas_nlp.mentions.institutions.registry import Institution, canonical, present
from humas_nlp.mentions.linking import linked
from humas_nlp.mentions.places.finder import find_places
from humas_nlp.mentions.places.regions import find_regions
from humas_nlp.mentions.reading import find_entities
from humas_nlp.mentions.values.amounts import find_amounts
from humas_nlp.mentions.values.dates import find_dates
from humas_nlp.mentions.values.finder import find_values
from humas_nlp.mentions.values.laws import find_laws
from humas_nlp.mentions.values.relative import find_relative_dates
from humas_nlp.mentions.values.times import find_times

__all__ = [
    "Institution",
    "acronyms",
    "canonical",
    "find_amounts",
    "find_dates",
    "find_entities",
    "find_institutions",
    "find_laws",
    "find_places",
    "find_regions",
    "find_relative_dates",
    "find_times",
    "find_values",
    "institution_heads",
    "is_institution",
    "linked",
    "present",
]
