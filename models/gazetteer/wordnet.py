"""Reads the proper nouns of WordNet's `data.noun` and tells what kind of thing each names."""

# Lexicographer files of WordNet (lexnames(5WN)).
ACT, ARTIFACT, COGNITION, COMMUNICATION, EVENT, GROUP, LOCATION, OBJECT, PERSON, TIME = (
    4, 6, 9, 10, 11, 14, 15, 17, 18, 28,
)


class WordNet:
    """Synsets of nouns by their offset: (lexicographer file, lemmas, classes it is an instance of, hypernyms)."""

    def __init__(self, lines):
        self.synsets = {}
        for line in lines.splitlines():
            if line.startswith(" "):
                continue
            fields = line.split(" | ")[0].split(" ")
            count = int(fields[3], 16)
            lemmas = [lemma.replace("_", " ") for lemma in fields[4 : 4 + 2 * count : 2]]
            rest = fields[4 + 2 * count :]
            pointers = [rest[i : i + 3] for i in range(1, 1 + 4 * int(rest[0]), 4)]
            instance = [to for kind, to, _ in pointers if kind == "@i"]
            above = [to for kind, to, _ in pointers if kind in ("@", "@i")]
            self.synsets[fields[0]] = (int(fields[1]), lemmas, instance, above)
        self._classes = {}

    def classes(self, offset):
        """The lemmas of every class above a synset."""
        if offset not in self._classes:
            self._classes[offset] = frozenset()
            found = set()
            for parent in self.synsets[offset][3]:
                found.update(self.synsets[parent][1])
                found |= self.classes(parent)
            self._classes[offset] = frozenset(found)
        return self._classes[offset]

    def names(self, *files, of=None, instances=True):
        """Capitalised lemmas of synsets in the given files, of one of the classes `of` where it is given.

        Only of single things (Paris) by default, only of classes (Parisian) with `instances=False`, of both with None.
        """
        for offset, (file, lemmas, instance, _) in self.synsets.items():
            if file in files and instances in (None, bool(instance)) and (of is None or self.classes(offset) & set(of)):
                yield from (lemma for lemma in lemmas if lemma[0].isupper())
