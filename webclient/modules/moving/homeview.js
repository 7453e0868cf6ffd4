/** One's account moves to another school of this account: its page shows a number, this app answers it, and lets go once it is there. */
import { html } from "../../lib/htm.js";
import { useEffect, useState } from "../../lib/hooks.js";
import { depart, handOverTo, hasArrived } from "../../sync/newhome.js";
import { Button } from "../../ui/button.js";
import { Check } from "../../ui/field.js";
import { t } from "../../ui/locale.js";
import { Page } from "../../ui/page.js";
import { session, unsent, version } from "../../ui/state.js";
import { Banner, Empty, ErrorNote } from "../../ui/status.js";
import { leave } from "../account/entry.js";
import { CodeEntry, codeOf } from "../account/parts.js";
import { everySchool, ownSession } from "../account/schools.js";
import { contactSeats } from "../groups/contactseats.js";
import { homeOf } from "../groups/homeschool.js";
import { tellHome } from "./friends.js";

/** @typedef {import("../../ui/state.js").Running} Running */

/** How often (ms) one looks whether the account has arrived. */
const AGAIN = 3000;

export function HomeView() {
  void version.value;
  const linked = everySchool().filter((one) => one.host);
  if (!linked.length) return html`<${Page} title=${t("move-home")} back="/more"><${Empty} title=${t("move-home-none")} text=${t("move-home-none-text")} /><//>`;
  return html`<${Page} title=${t("move-home")} back="/more"><div class="stack"><p>${t("move-home-why")}</p>${linked.map((one) => html`<${ToSchool} key=${one.host} one=${one} />`)}</div><//>`;
}

/** @param {{one: Running}} props */
function ToSchool({ one }) {
  const [there, setThere] = useState(false);
  const [given, setGiven] = useState(false);
  useEffect(() => {
    const look = () => void hasArrived(one.session).then(setThere, () => undefined);
    look();
    const timer = setInterval(look, AGAIN);
    return () => clearInterval(timer);
  }, []);
  return html`<section class="card stack"><h2>${t("move-home-to", { school: one.name })}</h2>
    ${there ? html`<${LetGo} one=${one} />` : given ? html`<p role="status">${t("move-home-given", { school: one.name })}</p>` : html`<${Give} one=${one} onGiven=${() => setGiven(true)} />`}</section>`;
}

/** @param {{one: Running, onGiven: () => void}} props */
function Give({ one, onGiven }) {
  const [number, setNumber] = useState("");
  const [asked, setAsked] = useState(false);
  const [error, setError] = useState(/** @type {unknown} */ (null));
  const give = async () => {
    try {
      await handOverTo(one.session, number);
      onGiven();
    } catch (problem) {
      setError(problem);
      setAsked(false);
    }
  };
  const ask = (/** @type {string} */ typed) => (setNumber(codeOf(typed)), setError(null), setAsked(true));
  if (asked) return html`<${Banner} kind="care"><p><strong>${t("move-home-sure", { host: one.host })}</strong><br />${t("device-sure-text")}</p><//>
    <p class="code">${number}</p><div class="row"><${Button} onPress=${give}>${t("move-home-give", { school: one.name })}<//><${Button} kind="quiet" onPress=${() => setAsked(false)}>${t("device-give-not")}<//></div>`;
  return html`<ol class="steps"><li>${t("move-home-step-open", { host: one.host })}</li><li>${t("move-home-step-choose")}</li><li>${t("move-home-step-number")}</li></ol>
    <${CodeEntry} label=${t("move-home-number")} hint=${t("device-code-hint")} code=${number} setCode=${setNumber} error=${error} onCode=${ask} />`;
}

/** @param {{one: Running}} props */
function LetGo({ one }) {
  const [sure, setSure] = useState(false);
  const [told, setTold] = useState(false);
  const [error, setError] = useState(/** @type {unknown} */ (null));
  const here = /** @type {import("../../sync/session.js").Session} */ (ownSession() ?? session.value);
  const run = async () => {
    try {
      if (told) await tellHome(here, homeOf(one));
      await depart(here, one.session);
      await leave(false);
    } catch (problem) {
      setError(problem);
    }
  };
  return html`<p><strong>${t("move-home-there", { school: one.name })}</strong></p><p>${t("move-home-end-text", { school: one.name })}</p>
    ${unsent.value > 0 && html`<${Banner} kind="care"><p>${t("sign-out-waiting", { count: unsent.value })}</p><//>`}
    ${contactSeats(here).length > 0 && html`<${Check} label=${t("move-home-tell", { school: one.name })} hint=${t("move-home-tell-hint")} checked=${told} onChange=${setTold} />`}
    <${Check} label=${t("move-home-end-sure", { school: one.name })} checked=${sure} onChange=${setSure} /><${ErrorNote} error=${error} />
    <p class="row"><${Button} kind="danger" disabled=${!sure} onPress=${run}>${t("move-home-end")}<//></p>`;
}
