"""Leaves out direct quotes between other marks than double ones ('…' and ''…''), as the scorer reads double marks alone.

    double_marks.py GOLD < PREDICTIONS

GOLD gives the texts. A quote that the scorer cannot see in the gold is then not held to be a wrong one.
"""

import json
import sys

MARKS = frozenset("\"“”„«»")


def is_marked(text, quote):
    return quote["kind"] == "indirect" or not MARKS.isdisjoint(text[max(0, quote["start"] - 1):quote["end"] + 1])


def main():
    with open(sys.argv[1], encoding="utf-8") as gold:
        texts = {document["id"]: document["text"] for document in map(json.loads, gold)}
    for line in sys.stdin:
        record = json.loads(line)
        text = texts[record["id"]]
        print(json.dumps({"id": record["id"], "quotes": [quote for quote in record["quotes"] if is_marked(text, quote)]}))


main()
