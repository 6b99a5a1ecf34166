// Invented articles, each the least that shows one thing.

/** The headline of Postil's own sample. */
export const SAMPLE_TITLE = "Harbour bridge to close for eighteen months as city and union trade blame";

/** A page of a newspaper, with the furniture that a reader does not want. */
export const KEEPER = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Last keeper leaves Gannet Rock | The Tidal Post</title>
<meta name="author" content="Ada Brook"><meta property="og:site_name" content="The Tidal Post"></head>
<body><nav><a href="/">Front page</a> <a href="/weather">Weather</a> <a href="/subscribe">Subscribe now</a></nav>
<article><h1>Last keeper leaves Gannet Rock</h1>
<p>The last keeper of the Gannet Rock light rowed ashore on Friday after forty years, and a machine took over the lamp.</p>
<p>“I have counted every ship that passed,” said Anna Torvald, the keeper. “The machine will not count them.”</p>
<p>Peter Quist, the harbour master, called the change “long overdue”, and promised that the lamp would
burn as it always had. More is in <a href="https://tidal-post.example/lamp">the plan for the lamp</a>.</p>
<h2>What becomes of the tower</h2>
<p>The tower will be let to bird-watchers from Norway in May. They bring their own candles, the harbour office said in a letter to
the islanders, and they take their litter home again when the season ends in October.</p>
</article><footer>© The Tidal Post, an invented newspaper</footer></body></html>`;

export const KEEPER_TITLE = "Last keeper leaves Gannet Rock";

/** A passage of it that is no quote. */
export const CLAIM = "a machine took over the lamp";

/** The same article a day later: same headline and first paragraph, other words below. */
export const KEEPER_CHANGED = KEEPER.replace(/<p>“I have counted[^]*?<\/p>/, "<p>The keeper did not want to speak to this newspaper again.</p>");

/** An article as plain text. */
export const FERRY = `Ferry stays in harbour

The night ferry to Norholm stayed in harbour on Sunday because nobody could find its key.

“We have looked under every mat,” said Captain Lena Voss. “Tomorrow we look under the cat.”

Passengers were given soup and blankets, and a choir from the second deck sang until the morning.`;

export const FERRY_TITLE = "Ferry stays in harbour";

/** An article whose quotes speak of people, with an address and a day. */
export const CHOIR = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Choir sings for its boat | The Tidal Post</title>
<link rel="canonical" href="https://tidal-post.example/choir"><meta property="og:site_name" content="The Tidal Post">
<meta property="article:published_time" content="2026-05-04T09:00:00Z"></head>
<body><article><h1>Choir sings for its boat</h1>
<p>The harbour choir sang on Sunday for a new roof, and most of the harbour came to hear it in the rain and in the dark.</p>
<p>“Anna Torvald taught us every song,” said Peter Quist, the harbour master. “We owe Anna Torvald a boat.”</p>
<p>“They can keep the night boat,” said Anna Torvald. The night boat has been the choir’s for as long as anybody can remember.</p>
<p>There was lemon soup for all who stayed, and the harbour office said that the roof would be paid for before the winter.</p>
</article></body></html>`;

export const CHOIR_TITLE = "Choir sings for its boat";

/** An article with pictures on another site. */
export const PICTURES = KEEPER.replace(
  "<h2>",
  `<figure><img src="https://pictures.example/tower.png" alt="The tower at dusk" width="600" height="400">
<figcaption>The tower, seen from the sea.</figcaption></figure>
<figure><img src="https://pictures.example/boat.png" alt="A rowing boat" width="600" height="400"></figure><h2>`,
);

/** An article in Arabic. */
export const ARABIC = `<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>الميناء يفتح أبوابه من جديد</title></head>
<body><article><h1>الميناء يفتح أبوابه من جديد</h1>
<p>فتح الميناء القديم أبوابه صباح اليوم بعد أشهر طويلة من أعمال الصيانة، وعادت القوارب إلى الأرصفة.</p>
<p>وقالت ليلى حداد، مديرة الميناء: «انتظرنا هذا اليوم طويلا، ولن نغلق الأبواب مرة أخرى».</p>
<p>وسيعمل الميناء كل يوم من الفجر حتى منتصف الليل، كما جاء في بيان وزعته الإدارة على الصيادين.</p>
</article></body></html>`;

/** An article whose parts are wider than a telephone. */
export const WIDE = KEEPER.replace(
  "<h2>",
  `<p>The rota is at ${"gannetrock".repeat(30)} for those who want it, and nobody wants it.</p>
<pre>${"candle ".repeat(60)}</pre>
<table><tr>${"<td>one more column</td>".repeat(14)}</tr><tr>${"<td>and its number</td>".repeat(14)}</tr></table><h2>`,
);

/** An article in German, to be encoded in other ways than UTF-8. */
export const GERMAN = `<html><head><title>Müller schließt die Bäckerei</title></head><body><article><h1>Müller schließt die Bäckerei</h1>
<p>Die letzte Bäckerei von Süderhöft schließt zum Jahresende, weil sich kein Käufer für die Öfen fand.</p>
<p>„Ich hätte gern weitergemacht“, sagte Jörg Müller. Die Öfen gehen nun an ein Museum in der Nähe von Köln.</p>
</article></body></html>`;

export const GERMAN_TITLE = "Müller schließt die Bäckerei";

/** The keeper's article once its readers' comments have loaded: one quotes it otherwise, one word by word, one what it does not have. */
export const KEEPER_COMMENTS = KEEPER.replace(
  "</article>",
  `</article><section id="comments" class="comments"><h2>4 comments</h2><ol class="comment-list">
<li class="comment" id="c1"><cite class="comment-author">gull</cite> <time datetime="2026-05-04T09:00:00Z">4 May 2026, 09:00</time>
<div class="comment-content"><p>She told them “I had counted every ship that passed”. I believe her.</p></div>
<ol class="children"><li class="comment" id="c2"><cite class="comment-author">mole</cite> <time datetime="2026-05-04T11:00:00Z">4 May 2026, 11:00</time>
<div class="comment-content"><p>So do I, every one of them.</p></div></li></ol></li>
<li class="comment" id="c3"><cite class="comment-author">puffin</cite> <time datetime="2026-05-04T10:00:00Z">4 May 2026, 10:00</time>
<div class="comment-content"><p>In May he promised us that “nobody would ever switch off the foghorn”. Remember that?</p></div></li>
<li class="comment" id="c4"><cite class="comment-author">cormorant</cite> <time datetime="2026-05-04T08:30:00Z">4 May 2026, 08:30</time>
<div class="comment-content"><p>“The machine will not count them” is the best line of the year. And yet “I have counted every ship that passed” is a close second.</p></div></li>
</ol></section>`,
);
