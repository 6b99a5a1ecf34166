// The page that gives readers the bookmark.
import { pageMarkup } from "../page_markup.js";
import { handOver } from "./hand_over.js";

const link = document.querySelector("a.bookmark");
const home = new URL("./", location.href).href;
link?.setAttribute("href", `javascript:${encodeURIComponent(`(${handOver})(${JSON.stringify(home)},${pageMarkup})`)}`);
link?.addEventListener("click", (event) => {
  event.preventDefault(); // here it would only open this page
  document.querySelector(".why")?.removeAttribute("hidden");
});
