/** What an action changes for whom, in plain words, before it is done. */
import { html } from "../../lib/htm.js";
import { useState } from "../../lib/hooks.js";
import { Button } from "../../ui/button.js";
import { t } from "../../ui/locale.js";
import { Sheet } from "../../ui/sheet.js";
import { ErrorNote } from "../../ui/status.js";

/** @param {{lines: string[]}} props */
export function Changes({ lines }) {
  return html`<section class="changes"><h3>${t("what-changes")}</h3><ul>${lines.map((one) => html`<li key=${one}>${one}</li>`)}</ul></section>`;
}

/** An action in a sheet: what it changes, maybe what it asks, and its verb. @param {{title: string, lines: string[], verb: string, danger?: boolean, disabled?: boolean, run: () => any, onClose: () => void, children?: any}} props */
export function Action({ title, lines, verb, danger = false, disabled = false, run, onClose, children }) {
  const [error, setError] = useState(/** @type {unknown} */ (null));
  const press = async () => {
    try {
      await run();
      onClose();
    } catch (problem) {
      setError(problem);
    }
  };
  const actions = html`<${Button} kind=${danger ? "danger" : "primary"} disabled=${disabled} onPress=${press}>${verb}<//>`;
  return html`<${Sheet} title=${title} onClose=${onClose} actions=${actions}>${children}<${Changes} lines=${lines} /><${ErrorNote} error=${error} /><//>`;
}
