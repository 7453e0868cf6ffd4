/** Adding a device: answer the number that it shows, or show a code that it scans. */
import { html } from "../../lib/htm.js";
import { useEffect, useState } from "../../lib/hooks.js";
import { handOver, offer, waits } from "../../sync/handover.js";
import { Button } from "../../ui/button.js";
import { t } from "../../ui/locale.js";
import { Page } from "../../ui/page.js";
import { Qr } from "../../ui/qr.js";
import { go } from "../../ui/router.js";
import { atHome, toast } from "../../ui/state.js";
import { Banner, ErrorNote } from "../../ui/status.js";
import { CodeEntry, codeOf } from "../account/parts.js";

/** How often (ms) one looks whether the new device is in. */
const AGAIN = 2000;

export function AddDeviceView() {
  const [number, setNumber] = useState(() => codeOf(location.hash));
  const [error, setError] = useState(/** @type {unknown} */ (null));
  const [asked, setAsked] = useState(Boolean(number));
  const here = atHome();
  useEffect(() => {
    if (location.hash) history.replaceState(null, "", location.pathname);
  }, []);
  const give = async () => {
    try {
      await handOver(here, number);
      done();
    } catch (problem) {
      setError(problem);
      setAsked(false);
    }
  };
  const ask = (/** @type {string} */ typed) => (setNumber(typed), setError(null), setAsked(true));
  if (asked) return html`<${Page} title=${t("device-add")} back="/more"><div class="stack"><${Banner} kind="care"><p><strong>${t("device-sure")}</strong><br />${t("device-sure-text")}</p><//>
    <p class="code">${number}</p><div class="row"><${Button} onPress=${give}>${t("device-give", { name: here.name })}<//><${Button} kind="quiet" onPress=${() => setAsked(false)}>${t("device-give-not")}<//></div></div><//>`;
  return html`<${Page} title=${t("device-add")} back="/more"><div class="stack"><section class="card stack"><h2>${t("device-add-scan")}</h2><p>${t("device-add-scan-text")}</p>
      <${CodeEntry} label=${t("device-number")} hint=${t("device-code-hint")} code=${number} setCode=${setNumber} error=${error} onCode=${ask} /></section>
    <${Offer} here=${here} /></div><//>`;
}

/** The other way round: for a new device with a camera, or the app on the same phone. @param {{here: import("../../sync/session.js").Session}} props */
function Offer({ here }) {
  const [made, setMade] = useState({ code: "", number: "" });
  const [error, setError] = useState(/** @type {unknown} */ (null));
  useEffect(() => {
    if (!made.number) return;
    const timer = setInterval(async () => (await waits(made.number)) || (setMade({ code: "", number: "" }), done()), AGAIN);
    return () => clearInterval(timer);
  }, [made.number]);
  const copy = () => navigator.clipboard.writeText(made.code).then(() => toast(t("device-copied")));
  return html`<section class="card stack"><h2>${t("device-offer")}</h2><p>${t("device-offer-text")}</p><${ErrorNote} error=${error} />
    ${made.code ? html`<div class="carry"><${Qr} text=${`${location.origin}/device#${made.code.replaceAll(" ", "")}`} label=${t("device-qr")} /><p class="code" data-testid="code">${made.code}</p></div>
      <p class="muted">${t("device-offer-secret")}</p><p class="row"><${Button} kind="secondary" onPress=${copy}>${t("device-copy")}<//></p>`
      : html`<p class="row"><${Button} kind="secondary" onPress=${() => offer(here).then(setMade, setError)}>${t("device-offer-verb")}<//></p>`}</section>`;
}

function done() {
  toast(t("device-added"));
  go("/more", { replace: true });
}
