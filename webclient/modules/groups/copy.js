/** "The same as with Noor": first what would be shared and with whom, then a button. */
import { html } from "../../lib/htm.js";
import { Avatar } from "../../ui/avatar.js";
import { Button, ButtonLink } from "../../ui/button.js";
import { language, listed, t } from "../../ui/locale.js";
import { Page } from "../../ui/page.js";
import { Portrait } from "../../ui/portrait.js";
import { go } from "../../ui/router.js";
import { session, toast, version } from "../../ui/state.js";
import { Banner, Empty } from "../../ui/status.js";
import { inWords, readersOf } from "./audience.js";
import { send, shown } from "./choices.js";
import { copied } from "./copying.js";
import { isPicture, labelOf, shownValue } from "./fields.js";
import { ownPlaces, recipients } from "./model.js";
import { childOf } from "./names.js";
import { Gone } from "./view.js";

/** @param {{params: Record<string, string>}} props */
export function CopyView({ params }) {
  void version.value;
  const here = /** @type {any} */ (session.value);
  const [to, from] = [params.seat, params.from].map((id) => ownPlaces(here).find((one) => one.id === id));
  if (!to || !from) return html`<${Gone} />`;
  const [child, other] = [from, to].map((one) => childOf(here, one)?.first ?? "");
  const back = `/groups/share/${to.id}`;
  const { ready, left } = copied(here, from, to, [...shown(here, from).values()]);
  const confirm = async () => {
    for (const detail of ready) await send(to, detail);
    toast(t("copied", { child: other }));
    go(back, { replace: true });
  };
  const who = (/** @type {import("./model.js").Detail} */ { audience }) => {
    const reached = recipients(here, to, audience);
    return inWords(readersOf(here, [...reached.circles, ...reached.seats.keys()], audience.groups));
  };
  return html`<${Page} title=${t("same-as", { child, other })} back=${back}><div class="stack"><div class="row"><${Avatar} name=${child} large /><span aria-hidden="true">→</span><${Avatar} name=${other} large /></div>
    ${ready.length ? html`<p>${t("copy-why", { child: other })}</p><ul class="copies">${ready.map((one) => html`<li key=${one.field} class="card"><strong>${labelOf(one.field, other)}</strong>${isPicture(one.field) ? html`<${Portrait} value=${one.value} name=${child} />` : html`<p class="value">${shownValue(one.field, one.value, language.value)}</p>`}
        <p class="muted">${t("copy-readers", { who: who(one) })}</p></li>`)}</ul>` : html`<${Empty} title=${t("copy-nothing")} text=${t("copy-nothing-text", { child: other })} />`}
    ${left.length > 0 && html`<${Banner} kind="care"><p>${t("copy-left", { what: listed(left.map((one) => labelOf(one.field, other))), child: other })}</p><//>`}
    <div class="row">${ready.length > 0 && html`<${Button} big onPress=${confirm}>${t("copy-verb", { child: other })}<//>`}<${ButtonLink} kind="secondary" href=${back}>${t("copy-not")}<//></div></div><//>`;
}
