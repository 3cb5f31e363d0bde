"""What no criterion may ask for, and what may be asked instead.

The list is law, not taste, hence code and not a file that a position's owner edits. Source: research digest
"law, security, reliability", F15 (blind screening: GDPR art. 5(1)(c) and 9, Title VII, ADEA, ADA, NYC LL144, Illinois HB 3773
on postcodes as proxies).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Protected:
    """An attribute, the words by which it is named, and the lawful alternative."""

    name: str
    words: tuple[str, ...]
    instead: str


PROTECTED: tuple[Protected, ...] = (
    Protected(
        "age",
        (
            "age",
            "young",
            "youth",
            "birth",
            "born",
            "birthday",
            "graduation year",
            "year of graduation",
            "digital native",
        ),
        "ask for years of relevant work or for a dated skill",
    ),
    Protected(
        "sex or gender",
        (
            "sex",
            "gender",
            "male",
            "female",
            "man",
            "woman",
            "men",
            "women",
            "masculine",
            "feminine",
            "pronoun",
            "pronouns",
        ),
        "ask for the behaviour that the work needs",
    ),
    Protected(
        "origin",
        (
            "origin",
            "ethnic",
            "ethnicity",
            "race",
            "nationality",
            "citizenship",
            "native speaker",
            "mother tongue",
            "birthplace",
            "visa",
            "passport",
        ),
        "ask for the level of a language that the work needs, and check the right to work after the offer",
    ),
    Protected(
        "religion or belief",
        ("religion", "religious", "belief", "church", "faith", "political", "union member", "union membership"),
        "ask for availability on the shifts of the position",
    ),
    Protected(
        "family",
        ("family status", "marital", "married", "children", "parent", "pregnancy", "pregnant", "maternity", "parental"),
        "ask for availability on the shifts of the position",
    ),
    Protected(
        "health",
        ("health", "disability", "disabled", "illness", "sick", "sick leave", "medical", "fitness"),
        "name the task itself and ask, after the offer, whether it can be done with reasonable adjustment",
    ),
    Protected(
        "photo or appearance",
        ("photo", "photograph", "picture", "appearance", "looks"),
        "leave it out: nothing that is seen in a photo is needed for the work",
    ),
    Protected(
        "address",
        ("address", "postcode", "zip", "zip code", "postal code", "residence", "neighbourhood", "commute", "hometown"),
        "ask whether the person can work at the site on the days needed",
    ),
    Protected(
        "school prestige",
        (
            "prestige",
            "prestigious",
            "elite",
            "ivy",
            "ivy league",
            "top university",
            "russell group",
            "ranking of university",
            "university ranking",
            "target school",
        ),
        "ask whether the institution is in the list of accredited institutions: a yes or no, no ranking",
    ),
    Protected(
        "employment gaps",
        ("gap", "gaps", "career break", "unemployed", "unemployment", "continuous employment", "job hopping"),
        "ask for months of relevant work, whenever they were",
    ),
)


def protected_in(text: str) -> Iterator[Protected]:
    """The protected attributes that ``text`` names, as whole words; ids count with their dashes as blanks."""
    plain = f" {' '.join(re.split(r'[^a-z]+', text.lower()))} "
    return (p for p in PROTECTED if any(f" {word} " in plain for word in p.words))
