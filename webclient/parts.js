/** Every part in every state, light and dark, in both languages and right to left: look here before changing one. */
import { html } from "./lib/htm.js";
import { useState } from "./lib/hooks.js";
import { render } from "./lib/preact.js";
import { Avatar, Avatars } from "./ui/avatar.js";
import { Button, ButtonLink } from "./ui/button.js";
import { Check, Chips, Field } from "./ui/field.js";
import { Icon } from "./ui/icon.js";
import { language, LANGUAGES, loadLocale, t } from "./ui/locale.js";
import { Page } from "./ui/page.js";
import { Qr } from "./ui/qr.js";
import { ReaderLine } from "./ui/readers.js";
import { toast } from "./ui/state.js";
import { Banner, Empty, ErrorNote, Progress, Ring, Toasts } from "./ui/status.js";

const ICONS = ["today", "news", "people", "more", "settings", "plus", "back", "pin", "check", "scan", "print"];
const NAMES = ["Noor", "Bram", "Mila", "Sem", "Yara", "Daan", "juf Sanne", "meester Tom", "3A", "5B", "Łucja", "Şahin"];
const LONG = "Overblijfcoördinatorenvergadering over de schoolkeuzevoorlichtingsavond";

/** @param {{title: string, children?: any}} props */
function Group({ title, children }) {
  return html`<section class="card stack"><h2>${title}</h2>${children}</section>`;
}

function Buttons() {
  return html`<${Group} title="Button"><div class="row"><${Button}>Meld Daan ziek<//><${Button} kind="secondary" icon="print">Druk af<//><${Button} kind="quiet">Wijzigen<//>
    <${Button} kind="danger">Verwijderen<//><${Button} busy>Even geduld…<//><${Button} disabled>Verder<//><${Button} big icon="plus">Nieuws schrijven<//><${ButtonLink} href="#link" kind="secondary">Als link<//></div><//>`;
}

function Fields() {
  const [value, setValue] = useState("");
  const [chosen, setChosen] = useState(["3A"]);
  const [checked, setChecked] = useState(true);
  return html`<${Group} title="Field, Check, Chips"><${Field} label="Inlognaam" hint="Kies een naam die je onthoudt." value=${value} onInput=${setValue} />
    <${Field} label="Wachtwoord" type="password" value="geheim" onInput=${setValue} error="Dit wachtwoord is te kort: kies er een van ten minste 10 tekens." />
    <${Field} label="Code van de brief" token value="6X5HQ 453ZE 0WZY7 5PKA1 T15T2" onInput=${setValue} /><${Field} label="Bericht" rows=${3} value=${LONG} onInput=${setValue} />
    <${Check} label="Vraag of iedereen het gelezen heeft" hint="Ouders tikken op Gelezen." checked=${checked} onChange=${setChecked} />
    <${Chips} label="Voor wie?" options=${["3A", "5B", "alle gezinnen"].map((one) => ({ value: one, text: one }))} chosen=${chosen} onToggle=${(/** @type {string} */ one) => setChosen([one])} /><//>`;
}

function Marks() {
  const audience = [{ name: "gezinnen van 3A", about: "Ouders en verzorgers van groep 3A", mark: "3A" }, { name: "juf Sanne", about: "Leerkracht" }];
  return html`<${Group} title="Avatar, ReaderLine, Ring, Icon"><div class="row">${NAMES.map((name) => html`<${Avatar} key=${name} name=${name} />`)}<${Avatars} names=${NAMES} /></div>
    <${ReaderLine} audience=${audience} /><div class="row"><${Ring} part=${0} whole=${27} label="0 van 27" /><${Ring} part=${24} whole=${27} label="24 van 27" /><${Ring} part=${27} whole=${27} label="27 van 27" /></div>
    <div class="row">${ICONS.map((name) => html`<${Icon} key=${name} name=${name} />`)}</div><//>`;
}

function States() {
  return html`<${Group} title="Banner, ErrorNote, Progress, Toast, Empty"><div><${Banner}><p>Gewoon</p><//><${Banner} kind="good"><p>Gelukt</p><//><${Banner} kind="care"><p>Let op</p><//>
    <${ErrorNote} error=${{ code: "unreachable" }} /></div><${Progress} done=${120} total=${240} label="120 van 240"><${Button} kind="secondary">Stoppen<//><//>
    <${Button} kind="secondary" onPress=${() => toast(t("news-deleted"), { action: t("close") })}>Toast<//><${Empty} title=${t("news-empty")} text=${t("news-empty-text")} /><//>`;
}

function Cards() {
  return html`<${Group} title="Post, Letter"><article class="card post unread"><div class="byline"><${Avatar} name="juf Sanne" small /><span>juf Sanne</span><span class="tag">Nieuw</span><span class="tag care">gewijzigd</span><span class="tag good">Gelezen</span></div>
      <h3><a href="#post">${LONG}</a></h3><p class="excerpt">Woensdag gaan we met de hele groep naar het bos.</p></article>
    <article class="letter"><h3>Je plek op Kring</h3><div class="carry"><${Qr} text="https://kring.example/join#6X5HQ453ZE0WZY75PKA1T15T2" label="Code om te scannen" /><p class="code">6X5HQ 453ZE 0WZY7 5PKA1 T15T2</p></div></article><//>`;
}

function Parts() {
  const root = document.documentElement;
  const [theme, setTheme] = useState("");
  const show = (/** @type {string} */ value) => {
    root.dataset.theme = value;
    setTheme(value);
  };
  void language.value;
  return html`<main id="main"><${Page} title="Alle onderdelen" wide><div class="stack"><div class="row">
    ${LANGUAGES.map((one) => html`<${Button} key=${one} kind="secondary" onPress=${() => loadLocale(one)}>${one}<//>`)}
    ${["light", "dark"].map((one) => html`<${Button} key=${one} kind=${theme === one ? "primary" : "secondary"} onPress=${() => show(one)}>${one}<//>`)}
    <${Button} kind="secondary" onPress=${() => (root.dir = root.dir === "rtl" ? "ltr" : "rtl")}>rtl<//></div>
    <${Buttons} /><${Fields} /><${Marks} /><${States} /><${Cards} /></div><//></main><${Toasts} />`;
}

await loadLocale();
render(html`<${Parts} />`, /** @type {HTMLElement} */ (document.getElementById("app")));
