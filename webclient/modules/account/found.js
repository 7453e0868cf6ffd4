/** Founding: the school's keys are made here, in the first admin's browser, and the root key goes onto paper. */
import { html } from "../../lib/htm.js";
import { useEffect, useState } from "../../lib/hooks.js";
import { found } from "../../sync/account.js";
import { ButtonLink } from "../../ui/button.js";
import { Check } from "../../ui/field.js";
import { t } from "../../ui/locale.js";
import { Narrow } from "../../ui/page.js";
import { go } from "../../ui/router.js";
import { school, session, vault } from "../../ui/state.js";
import { Banner, ErrorNote } from "../../ui/status.js";
import { enter } from "./entry.js";
import { NewLogin, PaperSheet } from "./parts.js";

export function FoundView() {
  const [secret] = useState(() => location.hash.slice(1));
  const [office, setOffice] = useState(true);
  const [state, setState] = useState({ busy: false, error: /** @type {unknown} */ (null), papers: /** @type {any} */ (null) });
  useEffect(() => history.replaceState(null, "", location.pathname), []);
  const make = async (/** @type {any} */ login) => {
    setState({ busy: true, error: null, papers: null });
    try {
      const papers = await found(/** @type {any} */ (vault.value), secret, login, office);
      await enter(papers.session);
      setState({ busy: false, error: null, papers });
    } catch (error) {
      setState({ busy: false, error, papers: null });
    }
  };
  if (state.papers) return html`<${Papers} papers=${state.papers} />`;
  if (school.value?.founded) return html`<${Narrow} title=${t("found-done")}><${ButtonLink} href="/">${t("sign-in")}<//><//>`;
  return html`<${Narrow} title=${t("found-title", { school: school.value?.name ?? "" })}><p>${t("found-why")}</p>
    ${!secret && html`<${Banner} kind="care"><p>${t("found-no-secret")}</p><//>`}<${ErrorNote} error=${state.error} />
    <${NewLogin} busy=${state.busy} verb=${t("found-verb")} onSubmit=${make}>
      <${Check} label=${t("found-office")} hint=${t("found-office-hint")} checked=${office} onChange=${setOffice} /><//><//>`;
}

/** The sheets, one after the other: root key, own recovery sheet, and the office's letter if somebody else does it. @param {{papers: any}} props */
function Papers({ papers }) {
  const [at, setAt] = useState(0);
  const letter = (/** @type {string} */ kind, /** @type {string} */ code) => ({ title: t(`found-${kind}`), text: t(`found-${kind}-text`), code, qr: `${location.origin}/join#${code.replaceAll(" ", "")}` });
  const sheets = [
    { title: t("root-title"), text: t("root-text", { school: school.value?.name ?? "" }), code: papers.rootCode },
    { title: t("sheet-title"), text: t("sheet-text", { name: session.value?.name ?? "" }), code: papers.sheet },
    letter("second", papers.adminToken),
    ...(papers.officeToken ? [letter("letter", papers.officeToken)] : []),
  ];
  const next = () => (at + 1 < sheets.length ? setAt(at + 1) : go("/", { replace: true }));
  return html`<${Narrow} title=${t("found-papers", { at: at + 1, of: sheets.length })}><${PaperSheet} key=${at} ...${sheets[at]} onDone=${next} /><//>`;
}
