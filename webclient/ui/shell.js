/** Around every screen: the school, the network's state, the bar with the modules. */
import { html } from "../lib/htm.js";
import { Icon } from "./icon.js";
import { t } from "./locale.js";
import { path } from "./router.js";
import { online, school, waiting } from "./state.js";
import { Toasts } from "./status.js";

/** @typedef {{name: string, icon: string, href: string, count?: () => number}} Place */

/** @param {{places: Place[], children?: any}} props */
export function Shell({ places, children }) {
  return html`<a class="skip" href="#main">${t("skip")}</a>
    <div class="shell">
      <header class="top"><a class="brand" href="/"><span class="mark" aria-hidden="true"></span><span>${school.value?.name ?? "Kring"}</span></a><${State} /></header>
      <main id="main">${children}</main>
      <nav class="bar" aria-label=${t("navigation")}>${places.map((place) => html`<${Link} key=${place.href} place=${place} />`)}</nav>
    </div><${Toasts} />`;
}

/** @param {{place: Place}} props */
function Link({ place }) {
  const here = place.href === "/" ? path.value === "/" : path.value.startsWith(place.href);
  const count = place.count?.() ?? 0;
  return html`<a href=${place.href} aria-current=${here ? "page" : undefined}><${Icon} name=${place.icon} /><span>${t(place.name)}</span>
    ${count > 0 && html`<span class="count figures"><span class="sr-only">${t("unread-count", { count })}</span><span aria-hidden="true">${count}</span></span>`}</a>`;
}

function State() {
  const text = waiting.value ? t(online.value ? "state-sending" : "state-waiting", { count: waiting.value }) : t(online.value ? "state-online" : "state-offline");
  return html`<span class="state" role="status"><span class=${`dot ${online.value ? "" : "off"}`} aria-hidden="true"></span>${text}</span>`;
}
