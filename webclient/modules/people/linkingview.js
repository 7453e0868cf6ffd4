/** Linked schools, for the office and for admins: look one up, compare numbers by telephone, link; see how they answer; let go. */
import { html } from "../../lib/htm.js";
import { useEffect, useState } from "../../lib/hooks.js";
import { unb64 } from "../../crypto/encoding.js";
import { fingerprint } from "../../crypto/root.js";
import { Button, ButtonLink } from "../../ui/button.js";
import { Switch } from "../../ui/choice.js";
import { Check, Field } from "../../ui/field.js";
import { List, ListItem } from "../../ui/list.js";
import { errorText, t, when } from "../../ui/locale.js";
import { Page } from "../../ui/page.js";
import { school, session, toast } from "../../ui/state.js";
import { Banner, Empty, ErrorNote } from "../../ui/status.js";
import { BoardCard } from "./boardview.js";
import { letWatch } from "./helpdesk.js";
import { ContactCounts } from "./contactcounts.js";
import { link, linked, look, signServer } from "./linking.js";
import { doSoon, isSoon } from "./soon.js";
import { Tabs } from "./view.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("./linking.js").Seen} Seen */
/** @typedef {import("./linking.js").Peer} Peer */

/** How often (ms) one looks how the others answer, as long as the screen is open. */
const AGAIN = 5000;

export function SchoolsView() {
  const [state, setState] = useState({ signed: true, peers: /** @type {Peer[] | null} */ (null), error: /** @type {unknown} */ (null) });
  const works = session.value?.roles().has("office");
  const load = () => linked().then((found) => setState({ ...found, error: null }), (error) => setState((before) => ({ ...before, error })));
  useEffect(() => {
    void load();
    const timer = setInterval(load, AGAIN);
    return () => clearInterval(timer);
  }, []);
  return html`<${Page} title=${t("tab-schools")} wide back=${works ? "" : "/more"}>${works && html`<${Tabs} />`}<div class="stack"><p>${t("schools-why")}</p><${ErrorNote} error=${state.error} />
    ${state.signed ? html`<${Start} onLinked=${load} />` : html`<${Sign} onSigned=${load} />`}
    ${state.peers?.length ? html`<${Linked} peers=${state.peers} onChange=${load} />` : state.peers && html`<${Empty} title=${t("schools-empty")} text=${t("schools-empty-text")} />`}
    ${works && state.peers?.length ? html`<${BoardCard} peers=${state.peers} />` : null}
    <${ContactCounts} />
    ${state.signed && html`<details class="card"><summary>${t("server-renew")}</summary><${Sign} renew onSigned=${load} /></details>`}</div><//>`;
}

/** Look a school up, then compare. @param {{onLinked: () => unknown}} props */
function Start({ onLinked }) {
  const [host, setHost] = useState("");
  const [seen, setSeen] = useState(/** @type {Seen | null} */ (null));
  const [state, setState] = useState({ busy: false, error: /** @type {unknown} */ (null) });
  const find = async (/** @type {Event} */ event) => {
    event.preventDefault();
    setState({ busy: true, error: null });
    await look(host).then((found) => (setSeen(found), setState({ busy: false, error: null })), (error) => setState({ busy: false, error }));
  };
  const over = () => (setSeen(null), setHost(""), onLinked());
  if (seen) return html`<${Compare} seen=${seen} onOver=${over} />`;
  return html`<form class="card stack" onSubmit=${find}><h2>${t("schools-add")}</h2>
    <${Field} label=${t("schools-host")} hint=${t("schools-host-hint")} value=${host} onInput=${setHost} error=${state.error ? errorText(state.error) : ""} required />
    <p class="row"><${Button} type="submit" busy=${state.busy}>${t("schools-look")}<//></p></form>`;
}

/** Both numbers as they are read out; only whoever compared them goes on. @param {{seen: Seen, onOver: () => unknown}} props */
function Compare({ seen, onOver }) {
  const here = /** @type {Session} */ (session.value);
  const [same, setSame] = useState(false);
  const [state, setState] = useState({ busy: false, error: /** @type {unknown} */ (null) });
  const give = async () => {
    setState({ busy: true, error: null });
    await link(here, seen).then(() => (toast(t("schools-linked", { school: seen.name })), onOver()), (error) => setState({ busy: false, error }));
  };
  return html`<section class="card stack"><h2>${t("schools-compare", { school: seen.name })}</h2><p>${t("schools-compare-text", { school: seen.name, host: seen.host })}</p>
    <${Number} label=${t("schools-ours", { school: school.value?.name ?? "" })} root=${here.root} /><${Number} label=${t("schools-theirs", { school: seen.name })} root=${unb64(seen.root, 32)} />
    <${Check} label=${t("schools-same")} checked=${same} onChange=${setSame} /><${ErrorNote} error=${state.error} />
    <div class="row"><${Button} disabled=${!same} busy=${state.busy} onPress=${give}>${t("schools-link")}<//><${Button} kind="quiet" onPress=${onOver}>${t("schools-differ")}<//></div></section>`;
}

/** @param {{label: string, root: Uint8Array}} props */
function Number({ label, root }) {
  return html`<div><p class="muted">${label}</p><p class="code figures">${fingerprint(root)}</p></div>`;
}

/** @param {{peers: Peer[], onChange: () => unknown}} props */
function Linked({ peers, onChange }) {
  const here = /** @type {Session} */ (session.value);
  const end = (/** @type {Peer} */ one) => doSoon("unlink", { on: one.root }, t("schools-unlinking", { school: one.name || one.host }), t("schools-unlinked"));
  const watch = (/** @type {Peer} */ one, /** @type {boolean} */ allowed) => letWatch(one.root, allowed).then(() => (toast(t(allowed ? "board-watch-on" : "board-watch-off", { school: one.name || one.host })), onChange()), (error) => toast(errorText(error)));
  return html`<section class="stack"><h2>${t("schools-list")}</h2><${List} label=${t("schools-list")}>${peers.map((one) => html`<${ListItem} key=${one.root} mark=${one.name || one.host} title=${one.name || one.host} about=${one.host}
    aside=${!isSoon("unlink", one.root) && html`<${Button} kind="quiet" onPress=${() => end(one)}>${t("schools-unlink")}<//>`}><span class="about">${stateText(one)}</span><//>`)}<//>
    <p class="row"><${ButtonLink} kind="secondary" href=${here.roles().has("office") ? "/people/helpdesk" : "/schools/helpdesk"}>${t("board-helpdesk")}<//></p>
    <details><summary>${t("board-watch")}</summary><div class="stack"><p>${t("board-watch-why")}</p>${peers.map((one) => html`<${Switch} key=${one.root} label=${t("board-watch-school", { school: one.name || one.host })} on=${Boolean(one.watches)} onChange=${(/** @type {boolean} */ allowed) => watch(one, allowed)} />`)}</div></details></section>`;
}

/** How a school answers, in words. @param {Peer} one */
function stateText(one) {
  const said = [t(`schools-state-${one.state}`, { when: one.heard ? when(one.heard) : "" })];
  if (one.waiting && one.state !== "linked") said.push(t("schools-waiting", { count: one.waiting }));
  if (one.restored) said.push(t("schools-restored", { when: when(one.restored) }));
  return said.join(" · ");
}

/** The root sheet is typed, used and forgotten. @param {{renew?: boolean, onSigned: () => unknown}} props */
function Sign({ renew = false, onSigned }) {
  const here = /** @type {Session} */ (session.value);
  const [code, setCode] = useState("");
  const [state, setState] = useState({ busy: false, error: /** @type {unknown} */ (null) });
  const sign = async (/** @type {Event} */ event) => {
    event.preventDefault();
    setState({ busy: true, error: null });
    await signServer(here, code, renew).then(() => (toast(t("server-signed")), onSigned(), setState({ busy: false, error: null })), (error) => setState({ busy: false, error }));
    setCode("");
  };
  return html`<form class=${renew ? "stack" : "card stack"} onSubmit=${sign}>${!renew && html`<h2>${t("server-sign")}</h2>`}<${Banner} kind="care"><p>${t(renew ? "server-renew-text" : "server-sign-text")}</p><//>
    <${Field} label=${t("server-sheet")} hint=${t("server-sheet-hint")} value=${code} onInput=${setCode} token error=${state.error ? errorText(state.error) : ""} required />
    <p class="row"><${Button} type="submit" kind=${renew ? "secondary" : undefined} busy=${state.busy}>${t("server-sign-verb")}<//></p></form>`;
}
