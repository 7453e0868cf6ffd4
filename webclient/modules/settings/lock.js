/** More: a lock on the app for who picks up this device, and a passkey for new ones. */
import { html } from "../../lib/htm.js";
import { useEffect, useState } from "../../lib/hooks.js";
import { addPasskey, lockDevice, unlockDevice } from "../../sync/account.js";
import { Button } from "../../ui/button.js";
import { Switch } from "../../ui/choice.js";
import { Field } from "../../ui/field.js";
import { t } from "../../ui/locale.js";
import { hasPasskeys, makePasskey, usePasskey } from "../../ui/passkey.js";
import { atHome, ours, school, toast, vault } from "../../ui/state.js";
import { ErrorNote } from "../../ui/status.js";

/** The shortest PIN (symbols). */
const SHORTEST = 6;

export function AppLock() {
  const [on, setOn] = useState(false);
  const [asking, setAsking] = useState(false);
  useEffect(() => void vault.value?.recall().then((self) => setOn(Boolean(self?.lock))), []);
  const here = atHome();
  const turn = async (/** @type {boolean} */ wanted) => {
    setAsking(wanted);
    if (wanted || !on) return;
    await unlockDevice(here);
    setOn(false);
  };
  const choose = async (/** @type {string} */ secret, /** @type {"password" | "passkey"} */ kind) => {
    await lockDevice(here, secret, kind);
    setAsking(false);
    setOn(true);
    toast(t("lock-on"));
  };
  return html`<section class="card stack"><h2>${t("lock")}</h2><${Switch} label=${t("lock-here")} hint=${t("lock-hint")} on=${on || asking} onChange=${turn} />
    ${asking && html`<${ChoosePin} onChoose=${choose} />`}</section>`;
}

/** A PIN, or the finger or face that this device knows. @param {{onChoose: (secret: string, kind: "password" | "passkey") => Promise<void>}} props */
function ChoosePin({ onChoose }) {
  const [pin, setPin] = useState("");
  const [error, setError] = useState("");
  const [busy, setBusy] = useState(false);
  const submit = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if ([...pin].length < SHORTEST) return setError("lock-short");
    setBusy(true);
    await onChoose(pin, "password").finally(() => setBusy(false));
  };
  const passkey = async () => {
    try {
      await onChoose((await usePasskey()).secret, "passkey");
    } catch {
      setError("error-no-passkey");
    }
  };
  return html`<form class="stack" onSubmit=${submit}><${Field} label=${t("lock-pin")} hint=${t("lock-pin-hint")} type="password" value=${pin} onInput=${setPin} error=${error && t(error)} autocomplete="off" required />
    <p class="row"><${Button} type="submit" busy=${busy}>${t("lock-verb")}<//>${hasPasskeys() && html`<${Button} kind="secondary" onPress=${passkey}>${t("lock-passkey")}<//>`}</p></form>`;
}

export function Passkey() {
  const [error, setError] = useState(/** @type {unknown} */ (null));
  const here = atHome();
  if (!hasPasskeys()) return null;
  const make = async () => {
    try {
      await addPasskey(here, await makePasskey(here.name, (ours.value ?? school.value)?.name ?? "Kring"));
      setError(null);
      toast(t("passkey-made"));
    } catch (problem) {
      setError(problem);
    }
  };
  return html`<section class="card stack"><h2>${t("passkey")}</h2><p>${t("passkey-text")}</p><${ErrorNote} error=${error} />
    <p class="row"><${Button} kind="secondary" onPress=${make}>${t("passkey-make")}<//></p></section>`;
}
