/** The app: opens what this browser kept, draws the screen of the address, and nothing else. */
import { ready } from "./crypto/random.js";
import { html } from "./lib/htm.js";
import { useEffect } from "./lib/hooks.js";
import { render } from "./lib/preact.js";
import { call } from "./sync/http.js";
import { Vault } from "./sync/vault.js";
import { ArriveView } from "./modules/account/arrive.js";
import { closeWhenAway, enterKept, locked } from "./modules/account/entry.js";
import { FoundView } from "./modules/account/found.js";
import { JoinView } from "./modules/account/join.js";
import { LockedView } from "./modules/account/locked.js";
import { NewDeviceView } from "./modules/account/newdevice.js";
import { showSchool } from "./modules/account/schools.js";
import { SignInView } from "./modules/account/signin.js";
import { language, loadLocale, t } from "./ui/locale.js";
import { Page } from "./ui/page.js";
import { watchInstall } from "./ui/install.js";
import { followNotices } from "./ui/notices.js";
import { keepFiles } from "./ui/offline.js";
import { mine } from "./ui/places.js";
import { match, path, readAddress, startRouter } from "./ui/router.js";
import { Shell } from "./ui/shell.js";
import { ours, school, session, shown, vault, version } from "./ui/state.js";
import { Toasts } from "./ui/status.js";
import { chosenTheme, useTheme } from "./ui/theme.js";

/** Screens that need nobody signed in. */
const OUTSIDE = [{ pattern: "/found", view: FoundView }, { pattern: "/join", view: JoinView }, { pattern: "/arrive", view: ArriveView }];

function App() {
  void language.value;
  if (locked.value) return html`<${LockedView} /><${Toasts} />`;
  const outside = match(OUTSIDE, path.value);
  if (outside) return html`<${outside.route.view} /><${Toasts} />`;
  if (!session.value) return html`<${path.value === "/device" ? NewDeviceView : SignInView} /><${Toasts} />`;
  void version.value;
  const beyond = readAddress(path.value);
  if (beyond) return html`<${Shell}><${Beyond} key=${path.value} ...${beyond} /><//>`;
  const found = match(mine().flatMap((one) => one.routes), path.value);
  return html`<${Shell}>${found ? html`<${found.route.view} key=${shown.value + path.value} params=${found.params} />` : html`<${Nothing} />`}<//>`;
}

/** A thing of another school of this account: that one is shown from now on. @param {{host: string, href: string}} props */
function Beyond({ host, href }) {
  useEffect(() => void showSchool(host, href, { replace: true }), []);
  return null;
}

function Nothing() {
  return html`<${Page} title=${t("nothing-here")} back="/"><p>${t("nothing-here-text")}</p><//>`;
}

async function start() {
  useTheme(chosenTheme());
  const [opened] = await Promise.all([Vault.open(), ready(), loadLocale()]);
  vault.value = opened;
  startRouter();
  void learnSchool(opened).catch(() => undefined);
  await enterKept();
  const root = /** @type {HTMLElement} */ (document.getElementById("app"));
  root.replaceChildren();
  render(html`<${App} />`, root);
  followNotices();
  watchInstall();
  closeWhenAway();
  void keepFiles().catch(() => undefined);
}

/** Which school this is, also while it does not answer. @param {Vault} kept */
async function learnSchool(kept) {
  ours.value = (await kept.get("self", "school")) ?? null;
  ours.value = await call("GET", "/.well-known/kring");
  if (!shown.value) school.value = ours.value;
  await kept.put("self", "school", ours.value);
}

void start();
