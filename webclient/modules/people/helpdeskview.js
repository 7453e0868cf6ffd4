/** The helpdesk: for each linked school's server what somebody should look at, and the numbers behind it. */
import { html } from "../../lib/htm.js";
import { useEffect, useState } from "../../lib/hooks.js";
import { ButtonLink, Button } from "../../ui/button.js";
import { t, when } from "../../ui/locale.js";
import { Page } from "../../ui/page.js";
import { session } from "../../ui/state.js";
import { sizeText } from "../../ui/sizes.js";
import { Empty, ErrorNote } from "../../ui/status.js";
import { concerns, healthOf, newestOf, ownVersion } from "./helpdesk.js";
import { linked } from "./linking.js";

/** @typedef {import("./helpdesk.js").Health} Health */
/** @typedef {import("./linking.js").Peer} Peer */
/** `code`: why there is nothing. @typedef {{peer: Peer, health: Health | null, code: string}} Seen */

export function HelpdeskView() {
  const [state, setState] = useState({ seen: /** @type {Seen[] | null} */ (null), version: "", error: /** @type {unknown} */ (null) });
  const load = async () => {
    try {
      const [{ peers }, version] = await Promise.all([linked(), ownVersion()]);
      setState({ seen: await Promise.all(peers.map(look)), version, error: null });
    } catch (error) {
      setState((before) => ({ ...before, error }));
    }
  };
  useEffect(() => void load(), []);
  const newest = newestOf([state.version, ...(state.seen ?? []).flatMap((one) => one.health?.version ?? [])]);
  return html`<${Page} title=${t("board-helpdesk")} back=${session.value?.roles().has("office") ? "/people/schools" : "/schools"} wide actions=${html`<${Button} kind="secondary" icon="repeat" onPress=${load}>${t("board-look-again")}<//>`}><div class="stack"><p>${t("board-helpdesk-why")}</p><${ErrorNote} error=${state.error} />
    ${state.seen?.length === 0 && html`<${Empty} title=${t("board-no-servers")} text=${t("schools-empty-text")}><${ButtonLink} href="/people/schools">${t("tab-schools")}<//><//>`}
    <div class="servers">${(state.seen ?? []).map((one) => html`<${Server} key=${one.peer.root} seen=${one} newest=${newest} />`)}</div></div><//>`;
}

/** @param {Peer} peer @returns {Promise<Seen>} */
function look(peer) {
  return healthOf(peer.host).then((health) => ({ peer, health, code: "" }), (error) => ({ peer, health: null, code: String(error?.code ?? "offline") }));
}

/** @param {{seen: Seen, newest: string}} props */
function Server({ seen: { peer, health, code }, newest }) {
  const found = health ? concerns(health, newest, Date.now()) : [];
  const hidden = code === "not-found";
  const [tone, word] = health ? (found.length ? ["care", "look"] : ["good", "well"]) : hidden ? ["", "hidden"] : ["stop", "silent"];
  return html`<article class="card stack server"><div class="row between"><h2>${peer.name || peer.host}</h2><span class=${`tag ${tone}`}>${t(`board-server-${word}`)}</span></div>
    ${!health && html`<p>${hidden ? t("board-hidden-text") : peer.heard ? t("schools-state-silent", { when: when(peer.heard) }) : t("board-silent-text")}</p>`}
    ${found.length > 0 && html`<ul class="concerns">${found.map((one) => html`<li key=${one.what}>${t(`board-concern-${one.what}`, one.values)}</li>`)}</ul>`}
    ${health && html`<${Facts} one=${health} />`}</article>`;
}

/** @param {{one: Health}} props */
function Facts({ one }) {
  const facts = [
    ["version", one.version], ["since", when(one.since)], ["backup", one.backup ? when(one.backup) : t("board-never")], ["free", sizeText(one.free)],
    ["used", sizeText(one.files + one.database)], ["accounts", one.accounts], ["letters", one.letters], ["waiting", t("board-waiting-text", { push: one.push, mail: one.mail, parcels: one.parcels })],
    ["failing", t("board-failing-text", { devices: one.refusing, tried: one.tried })], ["faults", one.faults.map((fault) => `${fault.code} × ${fault.times} (${when(fault.last)})`).join(", ") || t("board-none")],
  ];
  return html`<dl class="server-facts">${facts.map(([name, value]) => html`<div key=${name}><dt>${t(`board-fact-${name}`)}</dt><dd class="figures">${value}</dd></div>`)}</dl>`;
}
