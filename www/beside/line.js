// The frame's end of the line to the page around it: the page's text, what the reader did there last, and where that stands.
import { Alignment } from "./alignment.js";

/** @typedef {import("./messages.js").ToPage} ToPage */
/** @typedef {import("./messages.js").ToFrame} ToFrame */
/** @typedef {import("./messages.js").Point} Point */

/** How many places are known at most; they are asked for again whenever the page scrolls. */
const KNOWN = 8;

export class Line {
  #channel;
  /** The page's text. */
  text;
  /** What is selected there. @type {[number, number] | undefined} */
  selected;
  /** Where the reader pointed last. @type {Point | undefined} */
  point;
  /** Spans of the page with where they stand in the window. @type {{ span: [number, number], box: number[] }[]} */
  #known = [];
  /** What is to be told with the next message. @type {ToPage} */
  #next = {};
  #sending = false;

  /** @param {MessagePort} channel @param {string} text */
  constructor(channel, text) {
    this.#channel = channel;
    this.text = text;
  }

  /** Tells the page, together with what else is told in this turn. @param {ToPage} message */
  tell(message) {
    if (message.call || message.ask || message.paint) {
      this.#channel.postMessage(message);
      return;
    }
    Object.assign(this.#next, message);
    if (this.#sending) return;
    this.#sending = true;
    queueMicrotask(() => {
      this.#sending = false;
      this.#channel.postMessage(this.#next);
      this.#next = {};
    });
  }

  /** @param {(message: ToFrame) => void} heard */
  hear(heard) {
    this.#channel.onmessage = ({ data }) => heard(data);
  }

  /** Where the sheet's blocks stand on the page. @param {string[]} blocks */
  align(blocks) {
    return new Alignment(this.text, blocks);
  }

  /** Learns where a span stands. @param {[number, number]} span @param {number[]} box */
  learn(span, box) {
    this.#known = [{ span, box }, ...this.#known.filter((known) => String(known.span) !== String(span))].slice(0, KNOWN);
  }

  /** Where a span stands, or meanwhile what was pointed at in it. @param {[number, number]} span */
  boxOf([start, end]) {
    const exact = this.#known.find(({ span }) => span[0] === start && span[1] === end);
    if (exact) return exact.box;
    this.tell({ ask: [start, end] });
    return this.#known.find(({ span }) => span[0] < end && start < span[1])?.box;
  }

  /** Asks anew where all that stands: the page has moved. */
  askAgain() {
    const spans = this.#known.flatMap(({ span }) => span);
    if (spans.length > 0) this.tell({ ask: spans });
    return spans.length > 0;
  }

  /** Nothing is known of where anything stands. */
  forget() {
    this.#known = [];
    this.selected = undefined;
  }
}
