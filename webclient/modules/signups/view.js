/** Sign-ups: forms, drivers, helpers, things to bring, surveys. */
import { html } from "../../lib/htm.js";
import { t } from "../../ui/locale.js";
import { Page } from "../../ui/page.js";

export function SignupsView() {
  return html`<${Page} title=${t("signups")} /> `;
}
