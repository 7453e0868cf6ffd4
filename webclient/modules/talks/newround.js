/** Making a round in four steps: who, when, how, and a look at what families will see. The draft is kept. */
import { html } from "../../lib/htm.js";
import { useState } from "../../lib/hooks.js";
import { Button } from "../../ui/button.js";
import { carryOut } from "../../ui/carried.js";
import { useDraft } from "../../ui/draft.js";
import { t } from "../../ui/locale.js";
import { Page } from "../../ui/page.js";
import { go } from "../../ui/router.js";
import { session } from "../../ui/state.js";
import { Empty, ErrorNote } from "../../ui/status.js";
import { Stepper } from "../../ui/stepper.js";
import { blank, fieldsOf, mayMake, tablesOf, wrong } from "./newdraft.js";
import { How, Look, When, Who } from "./newsteps.js";
import { newRound } from "./writing.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("./newdraft.js").Draft} Draft */

const STEPS = ["who", "when", "how", "check"];

export function NewRoundView() {
  const here = /** @type {Session} */ (session.value);
  const [draft, change] = useDraft("talks", blank());
  const [at, setAt] = useState(0);
  const [error, setError] = useState(/** @type {unknown} */ (null));
  if (!mayMake(here)) return html`<${Page} title=${t("talk-new")} back="/talks"><${Empty} title=${t("talk-new-not")} text=${t("talk-new-not-text")} /><//>`;
  const set = (/** @type {Partial<Draft>} */ fields) => change({ ...draft, ...fields });
  const next = async () => {
    const code = wrong(draft, STEPS[at]);
    setError(code ? { code } : null);
    if (code) return;
    if (at < STEPS.length - 1) return setAt(at + 1);
    await carryOut("talks.round", newRound(fieldsOf(draft), tablesOf(here, draft)), { done: t("talk-made") });
    await change(blank());
    go("/talks", { replace: true });
  };
  const Step = [Who, When, How, Look][at];
  return html`<${Page} title=${t("talk-new")} back="/talks"><${Stepper} label=${t("talk-new")} steps=${STEPS.map((step) => t(`talk-step-${step}`))} at=${at} />
    <div class="stack"><${Step} here=${here} draft=${draft} set=${set} /><${ErrorNote} error=${error} />
      <div class="row"><${Button} big onPress=${next}>${t(at === STEPS.length - 1 ? "talk-make" : "talk-next")}<//>${at > 0 && html`<${Button} kind="quiet" onPress=${() => (setError(null), setAt(at - 1))}>${t("back")}<//>`}</div></div><//>`;
}
