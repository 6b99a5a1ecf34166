// IndexedDB by promises: what the page keeps, in three stores. Rust makes the rows and reads them.

/**
 * Opens the database, made anew where there is none. Rejected with no reason when it does not answer in `patience` milliseconds.
 * @param {number} patience
 * @returns {Promise<IDBDatabase>}
 */
export function openDatabase(patience) {
  /** @type {Promise<IDBDatabase>} */
  const opened = new Promise((done, fail) => {
    const opening = indexedDB.open("postil", 1);
    opening.onupgradeneeded = () => {
      // the reader's passages, by id, with an index by article
      opening.result.createObjectStore("annotations", { keyPath: "id" }).createIndex("source", "source");
      // opened articles: what a list needs; and, apart, so that listing them reads little, their content
      opening.result.createObjectStore("articles", { keyPath: "source" });
      opening.result.createObjectStore("pages", { keyPath: "source" });
    };
    opening.onsuccess = () => done(opening.result);
    opening.onerror = () => fail(opening.error);
    setTimeout(fail, patience);
  });
  opened.catch(() => {}); // whoever asks for it hears of it
  return opened;
}

/**
 * All rows of a store, or those whose `source` is the one given.
 * @param {IDBDatabase} database @param {string} store @param {string} [source]
 * @returns {Promise<object[]>}
 */
export function readRows(database, store, source) {
  return new Promise((done, fail) => {
    const rows = database.transaction(store).objectStore(store);
    // the annotations alone have the source as an index; elsewhere it is the key
    const asking = source !== undefined && rows.indexNames.contains("source") ? rows.index("source").getAll(source) : rows.getAll(source);
    asking.onsuccess = () => done(asking.result);
    asking.onerror = () => fail(asking.error);
  });
}

/**
 * Writes and deletes rows, all or none.
 * @param {IDBDatabase} database
 * @param {[store: string, put: object[], deleted: string[]][]} changes
 * @returns {Promise<void>}
 */
export function writeRows(database, changes) {
  return new Promise((done, fail) => {
    const transaction = database.transaction(changes.map(([store]) => store), "readwrite");
    transaction.oncomplete = () => done();
    transaction.onabort = () => fail(transaction.error);
    for (const [store, put, deleted] of changes) {
      const rows = transaction.objectStore(store);
      for (const row of put) rows.put(row);
      for (const key of deleted) rows.delete(key);
    }
  });
}
