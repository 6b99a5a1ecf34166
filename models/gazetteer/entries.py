"""What an entry of a list may look like, and the common English words that names are weighed against."""

import calendar
import re
import unicodedata

# A letter of the Latin script, with or without marks.
LATIN = re.compile(r"[A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ]")
# A word that tells a place of learning.
LEARNING = re.compile(
    r"\b(Universit(y|ies|é|à|ät|eit|at|ade)|Universidade?|Universitas|College|Institut(e|o)?|Polytechnic|Academy|Hochschule|Politecnico|School of)\b"
)
SMALL = {"a", "and", "at", "de", "del", "for", "in", "la", "of", "on", "the", "y"}


def tidy(name):
    """A name with single spaces, straight apostrophes, no brackets and composed letters."""
    name = unicodedata.normalize("NFC", name)
    name = re.sub(r"\s*[(\[][^)\]]*[)\]]", " ", name)
    name = name.translate({0x2019: "'", 0x02BC: "'", 0x2018: "'", 0x02BB: "'", 0x00A0: " ", 0x2010: "-", 0x2011: "-"})
    return re.sub(r"\s+", " ", name).strip(" ,;*\"")


def latin(name):
    """Whether every letter is Latin and there is one at all."""
    return any(c.isalpha() for c in name) and all(LATIN.match(c) for c in name if c.isalpha())


def plain(name):
    """A name without the marks on its letters, as English news often prints it."""
    spelled = name.translate({ord("ø"): "o", ord("Ø"): "O", ord("ł"): "l", ord("Ł"): "L", ord("đ"): "d", ord("Đ"): "D",
                              ord("ı"): "i", ord("ß"): "ss", ord("æ"): "ae", ord("Æ"): "Ae"})
    letters = unicodedata.normalize("NFD", spelled)
    return unicodedata.normalize("NFC", "".join(c for c in letters if not unicodedata.combining(c)))


def capitals(name):
    """Natural casing for a source that has none: MCDONALD and mcdonald are McDonald, but for small words."""
    words = [word if word in SMALL and i else _capital(word) for i, word in enumerate(name.lower().split(" "))]
    return " ".join(words)


def _capital(word):
    word = re.sub(r"(^|[-'/.])([^\W\d_])", lambda m: m.group(1) + m.group(2).upper(), word)
    word = re.sub(r"'([A-Z])\b", lambda m: "'" + m.group(1).lower(), word)
    return re.sub(r"^Mc([a-z])", lambda m: "Mc" + m.group(1).upper(), word)


def entries(names, most_words=6, least_letters=2):
    """The names that may be entries: Latin, short, with a capital or a digit; each also without its marks."""
    kept = set()
    for name in map(tidy, names):
        if not latin(name) or len(name.split(" ")) > most_words or sum(map(str.isalpha, name)) < least_letters:
            continue
        if not name[0].isalnum() or name[0].islower() or "|" in name or len(name) > 60:
            continue
        kept.update((name, plain(name)))
    return kept


# Days and months are never part of a list of names; nor are particles of names, which are too common alone.
CALENDAR = {name.lower() for names in (calendar.day_name, calendar.day_abbr, calendar.month_name, calendar.month_abbr) for name in names} | {"sept"}
PARTICLES = set("al af am at ben bin da das de del den der di do dos du el en ha ibn im la las le les lo los mac o om ou san santa santo sao"
                " são st sta ten ter the tot um un van ver vom von y zu zum zur".split())


class Words:
    """Common English words in SCOWL's tiers: 10 has the 4,400 commonest, up to 20 12,000, up to 35 48,000."""

    TIERS = (10, 20, 35)

    def __init__(self, packages):
        self.tier = {}
        for tier in self.TIERS:
            for kind in ("english", "american"):
                for word in packages.data("scowl", f"{kind}-words.{tier}").decode("latin-1").split():
                    if word.islower():
                        self.tier.setdefault(word, tier)

    def common(self, name, tier):
        """Whether a name of one word is a common word of the tier or a commoner one, or a plural of one."""
        name = name.lower()
        return self.tier.get(name, 99) <= tier or name in CALENDAR or name in PARTICLES
