/** The door of an app with a lock: the PIN, or a passkey, opens what this browser kept; after too many wrong ones it keeps nothing. */
import { html } from "../../lib/htm.js";
import { useState } from "../../lib/hooks.js";
import { Button } from "../../ui/button.js";
import { Field } from "../../ui/field.js";
import { t } from "../../ui/locale.js";
import { Narrow } from "../../ui/page.js";
import { usePasskey } from "../../ui/passkey.js";
import { vault } from "../../ui/state.js";
import { Banner, ErrorNote } from "../../ui/status.js";
import { enterUnlocked, leave, locked } from "./entry.js";

/** How many wrong PINs until this device is signed out. */
const MOST = 10;

export function LockedView() {
  const [pin, setPin] = useState("");
  const [left, setLeft] = useState(MOST);
  const [busy, setBusy] = useState(false);
  const open = async (/** @type {Event} */ event) => {
    event.preventDefault();
    setBusy(true);
    const wrong = await count();
    if (await enterUnlocked(pin)) return void (await vault.value?.remove("self", "wrong-pins"));
    setBusy(false);
    setPin("");
    setLeft(MOST - wrong);
    if (wrong >= MOST) await leave();
  };
  if (locked.value?.lock?.kind === "passkey") return html`<${Narrow} title=${locked.value.name}><${ByPasskey} /><${Forgot} /><//>`;
  return html`<${Narrow} title=${locked.value?.name ?? ""}><form class="stack" onSubmit=${open}>
      ${left < MOST && html`<${Banner} kind="stop"><p>${t("lock-wrong", { count: left })}</p><//>`}
      <${Field} label=${t("lock-pin")} type="password" value=${pin} onInput=${setPin} autocomplete="off" required />
      <${Button} type="submit" big busy=${busy}>${busy ? t("working") : t("lock-open")}<//></form>
    <${Forgot} /><//>`;
}

/** The finger, face or code of this device: it counts its own wrong tries. */
function ByPasskey() {
  const [error, setError] = useState(/** @type {unknown} */ (null));
  const open = async () => {
    try {
      if (!(await enterUnlocked((await usePasskey()).secret))) setError({ code: "no-passkey" });
    } catch (problem) {
      setError(problem);
    }
  };
  return html`<${ErrorNote} error=${error} /><${Button} big onPress=${open}>${t("lock-open")}<//>`;
}

function Forgot() {
  return html`<details><summary>${t("lock-forgot")}</summary><div class="stack"><p>${t("lock-forgot-text")}</p><p class="row"><${Button} kind="danger" onPress=${() => leave()}>${t("sign-out")}<//></p></div></details>`;
}

/** Counted before it is tried, so that a reload wins nothing. */
async function count() {
  const wrong = Number((await vault.value?.get("self", "wrong-pins")) ?? 0) + 1;
  await vault.value?.put("self", "wrong-pins", wrong);
  return wrong;
}
