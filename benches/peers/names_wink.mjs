// Names as far as wink-nlp has any: its entities are dates, numbers, amounts, addresses and @mentions, which are persons
// more often than not. Its tagger knows proper nouns, so a run of them is given as a name of type NAME, unknown to the scorer:
// such runs count where any type is right, and nowhere else.
import model from "wink-eng-lite-web-model";
import winkNLP from "wink-nlp";
import { run } from "./documents.mjs";

await run((whole) => {
  const nlp = whole ? winkNLP(model) : winkNLP(model, ["sbd", "pos", "ner"]);
  const { its } = nlp;
  return (text) => {
    const doc = nlp.readDoc(text);
    const words = doc.tokens().out();
    const tags = doc.tokens().out(its.pos);
    const mentions = new Set(doc.entities().filter((entity) => entity.out(its.type) === "MENTION").out());
    const found = [];
    let open = null;
    let end = 0;
    words.forEach((word, index) => {
      const start = text.indexOf(word, end);
      if (start < 0) {
        return;
      }
      const type = mentions.has(word) ? "PER" : tags[index] === "PROPN" ? "NAME" : null;
      // a line break ends a name
      const joins = open !== null && open.type === type && type === "NAME" && !text.slice(end, start).includes("\n");
      end = start + word.length;
      if (joins) {
        open.end = end;
      } else if (type !== null) {
        open = { start, end, type };
        found.push(open);
      } else {
        open = null;
      }
    });
    return found;
  };
});
