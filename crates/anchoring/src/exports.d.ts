/** `TextQuoteSelector` of the W3C Web Annotation Data Model: the passage and some of the text around it. */
export interface TextQuoteSelector { type: "TextQuoteSelector"; exact: string; prefix?: string; suffix?: string }

/** `TextPositionSelector` of that model: half-open, in Unicode code points of the root's `textContent`. */
export interface TextPositionSelector { type: "TextPositionSelector"; start: number; end: number }

/** Any selector; those of other types are passed over. */
export interface OtherSelector { type?: string | string[] }

/** What a target of an annotation has as its `selector`. */
export type Selector = TextQuoteSelector | TextPositionSelector | OtherSelector;

/** Where a passage stands now, and how it was found. */
export type Resolution = {
  /**
   * `exact`: its words stand where they stood (what was put in before all passages moves none); `moved`: they stand elsewhere;
   * `changed`: other words stand in its place, or most of its words do.
   */
  state: "exact" | "moved" | "changed";
  /** Costs the page nothing when it changes, and does not follow its changes. */
  range: StaticRange;
  /** Code points of the root's `textContent`. */
  start: number; end: number;
  /** The words that stand there. */
  text: string;
} | { state: "gone" };

/** What became of a word or several. */
export interface Piece { kind: "kept" | "removed" | "added"; text: string }
