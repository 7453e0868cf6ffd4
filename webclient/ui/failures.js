/** What was refused for good, on every screen: what it was, why, and what somebody wrote in it; to try again, or to let go of. */
import { html } from "../lib/htm.js";
import { useState } from "../lib/hooks.js";
import { Button } from "./button.js";
import { tellWhenDone } from "./carried.js";
import { Icon } from "./icon.js";
import { errorText, has, t, when } from "./locale.js";
import { SchoolTag, sources } from "./schools.js";
import { Sheet } from "./sheet.js";
import { Banner } from "./status.js";

/** @typedef {import("./schools.js").Source} Source */
/** @typedef {import("../sync/outbox.js").Failed} Failed */

/** Where in an intent a person's own words are. */
const PLACES = ["draft", "body", "fields", "values"];
const WORDS = ["title", "text", "note", "reason", "why", "value"];

export function Failures() {
  const found = sources().flatMap((of) => of.outbox.failed.map((failed) => ({ of, failed })));
  return found.length ? html`<${Found} found=${found} />` : null;
}

/** The line, and all of it in a sheet. @param {{found: {of: Source, failed: Failed}[]}} props */
function Found({ found }) {
  const [open, setOpen] = useState(false);
  return html`<div class="page-note no-print"><${Banner} kind="stop"><${Icon} name="alert" /><p>${t("failures", { count: found.length })} ${found.length === 1 && html`<strong>${nameOf(found[0].failed)}</strong>`}</p>
      <${Button} kind="secondary" popup="dialog" onPress=${() => setOpen(true)}>${t("failures-look")}<//><//></div>
    ${open && html`<${Sheet} title=${t("failures-title")} onClose=${() => setOpen(false)}><p>${t("failures-text")}</p>
      <ul class="failures stack">${found.map(({ of, failed }) => html`<${Row} key=${failed.intent.id} of=${of} failed=${failed} />`)}</ul><//>`}`;
}

/** @param {{of: Source, failed: Failed}} props */
function Row({ of, failed }) {
  const { outbox: box } = of;
  const again = async () => {
    const next = await box.again(failed.intent);
    void tellWhenDone(box, next, { done: t("failures-done", { what: nameOf(failed) }) });
  };
  const said = wordsOf(failed.intent.data);
  return html`<li class="card stack"><div><h3>${nameOf(failed)} <${SchoolTag} of=${of} /></h3><p class="muted small">${when(failed.intent.time)}</p></div>
    <p>${errorText(failed.error)}</p>${said.length > 0 && html`<blockquote class="quote">${said.map((line) => html`<p key=${line}>${line}</p>`)}</blockquote>`}
    <div class="row"><${Button} kind="secondary" onPress=${again}>${t("try-again")}<span class="sr-only"> ${nameOf(failed)}</span><//><${Button} kind="quiet" onPress=${() => box.letGo(failed.intent)}>${t("failures-let-go")}<span class="sr-only"> ${nameOf(failed)}</span><//></div></li>`;
}

/** What somebody wanted to do, in words. @param {Failed} failed */
function nameOf({ intent }) {
  const key = `failed-${intent.type.replace(".", "-")}`;
  return t(has(key) ? key : "failed-other");
}

/** What somebody wrote, so that letting go loses nothing unseen. @param {any} data @returns {string[]} */
function wordsOf(data) {
  const places = [data, ...PLACES.map((place) => data[place])].filter(Boolean);
  return [...new Set(places.flatMap((place) => WORDS.map((word) => place[word])).filter((one) => typeof one === "string" && one && one.length < 5000 && !one.startsWith("data:")))];
}
