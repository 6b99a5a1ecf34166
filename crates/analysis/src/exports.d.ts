/** What to analyse: a page or a plain text, and what is known of it. */
export interface Input {
  html?: string;
  text?: string;
  /** The page's address; relative links are resolved against it. */
  url?: string;
  /** The day the article appeared, `YYYY-MM-DD`. */
  published?: string;
}

/** A half-open range of `article.text`, in UTF-16 units: `text.slice(start, end)`. */
export interface Span { start: number; end: number }

export type BlockKind = "title" | "heading" | "paragraph" | "quote" | "list_item" | "caption" | "code" | "table" | "other";
export type EntityKind =
  | "person" | "organization" | "location" | "group" | "event" | "work" | "misc"
  | "date" | "time" | "money" | "percent" | "quantity";
export type QuoteKind = "direct" | "mixed" | "indirect" | "marked";

export interface Article {
  text: string;
  verbatim: boolean;
  metadata: {
    title: string | null; byline: string | null; published: string | null; site: string | null;
    language: string | null; right_to_left: boolean; url: string | null;
  };
  blocks: { kind: BlockKind; span: Span; level: number }[];
  links: { span: Span; href: string }[];
  images: { before: number; src: string; alt: string }[];
}

export interface Comment {
  author: string | null; posted: string | null; posted_iso: string | null; depth: number; span: Span;
}

export interface Mention { span: Span; kind: EntityKind; cluster: number; value: string | null }

export interface Cluster {
  name: string; kind: EntityKind; mentions: number[]; references: Span[]; description: string | null;
  wikidata: string | null;
}

export interface Quote {
  span: Span; kind: QuoteKind; cue: Span | null;
  speaker: { span: Span; cluster: number | null } | null;
  inside: number | null; confidence: number;
}

/**
 * What a comment answers: passages of the body, the names that the body has too (numbers of clusters), and what became of the words
 * that it quotes.
 */
export interface CommentAnswers {
  passages: { passage: Span; by: "quotation" | "names" | "wording"; speaker: number | null; score: number }[];
  names: number[];
  quotations: { span: Span; fidelity: "verbatim" | "altered" | "absent"; passage: Span | null; score: number }[];
}

/**
 * The parts of `article.text`, the one text in which all spans and annotations count: the headline, the body from the first block
 * after it to the last one before the comments, and each comment's message.
 */
export interface Document { title: Span | null; body: Span | null; comments: Span[] }

/** All that was found in one article. */
export interface Analysis {
  document: Document;
  article: Article; comments: Comment[]; mentions: Mention[]; clusters: Cluster[]; quotes: Quote[];
  /** What each comment answers, in the order of `comments`. */
  answers: CommentAnswers[];
}
