// A page that tries everything. Each trick that runs adds to `window.hurt`; each that loads asks the server for `/hurt…`.

/** @param {string} how */
const hurt = (how) => `(top.hurt=top.hurt||[]).push('${how}')`;

/** Words around the tricks, so that the page is an article all the same. */
const PROSE = `The harbour office sent out a letter on Monday, and the letter was not what it seemed to be, several of its readers said.`;

const LINKS = [
  `javascript:${hurt("link")}`,
  `JaVaScRiPt:${hurt("case")}`,
  ` \t\njavascript:${hurt("space")}`,
  `java\tscr\nipt:${hurt("inner space")}`,
  `java&#x73;cript&colon;${hurt("entities")}`,
  `&#1;javascript:${hurt("control")}`,
  `data:text/html,<script>${hurt("data")}</script>`,
  `vbscript:${hurt("vbscript")}`,
  `blob:https://hurt.example/1`,
  `file:///etc/passwd`,
  `https:javascript:${hurt("after https")}`,
];

/** Markup that parsers and sanitisers have disagreed about. */
export const CONFUSIONS = [
  `<noscript><p title="</noscript><img src=/hurt-noscript onerror=${hurt("noscript")}>"></noscript>`,
  `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=/hurt-mglyph onerror=${hurt("mglyph")}&gt;">`,
  `<form><math><mtext></form><form><mglyph><style></math><img src=/hurt-form onerror=${hurt("form")}></style></mglyph></form></mtext></math>`,
  `<svg></p><style><a id="</style><img src=/hurt-svg onerror=${hurt("svg style")}>">`,
  `<!--><script>${hurt("comment")}</script>-->`,
  `<!-- --!><img src=/hurt-comment onerror=${hurt("comment end")}> -->`,
  `<textarea></textarea><img src=/hurt-textarea onerror=${hurt("textarea")}><title></title></title>`,
  `<xmp></xmp><img src=/hurt-xmp onerror=${hurt("xmp")}>`,
  `<a title="${"long ".repeat(20_000)}" onclick="${hurt("long")}">a long title</a>`,
  `<img alt="<img src=/hurt-alt onerror=${hurt("alt")}>" src="https://hurt.example/alt.png">`,
  `&lt;img src=/hurt-escaped onerror=${hurt("escaped")}&gt; &amp;lt;script&amp;gt;`,
];

/** Names that stand in the way of a form's own properties, and of the page's. */
const CLOBBERS = ["attributes", "firstChild", "nextSibling", "parentNode", "nodeType", "localName", "getAttribute", "data", "read", "boot", "card", "list", "panel", "filter", "toasts"]
  .map((name) => `<form id="${name}"><input name="${name}"><a id="${name}" name="${name}" href="https://hurt.example/">${name}</a> ${PROSE}</form>`)
  .join("\n");

/** @type {string} */
export const HOSTILE = `<!doctype html><html lang="en" onclick="${hurt("html")}" style="display:block;position:fixed"><head>
<meta charset="utf-8"><title>A letter that was not what it seemed<script>${hurt("title")}</script></title>
<meta http-equiv="refresh" content="0;url=/hurt-refresh"><base href="/hurt-base/" target="_self">
<meta http-equiv="Content-Security-Policy" content="script-src 'unsafe-inline'">
<link rel="stylesheet" href="/hurt.css"><link rel="preload" as="script" href="/hurt-preload.js"><link rel="prefetch" href="https://hurt.example/prefetch">
<style>@import "/hurt-import.css"; body { background: url(/hurt-background) } .bar, .panel { display: none !important }</style>
<script type="application/ld+json">{"@type":"NewsArticle","headline":"A letter</script><script>${hurt("ld+json")}</script>","author":"<img src=/hurt-author onerror=${hurt("author")}>"}</script>
<script>${hurt("head")}</script><script src="/hurt.js"></script><script type="module">${hurt("module")}</script></head>
<body onload="${hurt("load")}" onpageshow="${hurt("pageshow")}" class="sheet"><article onmouseover="${hurt("over")}">
<h1 onclick="${hurt("h1")}">A letter that was not what it seemed<img src=/hurt-h1 onerror=${hurt("in h1")}></h1>
<p style="position:fixed;inset:0;background:red;z-index:99999;animation:x 1s" onanimationstart="${hurt("animation")}">${PROSE}</p>
<p>“${PROSE}” said <b onclick=${hurt("b")}>Anna Torvald<script>${hurt("name")}</script></b>, who keeps the letters.</p>
${LINKS.map((href, n) => `<p><a href="${href.replaceAll('"', "&quot;")}" onclick="${hurt("onclick")}" onfocus="${hurt("onfocus")}" autofocus tabindex=1>Letter ${n}</a> ${PROSE}</p>`).join("\n")}
<p><img src="/hurt-image" onerror="${hurt("img")}" onload="${hurt("img load")}" srcset="/hurt-srcset 2x"><picture><source srcset="/hurt-source"></picture>
<video src="/hurt-video" autoplay onloadstart="${hurt("video")}" poster="/hurt-poster"></video><audio src="/hurt-audio" autoplay onerror=${hurt("audio")}></audio>
<input type="image" src="/hurt-input" onerror="${hurt("input image")}"><details open ontoggle="${hurt("toggle")}"><summary>More</summary>${PROSE}</details>
<marquee onstart="${hurt("marquee")}">${PROSE}</marquee></p>
<iframe src="javascript:${hurt("iframe")}"></iframe><iframe srcdoc="<script>${hurt("srcdoc")}</script>"></iframe><iframe src="/hurt-frame"></iframe>
<object data="/hurt-object"><p>${PROSE}</p></object><embed src="/hurt-embed"><applet code="hurt"></applet><portal src="/hurt-portal"></portal>
<svg onload="${hurt("svg")}"><script>${hurt("svg script")}</script><animate onbegin="${hurt("animate")}" attributeName="x" dur="1s"/><set attributeName="href" to="javascript:1"/>
<foreignObject><img src=/hurt-foreign onerror="${hurt("foreign")}"></foreignObject><use href="/hurt-use#x"/><image href="/hurt-svg-image"/></svg>
<math><maction actiontype="statusline" xlink:href="javascript:${hurt("math")}">${PROSE}</maction></math>
<form action="/hurt-action" onsubmit="${hurt("submit")}"><input autofocus onfocus="${hurt("autofocus")}"><select autofocus onfocus="${hurt("select")}"></select>
<button formaction="javascript:${hurt("formaction")}">Send</button><isindex action="/hurt-isindex"></form>
<template><img src=/hurt-template onerror="${hurt("template")}"></template><div><template shadowrootmode="open"><img src=/hurt-shadow onerror="${hurt("shadow")}"></template><slot></slot></div>
<p dir="rtl">\u202E\u2066${PROSE}\u202D\u2067 \u0000\u0007\u200B\uFEFF</p>
<table background="/hurt-table"><tr><td background="/hurt-td" onclick="${hurt("td")}">${PROSE}</td></tr></table>
<dialog open onclose="${hurt("dialog")}">${PROSE}</dialog><p contenteditable onfocus="${hurt("editable")}" autofocus>${PROSE}</p>
</article>
<section id="comments"><h2>2 comments</h2><ol class="comment-list">
<li class="comment" id="comment-1"><cite class="comment-author">mallory<script>${hurt("commenter")}</script></cite> <time datetime="2026-03-03T19:02:00Z" onclick="${hurt("time")}">3 March 2026</time>
<div class="comment-content"><p onmouseenter="${hurt("comment")}">I wrote that letter<img src=/hurt-said onerror=${hurt("said")}>. <a href="javascript:${hurt("said link")}">Read it here</a>.</p></div></li>
<li class="comment" id="comment-2"><cite class="comment-author">&lt;img src=/hurt-who onerror=${hurt("who")}&gt;</cite> <time>4 March 2026</time>
<div class="comment-content"><p>And I never got one.</p></div></li></ol></section>
${CLOBBERS}${CONFUSIONS.join("\n")}
<plaintext onclick="${hurt("plaintext")}"><script>${hurt("end")}</script>`;
