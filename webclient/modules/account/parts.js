/** What joining, founding and signing in share: the login's fields, and the recovery sheet. */
import { html } from "../../lib/htm.js";
import { useState } from "../../lib/hooks.js";
import { Button } from "../../ui/button.js";
import { Check, Field } from "../../ui/field.js";
import { errorText, t } from "../../ui/locale.js";
import { Qr, Scanner } from "../../ui/qr.js";
import { toast } from "../../ui/state.js";

const SHORTEST = 10;

/** Kept in the vault after signing in with a sheet: it is for one time, and the next is asked for until it is kept. */
export const SHEET_DUE = "sheet-due";

/** How this device is called in the list of devices. */
export function deviceName() {
  const { userAgent } = navigator;
  const kinds = [["iPhone", /iPhone/], ["iPad", /iPad/], ["Android", /Android/], ["Mac", /Macintosh/], ["Windows", /Windows/], ["Linux", /Linux/]];
  const kind = kinds.find(([, sign]) => /** @type {RegExp} */ (sign).test(userAgent));
  const browser = /Firefox/.test(userAgent) ? "Firefox" : /Edg\//.test(userAgent) ? "Edge" : /Chrome/.test(userAgent) ? "Chrome" : /Safari/.test(userAgent) ? "Safari" : "";
  return [kind?.[0] ?? "", browser].filter(Boolean).join(", ");
}

/** Why a password is refused: a key of the locale, or "". @param {string} password @param {string[]} known words that belong to the person */
export async function weakness(password, known) {
  if ([...password].length < SHORTEST) return "password-short";
  try {
    const [{ ZxcvbnFactory }, common, dutch] = await Promise.all([
      import("../../lib/zxcvbn.js"), import("../../lib/zxcvbn-common.js"), import("../../lib/zxcvbn-nl.js")]);
    const dictionary = { ...common.dictionary, "nl-words": Object.values(dutch.dictionary).flat() };
    const judge = new ZxcvbnFactory(/** @type {any} */ ({ dictionary, graphs: common.adjacencyGraphs }));
    return judge.check(password, known).score < 2 ? "password-weak" : "";
  } catch {
    return "";
  }
}

/** A new login. @param {{busy: boolean, verb: string, onSubmit: (login: {name: string, password: string, device: string}) => void, children?: any}} props */
export function NewLogin({ busy, verb, onSubmit, children }) {
  const [name, setName] = useState("");
  const [password, setPassword] = useState("");
  const [error, setError] = useState("");
  const submit = async (/** @type {Event} */ event) => {
    event.preventDefault();
    const weak = await weakness(password, [name]);
    setError(weak);
    if (!weak && name.trim().length >= 2) onSubmit({ name: name.trim(), password, device: deviceName() });
  };
  return html`<form class="stack" onSubmit=${submit}>
    <${Field} label=${t("login-name")} hint=${t("login-name-hint")} value=${name} onInput=${setName} autocomplete="username" required />
    <${Field} label=${t("login-password")} hint=${t("login-password-hint")} value=${password} onInput=${setPassword} type="password"
      autocomplete="new-password" error=${error && t(error)} required />
    ${children}
    <${Button} type="submit" big busy=${busy}>${busy ? t("working") : verb}<//>
  </form>`;
}

/** The code of a scanned address, or the text itself. @param {string} text */
export function codeOf(text) {
  return text.includes("#") ? text.slice(text.indexOf("#") + 1) : text;
}

/** A code, scanned or typed. @param {{label: string, hint: string, code: string, setCode: (code: string) => void, error: unknown, onCode: (code: string) => unknown}} props */
export function CodeEntry({ label, hint, code, setCode, error, onCode }) {
  const [scanning, setScanning] = useState(false);
  const scanned = (/** @type {string} */ text) => {
    setScanning(false);
    setCode(codeOf(text));
    void onCode(codeOf(text));
  };
  const submit = (/** @type {Event} */ event) => (event.preventDefault(), onCode(codeOf(code)));
  return html`${scanning && html`<${Scanner} onCode=${scanned} onFail=${() => (setScanning(false), toast(t("scan-failed")))} />`}
    ${!scanning && html`<${Button} kind="secondary" icon="scan" big onPress=${() => setScanning(true)}>${t("scan")}<//>`}
    <form class="stack" onSubmit=${submit}><${Field} label=${label} hint=${hint} value=${code} onInput=${setCode} token
      error=${error ? errorText(error) : ""} required /><${Button} type="submit" big>${t("go-on")}<//></form>`;
}

/** A code that belongs on paper; going on asks whether it is kept. @param {{title: string, text: string, code: string, qr?: string, onDone: () => void}} props */
export function PaperSheet({ title, text, code, qr = "", onDone }) {
  const [kept, setKept] = useState(false);
  return html`<div class="stack"><section class="letter stack"><h2>${title}</h2><p>${text}</p>
      <div class="carry">${qr && html`<${Qr} text=${qr} label=${t("qr-label")} />`}<p class="code" data-testid="code">${code}</p></div></section>
    <div class="stack no-print"><${Button} kind="secondary" icon="print" onPress=${() => print()}>${t("print")}<//>
      <${Check} label=${t("sheet-kept")} checked=${kept} onChange=${setKept} />
      <${Button} big disabled=${!kept} onPress=${onDone}>${t("go-on")}<//></div></div>`;
}
