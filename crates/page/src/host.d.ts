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
