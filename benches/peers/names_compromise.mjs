// Names by compromise.
import nlp from "compromise";
import { run } from "./documents.mjs";

/** What compromise finds, in CoNLL's types: it has no other names than these, and of MISC the nationalities alone. */
const KINDS = [
  { type: "PER", of: (doc) => doc.people() },
  { type: "ORG", of: (doc) => doc.organizations() },
  { type: "LOC", of: (doc) => doc.places() },
  { type: "MISC", of: (doc) => doc.match("#Demonym+") },
];

await run(() => (text) => {
  const doc = nlp(text);
  return KINDS.flatMap(({ type, of }) => of(doc).json({ offset: true }).flatMap(({ terms }) => pieces(terms, type)));
});

// "Paris, France" is one place here and two in the corpora. From first to last term: compromise's own ranges take in the
// punctuation around them.
function pieces(terms, type) {
  const found = [];
  let first = 0;
  terms.forEach((term, index) => {
    if (index === terms.length - 1 || term.post.includes(",")) {
      found.push({ start: terms[first].offset.start, end: term.offset.start + term.offset.length, type });
      first = index + 1;
    }
  });
  return found;
}
