/** Taking everything along: of one child or of all, in one file that any computer opens; with a bar, and a way to stop. */
import { html } from "../../lib/htm.js";
import { useState } from "../../lib/hooks.js";
import { fetchPast } from "../../sync/past.js";
import { Chips } from "../../ui/field.js";
import { language, t } from "../../ui/locale.js";
import { opened } from "../../ui/opened.js";
import { Page } from "../../ui/page.js";
import { save } from "../../ui/save.js";
import { SaveButton } from "../../ui/savebutton.js";
import { sizeText } from "../../ui/sizes.js";
import { school, session, toast, version } from "../../ui/state.js";
import { Banner, Empty } from "../../ui/status.js";
import { saved } from "../albums/download.js";
import { ownChildren } from "../people/model.js";
import { collect, pack } from "./takeout.js";

const HOLDS = ["threads", "book", "absences", "talks", "answers", "photos", "lunch"];
const WORDS = ["title", "absences", "leaves", "talks", "book", "photos", "answers", "threads", "lunch", "left", "owed", "refund", "none", "me", "parent", "staff", "other"];

export function TakeoutView() {
  void version.value;
  const here = /** @type {import("../../sync/session.js").Session} */ (session.value);
  const own = ownChildren(here);
  const [child, setChild] = useState("");
  if (!own.length) return html`<${Page} title=${t("move-takeout")} back="/more"><${Empty} title=${t("move-takeout-none")} text=${t("move-takeout-none-text")} /><//>`;
  const options = [{ value: "", text: t("move-takeout-all") }, ...own.map((one) => ({ value: one.circle, text: one.first }))];
  return html`<${Page} title=${t("move-takeout")} back="/more"><div class="stack"><p>${t("move-takeout-why")}</p>
    <section class="card stack"><h2>${t("move-takeout-in")}</h2><ul>${HOLDS.map((one) => html`<li key=${one}>${t(`move-holds-${one}`)}</li>`)}</ul>
      <p class="muted">${t("move-takeout-not")}</p></section>
    ${own.length > 1 && html`<${Chips} label=${t("move-takeout-which")} options=${options} chosen=${[child]} onToggle=${setChild} />`}
    <${Save} key=${child} child=${child} />
    <${Banner}><p>${t("move-takeout-care")}</p><//></div><//>`;
}

/** @param {{child: string}} props */
function Save({ child }) {
  void version.value;
  const here = /** @type {import("../../sync/session.js").Session} */ (session.value);
  const where = /** @type {{name: string, host: string}} */ (school.value ?? { name: "", host: location.host });
  const found = collect(here, where, child);
  const size = sizeText(found.files.reduce((sum, one) => sum + one.part.size, 0));
  const run = async (/** @type {import("../../ui/savebutton.js").Way} */ way) => {
    await fetchPast(here);
    const whole = collect(here, where, child);
    save(await pack(whole, words(), (part) => opened.whole(part), way), `${fileName(whole)}.zip`, "application/zip");
    for (const [album, photos] of whole.photos) await saved(album, photos);
    toast(t("move-takeout-done"));
  };
  const label = (/** @type {number} */ done) => t("move-takeout-busy", { done, count: found.files.length });
  return html`${found.files.length > 0 && html`<p class="figures">${t("move-takeout-files", { count: found.files.length, size })}</p>`}<${SaveButton} text=${t("move-takeout-verb")} kind="primary" run=${run} count=${found.files.length} label=${label} />`;
}

/** @param {import("./takeout.js").Takeout} found */
function fileName({ body }) {
  return ["Kring", body.school.name, ...(body.children.length === 1 ? [body.children[0].first] : [])].filter(Boolean).join(" ");
}

/** The words of its page. @returns {Record<string, string>} */
function words() {
  return { language: language.value, ...Object.fromEntries(WORDS.map((one) => [one, one === "staff" ? "" : t(`move-page-${one}`)])) };
}
