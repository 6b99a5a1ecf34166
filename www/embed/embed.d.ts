/** `embed.js`: Postil beside the article of a page. The module gives these, and so does the global `postil`. */

/** A layer of marks. `mine`, the reader's own, is always there. */
export type Layer = "quotes" | "names" | "comments" | "mine";

export interface Options {
  /** Opens at once. */
  open?: boolean;
  /** On which side of the window; where its lines end, unless said. */
  position?: "left" | "right";
  /** As the article's own colour of text has it, unless said. */
  theme?: "light" | "dark";
  /** The layers to offer; all unless said. With `mine` alone nothing is analysed, and neither the analysis nor its model is fetched. */
  layers?: Layer[];
  /** The article's language, a BCP 47 tag, where the page does not declare it. */
  language?: string;
  /** The name of a store of its own for the notes, where one site has several. */
  storage?: string;
}

interface AnnotatorEvents {
  /** Postil has started beside the article. */
  ready: Event;
  open: Event;
  close: Event;
  /** What is painted on the page has changed: see `passages`. */
  change: Event;
  destroy: Event;
}

export interface Annotator extends EventTarget {
  addEventListener<K extends keyof AnnotatorEvents>(type: K, listener: (this: Annotator, event: AnnotatorEvents[K]) => void, options?: boolean | AddEventListenerOptions): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject | null, options?: boolean | AddEventListenerOptions): void;
  /** Where the reader's own passages stand on the page now. What is noted on them is not told. */
  readonly passages: AbstractRange[];
  open(): void;
  /** What is painted stays. */
  close(): void;
  /** Leaves the page as it was. */
  destroy(): void;
}

/** Starts Postil on what stands under `root`, the body unless said. */
export function annotate(root?: Element, options?: Options): Annotator;

/** `TextQuoteSelector` of the W3C Web Annotation Data Model. */
export interface TextQuoteSelector { type: "TextQuoteSelector"; exact: string; prefix?: string; suffix?: string }

/** `TextPositionSelector` of that model, in Unicode code points of the root's `textContent`. */
export interface TextPositionSelector { type: "TextPositionSelector"; start: number; end: number }

export type Selector = TextQuoteSelector | TextPositionSelector | { type?: string | string[] };

/** Where a passage stands now, and how it was found. */
export type Resolution =
  | { state: "exact" | "moved" | "changed"; range: StaticRange; start: number; end: number; text: string }
  | { state: "gone" };

/** Selectors for a range under `root`. The page has to allow WebAssembly (`'wasm-unsafe-eval'`). */
export function describe(root: Node, range: AbstractRange): Promise<Selector[]>;

/** Where the passages of several lists of selectors stand now, in their order. Likewise. */
export function resolve(root: Node, selectors: Selector[][]): Promise<Resolution[]>;

declare global {
  var postil: { readonly annotate: typeof annotate; readonly describe: typeof describe; readonly resolve: typeof resolve };
}
