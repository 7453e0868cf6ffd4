/** The school's board, for the office: who of it may write to all families and staff, and how their letters stand. */
import { html } from "../../lib/htm.js";
import { useState } from "../../lib/hooks.js";
import { Button, ButtonLink } from "../../ui/button.js";
import { Chips, Field } from "../../ui/field.js";
import { t } from "../../ui/locale.js";
import { session, toast, version } from "../../ui/state.js";
import { ErrorNote } from "../../ui/status.js";
import { boardPeople, inviteBoard } from "./board.js";
import { Rows } from "./view.js";

/** @typedef {import("./linking.js").Peer} Peer */

/** @param {{peers: Peer[]}} props */
export function BoardCard({ peers }) {
  void version.value;
  const here = /** @type {import("../../sync/session.js").Session} */ (session.value);
  const rows = boardPeople(here);
  return html`<section class="card stack"><h2>${t("board-card")}</h2><p>${t("board-why")}</p>
    ${rows.length > 0 && html`<${Rows} rows=${rows} />`}
    ${rows.some((one) => one.state === "open") && html`<p class="row"><${ButtonLink} href="/people/letters" kind="secondary" icon="print">${t("board-letters")}<//></p>`}
    <${Invite} peers=${peers} /></section>`;
}

/** @param {{peers: Peer[]}} props */
function Invite({ peers }) {
  const here = /** @type {import("../../sync/session.js").Session} */ (session.value);
  const only = peers.length === 1 ? peers[0].host : "";
  const [draft, setDraft] = useState({ name: "", home: "" });
  const [state, setState] = useState({ busy: false, error: /** @type {unknown} */ (null) });
  const home = draft.home || only;
  const invite = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (!home) return setState({ busy: false, error: { code: "no-board-server" } });
    setState({ busy: true, error: null });
    await inviteBoard(here, draft.name.trim(), home).then(() => (setDraft({ name: "", home: "" }), setState({ busy: false, error: null }), toast(t("board-invited"))), (error) => setState({ busy: false, error }));
  };
  return html`<form class="stack" onSubmit=${invite}><h3>${t("board-invite")}</h3><${ErrorNote} error=${state.error} />
    <${Field} label=${t("board-name")} value=${draft.name} onInput=${(/** @type {string} */ name) => setDraft({ ...draft, name })} required />
    <${Chips} label=${t("board-server")} options=${peers.map((one) => ({ value: one.host, text: one.name || one.host }))} chosen=${[home]} onToggle=${(/** @type {string} */ value) => setDraft({ ...draft, home: value })} />
    <p class="row"><${Button} type="submit" busy=${state.busy}>${t("board-invite-verb")}<//></p></form>`;
}
