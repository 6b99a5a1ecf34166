"""Cuts from names what corpora in CoNLL's manner leave outside: articles, titles, a trailing 's, punctuation.

    trim_edges.py GOLD < PREDICTIONS

GOLD gives the texts. Tools made by other guidelines are then not held to have the edges wrong.
"""

import json
import re
import sys

ARTICLE = re.compile(r"(?:the|an?)\s+", re.IGNORECASE)
POSSESSIVE = re.compile(r"\s*['’]s$|(?<=s)['’]$", re.IGNORECASE)
OUTSIDE = " \t\r\n,;:.!?\"'“”‘’()[]—–-"
# An honorific or an office before a person's name; several may follow one another ("Lt. Gov. John Doe").
TITLE = re.compile(
    r"(?:mr|mrs|ms|miss|dr|prof|professor|doctor|sir|dame|lord|lady|baron(?:ess)?|count(?:ess)?|duke|duchess|king|queen|prince(?:ss)?"
    r"|pope|cardinal|(?:arch)?bishop|rabbi|imam|ayatollah|sheikh?|rev|reverend|father|sister|saint|st"
    r"|(?:vice[ -])?president|(?:prime|foreign|defen[cs]e|finance|interior) minister|premier|chancellor|minister|secretary"
    r"|sen|senator|rep|representative|congress(?:wo)?man|gov|governor|mayor|judge|justice|ambassador|chair(?:wo)?man"
    r"|gen|general|lt|lieutenant|col|colonel|maj|major|capt|captain|sgt|sergeant|cpl|corporal|adm|admiral|cmdr|commander"
    r"|officer|detective|inspector|coach|director)(?:\.\s*|\s+)(?=\S)",
    re.IGNORECASE,
)


def trim(text, start, end, kind):
    while start < end and text[start] in OUTSIDE:
        start += 1
    # "U.S." and "Inc." keep their point
    while start < end and text[end - 1] in OUTSIDE.replace(".", ""):
        end -= 1
    if possessive := POSSESSIVE.search(text, start, end):
        end = possessive.start()
    heads = [ARTICLE, TITLE] if kind in ("PER", "NAME") else [ARTICLE]
    while head := next((m for m in (head.match(text, start, end) for head in heads) if m), None):
        start = head.end()
    return start, end


def main():
    with open(sys.argv[1], encoding="utf-8") as gold:
        texts = {document["id"]: document["text"] for document in map(json.loads, gold)}
    for line in sys.stdin:
        record = json.loads(line)
        for entity in record["entities"]:
            edges = trim(texts[record["id"]], entity["start"], entity["end"], entity["type"])
            entity["start"], entity["end"] = edges
        record["entities"] = [entity for entity in record["entities"] if entity["start"] < entity["end"]]
        print(json.dumps(record))


main()
