/** More: notifications on this device, of which modules and when. */
import { html } from "../../lib/htm.js";
import { useEffect, useRef, useState } from "../../lib/hooks.js";
import { schools } from "../../sync/away.js";
import { call } from "../../sync/http.js";
import { Button } from "../../ui/button.js";
import { Switch } from "../../ui/choice.js";
import { Field } from "../../ui/field.js";
import { errorText, t } from "../../ui/locale.js";
import { askChoices, beLeftAlone, beTold, canBeTold, keepNeutral } from "../../ui/notices.js";
import { toast, vault } from "../../ui/state.js";
import { Banner, ErrorNote } from "../../ui/status.js";
import { USUAL, Wanted } from "./wanted.js";

/** @typedef {import("../../ui/notices.js").Choices} Choices */
/** @typedef {import("../../ui/notices.js").Chosen} Chosen */
/** @typedef {import("../../sync/away.js").School} School */

export function Notices() {
  const [key, setKey] = useState("");
  const [choices, setChoices] = useState(/** @type {Choices | null | undefined} */ (undefined)); // undefined: not known yet
  const [error, setError] = useState(/** @type {unknown} */ (null));
  const sent = useRef({ stands: /** @type {Choices | null} */ (null), wanted: /** @type {Choices | null} */ (null), going: /** @type {Promise<void> | null} */ (null) }).current;
  const ask = () => askChoices().then((answer) => (setError(null), setKey(answer.key), setChoices((sent.stands = answer.choices))), setError);
  useEffect(() => void ask(), []);
  const sendAll = async () => {
    for (let next = sent.wanted; next !== sent.stands; next = sent.wanted) {
      try {
        await (next ? beTold(key, next) : beLeftAlone());
        sent.stands = next;
        setError(null);
      } catch (problem) {
        setError(problem);
        if (sent.wanted === next) setChoices((sent.wanted = sent.stands));
      }
    }
  };
  /** It shows at once; one is sent after the other, and what can't be sent is again as it was. @param {Choices | null} next */
  const save = (next) => {
    setChoices((sent.wanted = next));
    sent.going ??= sendAll().finally(() => (sent.going = null));
    return sent.going;
  };
  return html`<section class="card stack"><h2>${t("notices")}</h2>
    ${!canBeTold() ? html`<${Banner}><p>${t("notices-install")}</p><//>` : choices !== undefined && html`<${Switch} label=${t("notices-here")} hint=${t("notices-hint")} on=${choices !== null} onChange=${(/** @type {boolean} */ on) => save(on ? USUAL : null)} />`}
    <${Mail} /><${ErrorNote} error=${error} retry=${choices === undefined ? ask : undefined} />${choices && html`<${Details} choices=${choices} save=${save} />`}</section>`;
}

/** @param {{choices: Choices, save: (next: Choices) => unknown}} props */
function Details({ choices, save }) {
  const test = () => call("POST", "/api/push/test", {}).then(() => toast(t("notices-tested")));
  const [others, setOthers] = useState(/** @type {School[]} */ ([]));
  useEffect(() => void schools(/** @type {import("../../sync/vault.js").Vault} */ (vault.value)).then(setOthers), []);
  const own = html`<${Wanted} host="" choices=${choices} save=${(/** @type {Chosen} */ next) => save({ ...choices, ...next })} />`;
  const each = others.map((school) => html`<${OfSchool} key=${school.host} school=${school} choices=${choices} save=${save} />`);
  return html`${own}${each}<${Neutral} /><${Button} kind="secondary" onPress=${test}>${t("notices-test")}<//>`;
}

/** Of a linked school the same is told as of our own, until something else is chosen. @param {{school: School, choices: Choices, save: (next: Choices) => unknown}} props */
function OfSchool({ school: { host, name }, choices, save }) {
  const { schools: apart = {}, ...own } = choices;
  const chosen = apart[host];
  const keep = (/** @type {Chosen} */ next) => save({ ...choices, schools: { ...apart, [host]: next } });
  const { [host]: _, ...others } = apart;
  const turn = (/** @type {boolean} */ same) => (same ? save({ ...choices, schools: others }) : keep({ ...own, muted: [] }));
  return html`<fieldset class="stack"><legend>${t("tell-of", { school: name })}</legend>
    <${Switch} label=${t("tell-same")} hint=${t("tell-same-hint")} on=${!chosen} onChange=${turn} />
    ${chosen && html`<${Wanted} host=${host} choices=${chosen} save=${keep} />`}</fieldset>`;
}

function Neutral() {
  const [on, setOn] = useState(false);
  useEffect(() => void vault.value?.get("self", "notices").then((kept) => setOn(Boolean(kept?.neutral))), []);
  return html`<${Switch} label=${t("notices-neutral")} hint=${t("notices-neutral-hint")} on=${on} onChange=${(/** @type {boolean} */ next) => (setOn(next), void keepNeutral(next))} />`;
}

/** An e-mail without words where no device can be told; only where the school sends any. */
function Mail() {
  const [kept, setKept] = useState({ address: "", offered: false });
  const [address, setAddress] = useState("");
  const [error, setError] = useState(/** @type {unknown} */ (null));
  useEffect(() => void call("GET", "/api/mail").then((answer) => (setKept(answer), setAddress(answer.address)), () => undefined), []);
  if (!kept.offered) return null;
  const save = async (/** @type {Event} */ event) => {
    event.preventDefault();
    try {
      await call("PUT", "/api/mail", { address: address.trim() });
      setKept({ ...kept, address: address.trim() });
      setError(null);
      toast(t(address.trim() ? "mail-kept" : "mail-gone"));
    } catch {
      setError({ code: "bad-mail" });
    }
  };
  return html`<form class="stack" onSubmit=${save}><${Field} label=${t("mail")} hint=${t("mail-hint")} type="email" autocomplete="email" value=${address} onInput=${setAddress} error=${error ? errorText(error) : ""} />
    ${address.trim() !== kept.address && html`<p class="row"><${Button} type="submit" kind="secondary">${t("save")}<//></p>`}</form>`;
}
