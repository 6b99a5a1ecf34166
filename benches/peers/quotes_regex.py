"""The naive baseline: what an afternoon with regular expressions finds of quotes and their speakers.

A quote is what stands between double marks. Its speaker is the name or pronoun nearest to the nearest reporting verb of
its paragraph; where the paragraph has none, the speaker of the paragraph before goes on. Indirect speech is a sentence
without marks of the form "NAME said (that) …", "…, NAME said" or "according to NAME, …".
"""

import re

import documents

PARAGRAPH = re.compile(r"[^\r\n]+")
QUOTED = re.compile(r"[“\"]([^“”\"]+)(?:[”\"]|$)")
WORDS = re.compile(r"\w\S*\s+\S*\w")
SENTENCE = re.compile(r"\S.*?[.!?](?=\s+[A-Z“\"]|\s*$)|\S.*$")

VERBS = (
    r"(?:said|says|say|told|tells|added|adds|wrote|writes|tweeted|asked|asks|replied|responded|claimed|claims|argued|argues"
    r"|insisted|insists|explained|explains|noted|notes|announced|announces|declared|warned|warns|admitted|stated|states"
    r"|acknowledged|suggested|suggests|believes|believed|thinks|thought|reported|reports|concluded|recalled|continued)"
)
NAME = r"(?:[A-Z][\w'’.-]*[\w.](?:\s+(?:(?:of|the|de|van|von)\s+)?[A-Z][\w'’-]*\w)*)"
PRONOUN = r"(?:[Hh]e|[Ss]he|[Tt]hey|I|[Ww]e|[Ii]t|[Ww]ho)"
VERB = re.compile(rf"\b{VERBS}\b")
SPEAKER = re.compile(rf"\b(?:{PRONOUN}\b|{NAME})")
BEFORE = re.compile(
    rf"^(?P<speaker>{PRONOUN}\b|(?:The\s+)?{NAME}|[Tt]he\s+\w+)\s+(?:\w+ly\s+|has\s+|have\s+|also\s+)?{VERBS}\s+(?:that\s+)?"
    r"(?P<content>.+?)[.!?]?$"
)
AFTER = re.compile(rf"^(?P<content>.+?),\s+(?P<speaker>{PRONOUN}|{NAME}|the\s+\w+)\s+{VERBS}\b[^,]*$")
INVERTED = re.compile(rf"^(?P<content>.+?),\s+{VERBS}\s+(?P<speaker>{NAME}|the\s+\w+)\b[^,]*$")
ACCORDING = re.compile(rf"^According to (?P<speaker>[^,]+),\s+(?P<content>.+?)[.!?]?$")
ACCORDING_AFTER = re.compile(r"^(?P<content>.+?),? according to (?P<speaker>[^,]+?)[.!?]?$")
INDIRECT = [ACCORDING, ACCORDING_AFTER, AFTER, INVERTED, BEFORE]
"""Tried in this order; the first that fits a sentence is taken."""

REACH = 60
"""The farthest that a speaker may stand from its verb, in characters."""


def load(_arguments):
    return lambda texts: [{"quotes": quotes(text)} for text in texts]


def quotes(text):
    found = []
    last = None
    for paragraph in PARAGRAPH.finditer(text):
        begin, words = paragraph.start(), paragraph[0]
        direct = [m for m in QUOTED.finditer(words) if WORDS.search(m[1])]
        # what is quoted is blanked out, so that offsets hold and no verb or name is taken from it
        outside = QUOTED.sub(lambda m: " " * len(m[0]), words)
        for quote in direct:
            speaker = near(outside, quote.start(), quote.end())
            if speaker is not None:
                last = shifted(speaker, begin)
            found.append({"start": begin + quote.start(1), "end": begin + quote.end(1), "kind": "direct", "speaker": last})
        if not direct:
            last = None
        found += indirect(words, begin)
    return found


def near(outside, start, end):
    """The span of the speaker of the quote at `start..end`, or None."""
    verbs = sorted(VERB.finditer(outside), key=lambda verb: gap(verb.span(), (start, end)))
    for verb in verbs:
        names = [m.span() for m in SPEAKER.finditer(outside) if gap(m.span(), verb.span()) <= REACH]
        if names:
            return min(names, key=lambda name: gap(name, verb.span()))
    return None


def gap(a, b):
    return max(b[0] - a[1], a[0] - b[1], 0)


def indirect(words, begin):
    for sentence in SENTENCE.finditer(words):
        if any(mark in sentence[0] for mark in "“”\""):
            continue
        for pattern in INDIRECT:
            if m := pattern.search(sentence[0]):
                at = begin + sentence.start()
                yield {
                    "start": at + m.start("content"), "end": at + m.end("content"), "kind": "indirect",
                    "speaker": shifted(m.span("speaker"), at),
                }
                break


def shifted(span, by):
    return {"start": span[0] + by, "end": span[1] + by}


documents.run(__doc__, load)
