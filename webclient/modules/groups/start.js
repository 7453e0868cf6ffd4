/** The first steps of a parent: a name for the class, a way to be reached, a look through another's eyes. Each can be skipped, nothing is chosen beforehand. */
import { html } from "../../lib/htm.js";
import { Around } from "../../ui/around.js";
import { Button, ButtonLink } from "../../ui/button.js";
import { t } from "../../ui/locale.js";
import { Page } from "../../ui/page.js";
import { go } from "../../ui/router.js";
import { session, version } from "../../ui/state.js";
import { Empty } from "../../ui/status.js";
import { Stepper } from "../../ui/stepper.js";
import { keepSettings, settings } from "./choices.js";
import { DetailForm } from "./detail.js";
import { ownPlaces } from "./model.js";
import { SeeAs } from "./seeas.js";

const STEPS = ["name", "phone", "look"];
const DONE = 9;

/** On Today, until it is done or sent away. */
export function StartCard() {
  const here = /** @type {any} */ (session.value);
  const seat = ownPlaces(here)[0];
  if (!seat || settings(here).sharing >= DONE) return null;
  return html`<section class="card start"><${Around} free=${7} size=${76} /><div class="stack"><h2>${t("start-title")}</h2><p>${t("start-text")}</p></div>
    <div class="row ways"><${ButtonLink} href="/groups/start">${t("start-verb")}<//><${Button} kind="quiet" onPress=${() => keepSettings(seat, { sharing: DONE })}>${t("start-not-now")}<//></div></section>`;
}

export function StartView() {
  void version.value;
  const here = /** @type {any} */ (session.value);
  const seat = ownPlaces(here)[0];
  if (!seat) return html`<${Page} title=${t("start-title")} back="/"><${Empty} title=${t("share-parents-only")} text=${t("share-parents-only-text")} /><//>`;
  const at = Math.min(settings(here).sharing ?? 0, STEPS.length - 1);
  const step = (/** @type {number} */ to) => (void keepSettings(seat, { sharing: to }), scrollTo(0, 0));
  const finish = async () => {
    await keepSettings(seat, { sharing: DONE });
    go("/", { replace: true });
  };
  return html`<${Page} title=${t(`start-step-${STEPS[at]}`)} back="/"><${Stepper} label=${t("start-title")} steps=${STEPS.map((one) => t(`start-short-${one}`))} at=${at} />
    <div class="stack" key=${at}><p>${t(`start-why-${STEPS[at]}`)}</p>
      ${at < 2 ? html`<${DetailForm} seat=${seat} field=${STEPS[at]} brief verb=${t("start-save")} onDone=${() => step(at + 1)} />` : html`<${SeeAs} />`}
      <div class="row">${at > 0 && html`<${Button} kind="quiet" icon="back" onPress=${() => step(at - 1)}>${t("start-previous")}<//>`}
        ${at < 2 ? html`<${Button} kind="quiet" onPress=${() => step(at + 1)}>${t("start-skip")}<//>` : html`<${Button} big onPress=${finish}>${t("start-finish")}<//>`}</div></div><//>`;
}
