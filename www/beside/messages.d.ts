/** What a page and the frame with Postil beside its article say to each other. Offsets and spans are those of the page's port. */

/** An article as the page hands it over: its markup, or where nothing is analysed its paragraphs. */
export interface Handed { html?: string; text?: string; url: string }

/** How Postil is to be there. */
export interface Wishes {
  /** The layers that are offered beside the reader's own; all, where nothing is said. */
  layers?: string[];
  /** The name of a store of its own. */
  store?: string;
  position?: "left" | "right";
}

/** The first message, with a `MessagePort` for all that follows. */
export interface Begin { postil: "beside"; nonce?: string; article: Handed; text: string; dark: boolean; wishes: Wishes }

/** A point that the reader means, and the character and its line under it, where there is one. */
export interface Point { x: number; y: number; offset?: number; box?: number[] }

export interface ToFrame {
  /** The page's text is another. */
  text?: string;
  /** And so is its article. */
  article?: Handed;
  /** Whether the page's words are light on dark. */
  dark?: boolean;
  selected?: { span?: [number, number]; box?: number[] };
  tapped?: Point;
  rested?: Point;
  pressed?: { key: string; shift: boolean };
  /** The page scrolls (`true`), or has come to rest. */
  moving?: boolean;
  /** Where the spans stand that were asked for, eight numbers each. */
  boxes?: { spans: number[]; boxes: number[] };
}

export interface ToPage {
  /** The first word. */
  ready?: true;
  /** What to paint on a text of this length: names, spans, and what lies over what. */
  paint?: { length: number; marks: [name: string, spans: number[], priority: number][] };
  rules?: string;
  /** What of the port to call. */
  call?: ["select", number, number] | ["deselect"] | ["extendSelection", "forward" | "backward", "character" | "word" | "line"] | ["scrollTo", number, number, number, number];
  /** Spans whose places are asked for. */
  ask?: number[];
  /** Which parts of the window the frame takes up, as a `clip-path`. */
  shape?: string;
  /** Whether the keys of the tag bar are the frame's. */
  keys?: boolean;
  /** Whether the keyboard is the frame's: something is typed there. */
  focus?: boolean;
  close?: true;
  /** The article is asked for again: more has come. */
  wants?: "article";
}
