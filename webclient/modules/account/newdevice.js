/** Signing in on a new device: another device of one's own hands the account over, by a number shown here or a code shown there. */
import { html } from "../../lib/htm.js";
import { useEffect, useState } from "../../lib/hooks.js";
import { ask, take } from "../../sync/handover.js";
import { Button, ButtonLink } from "../../ui/button.js";
import { t } from "../../ui/locale.js";
import { Narrow } from "../../ui/page.js";
import { Qr } from "../../ui/qr.js";
import { go } from "../../ui/router.js";
import { toast, vault } from "../../ui/state.js";
import { ErrorNote } from "../../ui/status.js";
import { enter } from "./entry.js";
import { CodeEntry, codeOf, deviceName } from "./parts.js";

/** How often (ms) one looks whether the other device answered. */
const AGAIN = 2000;

export function NewDeviceView() {
  const [typing, setTyping] = useState(Boolean(location.hash));
  return html`<${Narrow} title=${t("device-new")}>${typing ? html`<${FromCode} />` : html`<${ShowNumber} />`}
    <p class="row"><${Button} kind="quiet" onPress=${() => setTyping(!typing)}>${t(typing ? "device-show-number" : "device-have-code")}<//>
      <${ButtonLink} kind="quiet" href="/">${t("back")}<//></p><//>`;
}

/** The number to scan with a device that is signed in. */
function ShowNumber() {
  const [number, setNumber] = useState("");
  const [error, setError] = useState(/** @type {unknown} */ (null));
  const [round, setRound] = useState(0);
  useEffect(() => {
    const waiting = { on: true };
    setError(null);
    void wait(waiting, setNumber).catch((problem) => waiting.on && setError(problem));
    return () => void (waiting.on = false);
  }, [round]);
  return html`<ol class="steps"><li>${t("device-step-open")}</li><li>${t("device-step-add")}</li><li>${t("device-step-scan")}</li></ol>
    <${ErrorNote} error=${error} retry=${() => setRound(round + 1)} />
    ${number && !error && html`<div class="carry"><${Qr} text=${`${location.origin}/device#${number.replaceAll(" ", "")}`} label=${t("device-qr")} />
      <p class="code" data-testid="code">${number}</p></div><p class="muted" role="status">${t("device-waiting")}</p>`}`;
}

/** Show a number and go in once it is answered. @param {{on: boolean}} waiting @param {(number: string) => void} show */
async function wait(waiting, show) {
  const { code, number } = await ask();
  show(number);
  while (waiting.on) {
    await new Promise((resolve) => setTimeout(resolve, AGAIN));
    if (waiting.on && (await goIn(code))) return;
  }
}

/** The code that the other device shows: scanned, typed, pasted, or in the address. */
function FromCode() {
  const [code, setCode] = useState(() => codeOf(location.hash));
  const [error, setError] = useState(/** @type {unknown} */ (null));
  const use = (/** @type {string} */ typed) => goIn(codeOf(typed)).catch(setError);
  const paste = () => navigator.clipboard.readText().then((text) => (setCode(codeOf(text)), use(text)), () => toast(t("device-paste-failed")));
  useEffect(() => {
    if (!location.hash) return;
    history.replaceState(null, "", location.pathname);
    void use(code);
  }, []);
  return html`<p>${t("device-code-why")}</p><${Button} kind="secondary" onPress=${paste}>${t("device-paste")}<//>
    <${CodeEntry} label=${t("device-code")} hint=${t("device-code-hint")} code=${code} setCode=${setCode} error=${error} onCode=${use} />`;
}

/** @param {string} code */
async function goIn(code) {
  const session = await take(/** @type {any} */ (vault.value), code, deviceName());
  if (!session) return false;
  await enter(session);
  go("/", { replace: true });
  return true;
}
