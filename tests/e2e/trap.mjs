// A wasm module that traps: as the real one, but for one function.

/**
 * The module `wasm`, whose exported function `name` traps as soon as it is called.
 * @param {Uint8Array} wasm
 * @param {string} name
 */
export function trapping(wasm, name) {
  const bytes = Buffer.from(wasm);
  let at = 8; // after magic and version
  const number = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++] ?? 0;
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
  };
  const skip = (/** @type {number} */ length) => void (at += length);
  const limits = () => {
    const flags = number();
    number();
    if (flags & 1) number();
  };
  /** @type {(() => void)[]} what is to skip of an import of each kind: function, table, memory, global, tag */
  const kinds = [number, () => (skip(1), limits()), limits, () => skip(2), () => (skip(1), number())];
  let imported = 0;
  let wanted = -1;
  while (at < bytes.length) {
    const section = bytes[at++];
    const end = number() + at;
    const count = section === 2 || section === 7 || section === 10 ? number() : 0;
    for (let entry = 0; entry < count; entry += 1) {
      if (section === 2) {
        skip(number());
        skip(number());
        const kind = bytes[at++] ?? 0;
        if (kind === 0) imported += 1;
        kinds[kind]?.();
      } else if (section === 7) {
        const length = number();
        const exported = bytes.toString("utf8", at, at + length);
        skip(length);
        const kind = bytes[at++];
        const index = number();
        if (kind === 0 && exported === name) wanted = index;
      } else {
        const length = number();
        if (imported + entry === wanted) {
          // no locals, `unreachable`, as many `nop` as fill the body, `end`
          bytes.fill(0x01, at, at + length);
          bytes.set([0x00, 0x00], at);
          bytes[at + length - 1] = 0x0b;
          return bytes;
        }
        skip(length);
      }
    }
    at = end;
  }
  throw new Error(`the module has no function “${name}”`);
}
