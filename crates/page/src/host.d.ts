/** Where Postil's parts are. */
export interface Host {
  /** A new worker that runs the analysis. */
  worker(): Worker;
  /** The address of the sample article. */
  sample: string;
  /** The article to begin with, in the place of the one that the page's address names. */
  article?: Article;
  /** What else can read the notes that this Postil keeps, where that is not clear: other `files`, the `site` that embeds it, or nothing but this `extension`. */
  keptIn?: "files" | "site" | "extension";
  /** The name of the store that notes are kept in, where it is another than that of Postil's own page. */
  store?: string;
  /** Reads and writes rows elsewhere, where a browser keeps this page from a database of its own: as `readRows` and `writeRows` of `database.js` do. */
  rows?: Rows;
  /** The layers that are offered beside the reader's own, all where nothing is said. With none, nothing is analysed: the article is taken as its plain text. */
  layers?: string[];
  /** Gives what has the methods of a `Port` and reaches the article where the reader sees it, when that is in another document than `sheet`, which then nobody sees. */
  portTo?: (sheet: Element) => object;
  /** The address of the service worker, where there is one. */
  serviceWorker?: string;
}

/** An article that is handed over: files, a page with its address, a text, or an address alone. */
export interface Article {
  files?: File[];
  html?: string;
  text?: string;
  url?: string;
  /** In the place of all these: who kept the page from being handed over, or that it was `copied` to the clipboard instead. */
  withheld?: "site" | "browser" | "copied";
}

/** Rows that are kept elsewhere. */
export interface Rows {
  read(store: string, source?: string): Promise<object[]>;
  change(changes: [store: string, put: object[], deleted: IDBValidKey[]][]): Promise<void>;
}
