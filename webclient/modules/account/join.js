/** Redeeming a letter: scan or type the code, see the school, make a login, keep the recovery sheet. */
import { html } from "../../lib/htm.js";
import { useEffect, useState } from "../../lib/hooks.js";
import { fingerprint } from "../../crypto/root.js";
import { unb64 } from "../../crypto/encoding.js";
import { addLetter, join, lookUp } from "../../sync/account.js";
import { choose, findLetter, join as joinAway } from "../../sync/away.js";
import { Button } from "../../ui/button.js";
import { grouped } from "../../ui/code.js";
import { date, t } from "../../ui/locale.js";
import { Narrow } from "../../ui/page.js";
import { go } from "../../ui/router.js";
import { session, shown, toast, vault } from "../../ui/state.js";
import { Banner, ErrorNote } from "../../ui/status.js";
import { enter } from "./entry.js";
import { CodeEntry, codeOf, NewLogin, PaperSheet } from "./parts.js";
import { showSchool } from "./schools.js";

/** Where one sees who let one in. */
const ACROSS = "/groups/across";

export function JoinView() {
  const [code, setCode] = useState(() => codeOf(location.hash));
  const [found, setFound] = useState(/** @type {any} */ (null));
  const [error, setError] = useState(/** @type {unknown} */ (null));
  const look = async (/** @type {string} */ typed) => {
    setError(null);
    try {
      const ours = lookUp(typed, session.value?.root);
      const { invitation, letter } = /** @type {any} */ (await (session.value ? ours.catch((problem) => ofAnother(typed, problem)) : ours));
      setFound(letter ?? { ...invitation, code: typed, adding: session.value !== null });
    } catch (problem) {
      setError(problem);
    }
  };
  useEffect(() => {
    if (shown.value) return void showSchool("", "/join", { replace: true });
    if (location.hash) history.replaceState(null, "", location.pathname);
    if (code) void look(code);
  }, []);
  if (found?.contact && !session.value) return html`<${ElsewhereView} found=${found} />`;
  if (found?.letter) return html`<${JoinAway} found=${found} />`;
  if (found) return found.adding ? html`<${AddLetter} found=${found} />` : html`<${MakeLogin} found=${found} />`;
  return html`<${Narrow} title=${t("join-title")}><p>${t("join-why")}</p>
    <${CodeEntry} label=${t("join-code")} hint=${t("join-code-hint")} code=${code} setCode=${setCode} error=${error} onCode=${look} />
    ${!session.value && html`<p><a href="/">${t("have-login")}</a></p>`}<//>`;
}

/** A code from parent to parent is used with the account one has at one's own school. @param {{found: any}} props */
function ElsewhereView({ found }) {
  return html`<${Narrow} title=${t("contact-join-title", { school: found.school })}><p>${t("contact-join-elsewhere", { school: found.school })}</p>
    <p class="code" data-testid="code">${grouped(found.code)}</p><p class="small muted">${t("deadline", { date: date(found.deadline) })}</p>
    <p>${t("contact-join-here", { school: found.school })} <a href="/">${t("have-login")}</a></p><//>`;
}

/** A letter that our own school does not know may be of one that is linked. @param {string} code @param {any} problem */
async function ofAnother(code, problem) {
  const letter = problem.code === "not-found" && (await findLetter(/** @type {any} */ (session.value), code));
  if (!letter) throw problem;
  return { letter: { ...letter, letter: true } };
}

/** A place at another school, with the account of this one. @param {{found: any}} props */
function JoinAway({ found }) {
  const [state, setState] = useState({ busy: false, error: /** @type {unknown} */ (null) });
  const add = async () => {
    setState({ busy: true, error: null });
    try {
      await joinAway(/** @type {any} */ (session.value), /** @type {any} */ (vault.value), found);
      if (!found.contact) choose(found.host);
      location.assign(found.contact ? ACROSS : "/");
    } catch (error) {
      setState({ busy: false, error });
    }
  };
  const title = found.contact ? t("contact-join-title", { school: found.school }) : t("join-welcome", { school: found.school });
  return html`<${Narrow} title=${title}><p>${t(found.contact ? "contact-join-text" : "join-away-text", { school: found.school })}</p><${ErrorNote} error=${state.error} />
    <${Button} big busy=${state.busy} onPress=${add}>${t("join-add-verb")}<//><//>`;
}

/** @param {{found: any}} props */
function MakeLogin({ found }) {
  const [state, setState] = useState({ busy: false, error: /** @type {unknown} */ (null), sheet: "" });
  const make = async (/** @type {any} */ login) => {
    setState({ busy: true, error: null, sheet: "" });
    try {
      const joined = await join(/** @type {any} */ (vault.value), found.code, login);
      await enter(joined.session);
      setState({ busy: false, error: null, sheet: joined.sheet });
    } catch (error) {
      setState({ busy: false, error, sheet: "" });
    }
  };
  if (state.sheet) return html`<${Narrow} title=${t("sheet-title")}><${PaperSheet} title=${t("sheet-title")} text=${t("sheet-text", { name: session.value?.name ?? "" })}
    code=${state.sheet} onDone=${() => go("/", { replace: true })} /><//>`;
  return html`<${Narrow} title=${t("join-welcome", { school: found.school })}>
    <${Banner} kind="good"><p>${t("join-proven")}</p><//>
    <p class="small muted">${t("fingerprint")} <span class="figures">${fingerprint(unb64(found.root))}</span> · ${t("deadline", { date: date(found.deadline) })}</p>
    <${ErrorNote} error=${state.error} /><${NewLogin} busy=${state.busy} verb=${t("join-verb")} onSubmit=${make} /><//>`;
}

/** @param {{found: any}} props */
function AddLetter({ found }) {
  const [error, setError] = useState(/** @type {unknown} */ (null));
  const add = async () => {
    try {
      await addLetter(/** @type {any} */ (session.value), found.code);
      toast(t("join-added"));
      go(found.contact ? ACROSS : "/", { replace: true });
    } catch (problem) {
      setError(problem);
    }
  };
  return html`<${Narrow} title=${t("join-add-title")}><p>${found.contact ? t("contact-join-text", { school: found.school }) : t("join-add-text", { name: session.value?.name ?? "" })}</p><${ErrorNote} error=${error} />
    <${Button} big onPress=${add}>${t("join-add-verb")}<//><//>`;
}
