// Pages of others that Postil is put on: plain, strict, and hostile.
import { ARABIC, KEEPER } from "./articles.mjs";

/** The article in an open shadow root, with styles of its own there. */
export const IN_SHADOW = KEEPER.replace(/<article>([^]*)<\/article>/, (_, inside) => `<main><paper-story></paper-story></main><script>
customElements.define("paper-story", class extends HTMLElement {
  connectedCallback() {
    const root = this.attachShadow({ mode: "open" });
    const own = new CSSStyleSheet();
    own.replaceSync("p { color: rgb(10, 20, 30) }");
    root.adoptedStyleSheets = [own];
    root.innerHTML = ${JSON.stringify(`<article>${inside}</article>`).replaceAll("</", "<\\/")};
  }
});</script>`);

export const WITH = (/** @type {string} */ html, /** @type {string} */ more) => html.replace("</body>", () => `${more}</body>`);
export const SAID = "“I have counted every ship that passed,”";

/**
 * Host pages, each with what it does to others; and of its article, where it is another, the title, a quote and words to tag.
 * @type {Record<string, { html: string, headers?: (postil: string) => Record<string, string>, redraws?: boolean, title?: string, painted?: string, words?: string }>}
 */
export const HOSTS = {
  "a plain page": { html: KEEPER },
  "a page whose policy allows Postil and nothing else": {
    html: KEEPER,
    headers: (postil) => ({ "content-security-policy": `default-src 'none'; script-src ${postil}; frame-src ${postil}; require-trusted-types-for 'script'` }),
  },
  "a page that resets everything": {
    html: WITH(KEEPER, "<style>* { all: unset !important; color: lime !important; position: static !important } iframe, html > :last-child { opacity: .01 !important }</style>"),
  },
  "a page that paints highlights of its own": {
    html: WITH(KEEPER, "<script>CSS.highlights.set('own', new Highlight(new Range())); document.adoptedStyleSheets = [new CSSStyleSheet()];</script>"),
  },
  "a page of frozen prototypes": {
    html: WITH(KEEPER, "<script>for (const one of [Object, Array, Function, Map, Node, Element, Promise]) Object.freeze(one.prototype);</script>"),
  },
  "a page that draws itself anew and anew": {
    html: WITH(KEEPER, "<script>setInterval(() => { const p = document.querySelectorAll('article p')[1]; p.replaceWith(p.cloneNode(true)); }, 1500);</script>"),
    redraws: true,
  },
  "a page whose framework draws all of it from its state, anew with each change": {
    html: KEEPER.replace(/<article>([^]*)<\/article>/, (_, inside) => `<div id="root"></div><script>
const html = ${JSON.stringify(inside).replaceAll("</", "<\\/")};
const draw = () => {
  const root = document.querySelector("#root"), next = document.createElement("article");
  next.innerHTML = html;
  root.replaceChildren(next);
};
draw();
setInterval(draw, 2500);
</script>`),
    redraws: true,
  },
  "a page that hides its properties behind form fields": {
    html: WITH(KEEPER, '<form><input name="nextSibling"><input name="textContent"><input name="parentNode"></form>'),
  },
  "a page in frames": { html: WITH(KEEPER, '<iframe srcdoc="<p>An advertisement</p>"></iframe><iframe></iframe>') },
  "a page that writes itself": { html: `<!doctype html><script>document.open(); document.write(${JSON.stringify(KEEPER).replaceAll("</", "<\\/")}); document.close();</script>` },
  "a page whose article stands in a shadow root": { html: IN_SHADOW },
  "a page that has the article as data too": {
    html: KEEPER.replace("<article>", () => `<script type="application/json">${JSON.stringify({ body: /<article>([^]*)<\/article>/.exec(KEEPER)?.[1]?.replaceAll(/<[^>]+>/g, " ") })}</script><article>`),
  },
  "a page that is long": { html: WITH(KEEPER, `<div>${"<p>Nothing is said here of the light on the rock, nor of its keeper.</p>".repeat(4_000)}</div>`) },
  "a page that is read from right to left": { html: ARABIC, title: "الميناء", words: "أبوابه صباح اليوم", painted: "«انتظرنا هذا اليوم طويلا، ولن نغلق الأبواب مرة أخرى»" },
};
