"""Names of organisations (companies, bodies, universities, teams), events and works."""

import ast
import json
import re

import lexicon
from entries import LEARNING, capitals, entries
from wordnet import ACT, ARTIFACT, COMMUNICATION, EVENT, GROUP, TIME

# Brands and operators of these countries are taken (United Nations M49 codes for wider sets); others where they are in many countries.
ENGLISH_PRESS = {"us", "gb", "ca", "au", "ie", "nz", "001"}
MANY_COUNTRIES = 4
LEGAL_FORM = re.compile(
    r",? (Inc|Incorporated|Corp|Corporation|Co|Company|Companies|Ltd|Limited|plc|PLC|LLC|LP|AG|SA|S\.A|SE|NV|N\.V|AB|ASA|Oyj|SpA|S\.p\.A|KGaA|Group"
    r"|Holdings?|& Co|The|ADR|Class [A-C])\.?$",
)


# What an English name of a university has, and what the source has beside universities.
ENGLISH_LEARNING = re.compile(r"\bUniversity\b|\bInstitute of Technology\b|\bPolytechnic\b")
NOT_LEARNING = re.compile(r"high ?school|http|school district|[-/:&(]|\.", re.IGNORECASE)


def organisations(packages, words, wordnet, taken, persons):
    names = set(companies(packages)) | set(brands(packages)) | set(universities(packages))
    script = packages.text("compromise", "preTagger/model/lexicon/_data.js")
    for tag in ("Organization", "SportsTeam"):
        names.update(_acronym(name) for name in lexicon.words(script, tag))
    peoples = ("ethnic group", "people", "taxonomic group", "family", "race", "tribe", "nation", "kinsfolk")
    out = set(wordnet.names(GROUP, of=peoples, instances=None))
    names.update(name for name in wordnet.names(GROUP, instances=None) if name not in out and len(name) > 2)
    names.update(name for name in wordnet.names(ARTIFACT, ACT) if LEARNING.search(name))
    return {name for name in entries(names) if not words.common(name, 35) and name.lower() not in persons and name.lower() not in taken}


def companies(packages):
    """Members of the stock indices, with and without their legal form."""
    tree = ast.parse(packages.text("pytickersymbols", "indices_data.py"))
    indices = next(ast.literal_eval(node.value) for node in tree.body if isinstance(node, ast.Assign) and node.targets[0].id == "INDICES")
    for index in indices.values():
        for company in index["companies"]:
            yield company["name"]
            yield LEGAL_FORM.sub("", LEGAL_FORM.sub("", company["name"]))


def brand_items(packages):
    """Items of the name suggestion index: (kind, key of the name, item)."""
    index = json.loads(packages.text("brands", "dist/json/nsi.min.json"))["nsi"]
    for path in sorted(index):
        kind = path.split("/")[0]
        if kind in ("brands", "operators"):
            for item in index[path]["items"]:
                yield kind, path, item


def brands(packages):
    for kind, _, item in brand_items(packages):
        tags, places = item["tags"], item["locationSet"].get("include", [])
        key = kind[:-1]
        if f"{key}:wikidata" not in tags or not (len(places) >= MANY_COUNTRIES or ENGLISH_PRESS & {str(place)[:3].rstrip("-") for place in places}):
            continue
        yield from (tags[name] for name in (key, f"{key}:en") if name in tags and (len(tags[name]) > 3 or len(places) >= MANY_COUNTRIES))


def universities(packages):
    """Universities and institutes whose name is English, by the first label of their main domain."""
    for path in sorted((packages["universities"] / "package/data/lib/domains").glob("**/*.txt")):
        lines = path.read_text(encoding="utf-8", errors="ignore").splitlines()
        name = lines[0].strip() if lines else ""
        if ENGLISH_LEARNING.search(name) and name.isascii() and not NOT_LEARNING.search(name):
            yield re.sub(r"^The ", "", name.split(",")[0])


def _acronym(name):
    """Compromise's words are lower case: those of up to four letters without a vowel pattern of a word are acronyms."""
    return name.upper() if len(name) <= 4 else capitals(name)


def events(packages, words, wordnet, taken, persons):
    names = set(wordnet.names(ACT, EVENT, TIME, instances=None))
    names.update(wordnet.names(COMMUNICATION))
    return {name for name in entries(names) if not words.common(name, 35) and len(name) > 3 and name.lower() not in persons and name.lower() not in taken}
