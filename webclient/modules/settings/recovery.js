/** The recovery sheet, made anew, and another password: what opens this account when a device is lost. */
import { html } from "../../lib/htm.js";
import { useEffect, useMemo, useState } from "../../lib/hooks.js";
import { newSheet } from "../../crypto/lock.js";
import { changePassword, renewSheet } from "../../sync/account.js";
import { Button, ButtonLink } from "../../ui/button.js";
import { Field } from "../../ui/field.js";
import { t } from "../../ui/locale.js";
import { Page } from "../../ui/page.js";
import { go } from "../../ui/router.js";
import { atHome, toast, vault } from "../../ui/state.js";
import { Banner, ErrorNote } from "../../ui/status.js";
import { PaperSheet, SHEET_DUE, weakness } from "../account/parts.js";

/** Says on Today that a new sheet has to be kept. */
export function SheetDue() {
  const [due, setDue] = useState(false);
  useEffect(() => void vault.value?.get("self", SHEET_DUE).then((kept) => setDue(Boolean(kept))), []);
  return due ? html`<${Banner} kind="care"><p><strong>${t("sheet-due")}</strong><br />${t("sheet-due-text")}</p><${ButtonLink} href="/sheet">${t("sheet-new")}<//><//>` : null;
}

/** The new sheet; the one before holds until this one is kept. */
export function SheetView() {
  const code = useMemo(() => newSheet(), []);
  const [error, setError] = useState(/** @type {unknown} */ (null));
  const here = atHome();
  const keep = async () => {
    try {
      await renewSheet(here, code);
      await vault.value?.remove("self", SHEET_DUE);
      toast(t("sheet-renewed"));
      go("/password", { replace: true });
    } catch (problem) {
      setError(problem);
    }
  };
  return html`<${Page} title=${t("sheet-new")} back="/more"><p>${t("sheet-new-text")}</p><${ErrorNote} error=${error} />
    <${PaperSheet} title=${t("sheet-title")} text=${t("sheet-text", { name: here.name })} code=${code} onDone=${keep} /><//>`;
}

export function PasswordView() {
  const [password, setPassword] = useState("");
  const [error, setError] = useState(/** @type {unknown} */ (null));
  const [weak, setWeak] = useState("");
  const here = atHome();
  const save = async (/** @type {Event} */ event) => {
    event.preventDefault();
    const found = await weakness(password, [here.name]);
    setWeak(found);
    if (found) return;
    try {
      await changePassword(here, password);
      toast(t("password-changed"));
      go("/more", { replace: true });
    } catch (problem) {
      setError(problem);
    }
  };
  return html`<${Page} title=${t("password-new")} back="/more"><form class="stack" onSubmit=${save}><p>${t("password-new-text")}</p><${ErrorNote} error=${error} />
    <input class="sr-only" type="text" autocomplete="username" value=${here.name} readonly tabindex="-1" aria-hidden="true" />
    <${Field} label=${t("login-password")} hint=${t("login-password-hint")} value=${password} onInput=${setPassword} type="password" autocomplete="new-password" error=${weak && t(weak)} required />
    <div class="row"><${Button} type="submit">${t("save")}<//><${ButtonLink} kind="quiet" href="/more">${t("password-keep")}<//></div></form><//>`;
}
