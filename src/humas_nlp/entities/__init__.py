"""Names and values: institutions, places, laws, dates, money, quantities."""

from humas_nlp.entities.acronyms import acronyms
from humas_nlp.entities.amounts import find_amounts
from humas_nlp.entities.dates import find_dates
from humas_nlp.entities.finder import find_entities
from humas_nlp.entities.institutions import (
    find_institutions,
    institution_heads,
    is_institution,
)
from humas_nlp.entities.laws import find_laws
from humas_nlp.entities.linking import linked
from humas_nlp.entities.places import find_places
from humas_nlp.entities.regions import find_regions
from humas_nlp.entities.registry import Institution, canonical, present
from humas_nlp.entities.relative import find_relative_dates
from humas_nlp.entities.times import find_times
from humas_nlp.entities.values import find_values

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
