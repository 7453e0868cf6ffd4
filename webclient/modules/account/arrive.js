/** Coming to live here: somebody with an account at a linked school makes a login here, with the same account. */
import { html } from "../../lib/htm.js";
import { useEffect, useState } from "../../lib/hooks.js";
import { ask, collect } from "../../sync/handover.js";
import { arrive } from "../../sync/newhome.js";
import { ButtonLink } from "../../ui/button.js";
import { t } from "../../ui/locale.js";
import { Narrow } from "../../ui/page.js";
import { Qr } from "../../ui/qr.js";
import { go } from "../../ui/router.js";
import { school, session, vault } from "../../ui/state.js";
import { ErrorNote } from "../../ui/status.js";
import { enter } from "./entry.js";
import { NewLogin, PaperSheet } from "./parts.js";

/** How often (ms) one looks whether the other app answered. */
const AGAIN = 2000;

export function ArriveView() {
  const [number, setNumber] = useState("");
  const [given, setGiven] = useState(/** @type {import("../../sync/handover.js").Given | null} */ (null));
  const [error, setError] = useState(/** @type {unknown} */ (null));
  const [round, setRound] = useState(0);
  useEffect(() => {
    const waiting = { on: true };
    setError(null);
    void wait(waiting, setNumber, setGiven).catch((problem) => waiting.on && setError(problem));
    return () => void (waiting.on = false);
  }, [round]);
  if (given) return html`<${Make} given=${given} onAgain=${() => (setGiven(null), setNumber(""), setRound(round + 1))} />`;
  return html`<${Narrow} title=${t("move-arrive")}><p>${t("move-arrive-why", { school: school.value?.name ?? "" })}</p>
    <ol class="steps"><li>${t("move-arrive-step-letter")}</li><li>${t("move-arrive-step-open")}</li><li>${t("move-arrive-step-number")}</li></ol>
    <${ErrorNote} error=${error} retry=${() => setRound(round + 1)} />
    ${number && !error && html`<div class="carry"><${Qr} text=${`${location.origin}/arrive#${number.replaceAll(" ", "")}`} label=${t("device-qr")} /><p class="code" data-testid="code">${number}</p></div>
      <p class="muted" role="status">${t("move-arrive-waiting")}</p>`}
    <p class="row"><${ButtonLink} kind="quiet" href="/">${t("back")}<//></p><//>`;
}

/** @param {{given: import("../../sync/handover.js").Given, onAgain: () => void}} props */
function Make({ given, onAgain }) {
  const [state, setState] = useState({ busy: false, error: /** @type {any} */ (null), sheet: "" });
  const make = async (/** @type {any} */ login) => {
    setState({ busy: true, error: null, sheet: "" });
    try {
      const started = await arrive(/** @type {any} */ (vault.value), given, login);
      await enter(started.session);
      setState({ busy: false, error: null, sheet: started.sheet });
    } catch (error) {
      setState({ busy: false, error, sheet: "" });
    }
  };
  const name = school.value?.name ?? "";
  if (state.sheet) return html`<${Narrow} title=${t("move-arrived", { school: name })}><${PaperSheet} title=${t("sheet-title")} text=${t("sheet-text", { name: session.value?.name ?? "" })} code=${state.sheet} onDone=${() => go("/", { replace: true })} /><//>`;
  return html`<${Narrow} title=${t("move-arrive")}><p>${t("move-arrive-login", { school: name })}</p><${ErrorNote} error=${state.error} retry=${state.error?.code === "not-found" ? onAgain : undefined} />
    <${NewLogin} busy=${state.busy} verb=${t("move-arrive-verb")} onSubmit=${make} /><//>`;
}

/** Show a number until it is answered. @param {{on: boolean}} waiting @param {(number: string) => void} show @param {(given: import("../../sync/handover.js").Given) => void} take */
async function wait(waiting, show, take) {
  const { code, number } = await ask();
  show(number);
  while (waiting.on) {
    await new Promise((resolve) => setTimeout(resolve, AGAIN));
    const found = waiting.on ? await collect(code) : null;
    if (found) return take(found);
  }
}
