// IndexedDB, by idb: what the page keeps. Rust makes the rows and reads them.
import { openDB } from "idb";

/**
 * 1: rows of the first release. 2: passages are W3C annotations, what cannot be read is set aside, and the reader's tags are kept.
 * 3: articles are recognised in other layouts.
 */
const VERSION = 3;

/** Articles that are looked at more closely of those whose words are like an article's. */
const LIKELIEST = 24;

/**
 * What happens to the database while the page uses it: another tab keeps it from being brought up to date (`blocked`), a newer Postil in
 * another tab needs it (`outdated`), or the browser closed it, because the site's data was cleared, say (`closed`).
 * @typedef {"blocked" | "outdated" | "closed"} Trouble
 * @typedef {import("idb").IDBPDatabase} Database
 * @typedef {import("./host.js").Rows} Rows rows that are kept elsewhere
 */

/** @type {Promise<Database> | undefined} */
let connecting;

/**
 * The open database: opened when it is first asked for, and again after it was closed. Rejected with no reason when it does not answer in
 * `patience` milliseconds; it may still open later.
 * @param {string} name
 * @param {number} patience
 * @param {(row: unknown) => object | undefined} upgraded a passage of version 1 as an annotation; nothing for one that cannot be read
 * @param {(trouble: Trouble) => void} tell
 * @param {(source: string) => object | undefined} [known] what an article is recognised by of which only the key is known
 * @returns {Promise<Database>}
 */
export function openDatabase(name, patience, upgraded, tell, known = () => undefined) {
  connecting ??= connect(name, upgraded, tell, known).catch((/** @type {unknown} */ why) => {
    connecting = undefined;
    throw why;
  });
  const opened = Promise.race([
    connecting,
    new Promise((_, fail) => {
      setTimeout(fail, patience);
    }),
  ]);
  opened.catch(() => {}); // whoever asks for it hears of it
  return opened;
}

/**
 * @param {string} name @param {(row: unknown) => object | undefined} upgraded @param {(trouble: Trouble) => void} tell
 * @param {(source: string) => object | undefined} known
 * @returns {Promise<Database>} rejected, too, where the browser throws at once: hence async
 */
async function connect(name, upgraded, tell, known) {
  return openDB(name, VERSION, {
    async upgrade(database, old, _new, transaction) {
      if (old < 1) {
        // opened articles: what a list needs; and, apart, so that listing them reads little, their content
        database.createObjectStore("articles", { keyPath: "source" });
        database.createObjectStore("pages", { keyPath: "source" });
      }
      if (old < 2) {
        // the reader's passages, by id, with an index by article
        const notes = database.createObjectStore("notes", { keyPath: "id" });
        notes.createIndex("source", "target.source");
        const aside = database.createObjectStore("aside", { autoIncrement: true });
        database.createObjectStore("tags", { keyPath: "name" });
        if (old === 1) {
          for await (const { value } of transaction.objectStore("annotations")) {
            const row = upgraded(value);
            if (row === undefined) aside.put(value);
            else notes.put(row);
          }
          database.deleteObjectStore("annotations");
        }
      }
      if (old < 3) {
        const rows = database.createObjectStore("known", { keyPath: "source" });
        rows.createIndex("address", "identity.address");
        rows.createIndex("words", "identity.words.lowest", { multiEntry: true });
        const sources = new Set(await transaction.objectStore("articles").getAllKeys());
        const noted = transaction.objectStore("notes").index("source").iterate(null, "nextunique");
        for await (const { key } of noted) sources.add(key);
        for (const source of sources) {
          const row = known(String(source));
          if (row !== undefined) rows.put(row);
        }
      }
    },
    blocked: () => tell("blocked"),
    blocking: (_current, _wanted, event) => {
      connecting = undefined;
      /** @type {IDBDatabase} */ (event.target).close();
      tell("outdated");
    },
    terminated: () => {
      connecting = undefined;
      tell("closed");
    },
  });
}

/**
 * All rows of a store, or those whose `source` is the one given; of `alike` what is known of articles that may be the one that `source`
 * describes.
 * @param {Database | Rows} database @param {string} store @param {string} [source]
 * @returns {Promise<object[]>}
 */
export async function readRows(database, store, source) {
  if ("read" in database) return database.read(store, source);
  if (store === "alike" && source !== undefined) return readAlike(database, JSON.parse(source));
  // the passages alone have the source as an index; elsewhere it is the key
  if (store === "notes" && source !== undefined) return database.getAllFromIndex(store, "source", source);
  return database.getAll(store, source);
}

/**
 * What is known of articles that may be the one with this address and these words: all with the address, and those that have most of the
 * words' hashes.
 * @param {Database} database @param {[address: string | null, hashes: number[]]} article
 * @returns {Promise<object[]>}
 */
async function readAlike(database, [address, hashes]) {
  const rows = database.transaction("known").store;
  const [addressed, ...worded] = await Promise.all([
    address === null ? [] : rows.index("address").getAllKeys(address),
    ...hashes.map((hash) => rows.index("words").getAllKeys(hash)),
  ]);
  /** @type {Map<IDBValidKey, number>} */
  const shared = new Map();
  for (const key of worded.flat()) shared.set(key, (shared.get(key) ?? 0) + 1);
  const likeliest = [...shared].sort(([, a], [, b]) => b - a).slice(0, LIKELIEST);
  const keys = new Set([...addressed, ...likeliest.map(([key]) => key)]);
  return Promise.all(Array.from(keys, (key) => rows.get(key)));
}

/**
 * Writes and deletes rows, all or none. Fulfilled when they are on the disk, and not before.
 * @param {Database | Rows} database
 * @param {[store: string, put: object[], deleted: IDBValidKey[]][]} changes
 * @returns {Promise<void>}
 */
export async function writeRows(database, changes) {
  if ("change" in database) {
    await database.change(changes);
    return;
  }
  const names = changes.map(([store]) => store);
  const transaction = database.transaction(names, "readwrite", { durability: "strict" });
  const requests = changes.flatMap(([store, put, deleted]) => {
    const rows = transaction.objectStore(store);
    return [...put.map((row) => rows.put(row)), ...deleted.map((key) => rows.delete(key))];
  });
  transaction.commit(); // nothing follows: it is finished even if the page goes now
  await Promise.all([...requests, transaction.done]);
}
