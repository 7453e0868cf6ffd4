/** A form as those see it whom it asks, before it is sent. */
import { html } from "../../lib/htm.js";
import { useState } from "../../lib/hooks.js";
import { Attached } from "../../ui/attached.js";
import { t } from "../../ui/locale.js";
import { Icon } from "../../ui/icon.js";
import { Ask } from "./inputs.js";
import { bodyOf } from "./templates.js";
import { day } from "./when.js";

/** @param {{here: import("../../sync/session.js").Session, draft: import("./templates.js").Draft, files: import("../../ui/attach.js").Files}} props */
export function Preview({ draft, files }) {
  const body = bodyOf(draft, []);
  const [filled, setFilled] = useState(/** @type {import("./inputs.js").Filled} */ ({ values: {}, takes: [], phone: "" }));
  return html`<section class="card stack preview" aria-label=${t("signup-step-check")}><p class="muted">${t("signup-preview")}</p><h2>${body.title}</h2>${body.text && html`<div class="prose">${body.text}</div>`}<${Attached} parts=${files.parts} from=${files.from} />
    <ul class="signup-facts">${body.when && html`<li><${Icon} name="calendar" size=${20} />${day(body.when)}</li>`}${body.closes > 0 && html`<li><${Icon} name="clock" size=${20} />${t("signup-until", { when: day({ at: body.closes }) })}</li>`}
      ${body.opens > 0 && html`<li><${Icon} name="clock" size=${20} />${t("signup-opens", { when: day({ at: body.opens }) })}</li>`}</ul>
    ${body.questions.map((asks) => html`<${Ask} key=${asks.id} question=${asks} filled=${filled} left=${new Map((asks.slots ?? []).map((slot) => [slot.id, slot.capacity || null]))} waits=${draft.waits} change=${setFilled} />`)}</section>`;
}
