/** Signing in: with a password where one was signed in before, a passkey, or the recovery sheet. */
import { html } from "../../lib/htm.js";
import { useState } from "../../lib/hooks.js";
import { signIn } from "../../sync/account.js";
import { Button, ButtonLink } from "../../ui/button.js";
import { Field } from "../../ui/field.js";
import { t } from "../../ui/locale.js";
import { Narrow } from "../../ui/page.js";
import { hasPasskeys, usePasskey } from "../../ui/passkey.js";
import { go } from "../../ui/router.js";
import { school, vault } from "../../ui/state.js";
import { ErrorNote } from "../../ui/status.js";
import { enter } from "./entry.js";
import { SHEET_DUE, deviceName } from "./parts.js";

export function SignInView() {
  const [kind, setKind] = useState(/** @type {"password" | "sheet"} */ ("password"));
  const [name, setName] = useState("");
  const [secret, setSecret] = useState("");
  const [state, setState] = useState({ busy: false, error: /** @type {unknown} */ (null) });
  const submit = async (/** @type {Event} */ event) => {
    event.preventDefault();
    setState({ busy: true, error: null });
    try {
      const started = await signIn(/** @type {any} */ (vault.value), { name, password: secret, device: deviceName() }, kind);
      if (kind === "sheet") await vault.value?.put("self", SHEET_DUE, true);
      go(kind === "sheet" ? "/sheet" : "/", { replace: true });
      await enter(started);
    } catch (error) {
      setState({ busy: false, error });
    }
  };
  const passkey = async () => {
    try {
      const { name: known, secret: given } = await usePasskey();
      await enter(await signIn(/** @type {any} */ (vault.value), { name: known, password: given, device: deviceName() }, "passkey"));
      go("/", { replace: true });
    } catch (error) {
      setState({ busy: false, error });
    }
  };
  const sheet = kind === "sheet";
  return html`<${Narrow} title=${school.value?.name ?? t("sign-in")}>
    <form class="stack" onSubmit=${submit}><${ErrorNote} error=${state.error} />
      <${Field} label=${t("login-name")} value=${name} onInput=${setName} autocomplete="username" required />
      <${Field} label=${t(sheet ? "login-sheet" : "login-password")} value=${secret} onInput=${setSecret} type=${sheet ? "text" : "password"}
        token=${sheet} autocomplete=${sheet ? "off" : "current-password"} required />
      <${Button} type="submit" big busy=${state.busy}>${state.busy ? t("working") : t("sign-in")}<//></form>
    <div class="stack"><${ButtonLink} href="/device" kind=${isStrange(state.error) ? "primary" : "secondary"} icon="scan">${t("device-new")}<//>${hasPasskeys() && html`<${Button} kind="secondary" icon="device" onPress=${passkey}>${t("passkey-use")}<//>`}<${Button} kind="quiet" onPress=${() => (setKind(sheet ? "password" : "sheet"), setSecret(""))}>${t(sheet ? "use-password" : "use-sheet")}<//></div>
    <hr /><p>${t("have-letter")}</p><${ButtonLink} href="/join" kind="secondary" icon="scan">${t("use-letter")}<//><p><a href="/arrive">${t("move-arrive-link")}</a></p><//>`;
}

/** A password alone opens nothing here. @param {any} error */
function isStrange(error) {
  return error?.code === "strange-browser";
}
