/**
 * Around every screen: the school, the network's state, the bar with the modules.
 *
 * The bar shows the modules that this person has; on a phone those it has room for. Connected is the normal state and says
 * nothing to the eye; only what is wrong or under way is shown.
 */
import { html } from "../lib/htm.js";
import { useEffect } from "../lib/hooks.js";
import { Button } from "./button.js";
import { Failures } from "./failures.js";
import { Icon } from "./icon.js";
import { showBadge } from "./install.js";
import { t } from "./locale.js";
import { places } from "./places.js";
import { path } from "./router.js";
import { countOf, Lies, NewBeside, sources } from "./schools.js";
import { startSearchKey } from "./search.js";
import { online, school, waiting } from "./state.js";
import { Banner, Toasts } from "./status.js";
import { outdated, watchUpdates } from "./update.js";
import { UploadBar } from "./uploadbar.js";

/**
 * `count`: what is new in it at a school; `before`: the schools that were counted already, for what several of them have.
 * @typedef {{name: string, icon: string, href: string, count?: (here: import("../sync/session.js").Session, before: import("../sync/session.js").Session[]) => number}} Place
 */

/** @param {{children?: any}} props */
export function Shell({ children }) {
  const { bar, rest, more } = places();
  const all = sources();
  const shown = [...bar, ...rest, ...more].map((place) => ({ place, count: countOf(place, all) }));
  const fresh = shown.reduce((sum, { count }) => sum + count, 0);
  useEffect(() => showBadge(fresh), [fresh]);
  useEffect(startSearchKey, []);
  useEffect(watchUpdates, []);
  return html`<a class="skip" href="#main">${t("skip")}</a>
    <div class="shell">
      <header class="top"><a class="brand" href="/"><span class="mark" aria-hidden="true"></span><span>${school.value?.name ?? "Kring"}</span></a><${State} /></header>
      <main id="main" tabindex="-1"><${Lies} /><${Failures} />${outdated.value && html`<${Update} />`}${shown.filter(({ place }) => place.href === path.value).map(({ place }) => html`<${NewBeside} key=${place.href} place=${place} />`)}${children}<${UploadBar} /></main>
      <nav class="bar" aria-label=${t("navigation")}>${shown.map(({ place, count }) => html`<${Link} key=${place.href} place=${place} count=${count} rest=${rest.includes(place)} />`)}</nav>
    </div><${Toasts} />`;
}

/** `rest`: a phone has it under More. @param {{place: Place, count: number, rest: boolean}} props */
function Link({ place, count, rest }) {
  const here = place.href === "/" ? path.value === "/" : `${path.value}/`.startsWith(`${place.href}/`);
  return html`<a href=${place.href} class=${rest ? "rest" : undefined} aria-current=${here ? "page" : undefined}><${Icon} name=${place.icon} /><span>${t(place.name)}</span>
    ${count > 0 && html`<span class="count figures"><span class="sr-only">${t("unread-count", { count })}</span><span aria-hidden="true">${Math.min(count, 99)}</span></span>`}</a>`;
}

function State() {
  const text = waiting.value ? t(online.value ? "state-sending" : "state-waiting", { count: waiting.value }) : t(online.value ? "state-online" : "state-offline");
  const dot = online.value ? (waiting.value ? "busy" : "") : "off";
  return html`<span class=${`state ${dot ? "care" : ""}`} role="status">${dot && html`<span class=${`dot ${dot}`} aria-hidden="true"></span>`}<span class=${dot ? "" : "sr-only"}>${text}</span></span>`;
}

function Update() {
  return html`<div class="page-note no-print"><${Banner}><p>${t("update-ready")}</p><${Button} kind="secondary" onPress=${() => location.reload()}>${t("update-take")}<//><//></div>`;
}
