// In a frame beside an article: speaks with the page around it, and tells it where of its own text something is painted here.
import { open } from "../../pkg/page.js";
import { align } from "./alignment.js";
import { painted, rules, sheetText } from "./marks.js";

/** How often it is looked whether anything is painted anew, in milliseconds: the browser does not tell. */
const EVERY = 200;

/** What is to be painted, and on which text: spans count its UTF-16 units. @typedef {{ length: number, marks: { name: string, priority: number, spans: number[] }[], rules: string }} Marks */

/** Where in `text` what is painted here stands; nothing of an article that is another's. @param {string} text @returns {Marks} */
function marksOn(text) {
  const { blocks, places } = sheetText();
  const place = align(text, blocks);
  const marks = [...painted()].map(([name, highlight]) => {
    const spans = /** @type {StaticRange[]} */ ([.../** @type {Iterable<any>} */ (highlight)]).flatMap((range) => {
      const at = places.get(range.startContainer);
      return (at && place(at.block, at.offset + range.startOffset, at.offset + range.endOffset)) ?? [];
    });
    return { name, priority: highlight.priority, spans };
  });
  return { length: text.length, marks, rules: rules() };
}

/** Speaks with the page that gave this nonce, once it has handed over its article. @param {string} nonce */
export function talkTo(nonce) {
  const page = window.parent;
  /** @type {string | undefined} */
  let text;
  /** @type {Map<string, Highlight>} */
  let told = new Map();
  addEventListener("message", ({ source, origin, data }) => {
    if (source !== page || data?.postil !== nonce || typeof data.text !== "string") return;
    text = data.text;
    told = new Map();
    if (typeof data.html !== "string") return;
    const own = URL.canParse(data.url) && new URL(data.url).origin === origin;
    open({ html: data.html, url: own ? data.url : undefined });
  });
  // whatever site it is, it is told of no words but its own
  page.postMessage({ postil: nonce, wants: "text" }, "*");
  setInterval(() => {
    const now = painted();
    const same = now.size === told.size && [...now].every(([name, highlight]) => told.get(name) === highlight);
    if (text === undefined || same) return;
    told = now;
    page.postMessage({ postil: nonce, marks: marksOn(text) }, "*");
  }, EVERY);
}
