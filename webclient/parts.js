/** Every part in every state, light and dark, in both languages and right to left: look here before changing one. */
import { html } from "./lib/htm.js";
import { useState } from "./lib/hooks.js";
import { render } from "./lib/preact.js";
import { Files } from "./partsfiles.js";
import { Around } from "./ui/around.js";
import { Avatar, Avatars } from "./ui/avatar.js";
import { Button, ButtonLink } from "./ui/button.js";
import { Choice, Choices, Switch } from "./ui/choice.js";
import { FileDrop } from "./ui/drop.js";
import { Check, Chips, Field } from "./ui/field.js";
import { Icon, ICONS } from "./ui/icon.js";
import { Beside, List, ListItem } from "./ui/list.js";
import { language, LANGUAGES, loadLocale, t } from "./ui/locale.js";
import { Menu } from "./ui/menu.js";
import { Page } from "./ui/page.js";
import { PrintSheet } from "./ui/paper.js";
import { Qr } from "./ui/qr.js";
import { ReaderLine } from "./ui/readers.js";
import { SearchBox } from "./ui/search.js";
import { Sheet } from "./ui/sheet.js";
import { Shell } from "./ui/shell.js";
import { SkeletonCards } from "./ui/skeleton.js";
import { online, school, toast } from "./ui/state.js";
import { Banner, Empty, ErrorNote, Progress, Ring } from "./ui/status.js";
import { Stepper } from "./ui/stepper.js";
import { Table } from "./ui/table.js";
import { Tabs } from "./ui/tabs.js";

const NAMES = ["Noor", "Bram", "Mila", "Sem", "Yara", "Daan", "juf Sanne", "meester Tom", "3A", "5B", "Łucja", "Şahin"];
const LONG = "Overblijfcoördinatorenvergadering over de schoolkeuzevoorlichtingsavond";
const PLACES = [{ name: "today", icon: "today", href: "/parts.html" }, { name: "news", icon: "news", href: "/#news", count: () => 4 }, { name: "messages", icon: "messages", href: "/#messages", count: () => 120 },
  { name: "calendar", icon: "calendar", href: "/#calendar" }, { name: "more", icon: "more", href: "/#more" }];
const CLASS = [{ name: "gezinnen van 3A", about: "Ouders en verzorgers van groep 3A", mark: "3A" }, { name: "leerkrachten 3A", about: "Juf Sanne en meester Tom" }, { name: "kantoor", about: "Directie en administratie" }];
const MANY = async () => Array.from({ length: 200 }, (_, at) => ({ name: `${NAMES[at % 6]} de Vries-Oosterhuis ${at + 1}`, about: "Bij Noor van Dam" }));
const ROWS = [{ name: "Anna de Vries", child: "Noor van Dam", state: "doet mee", seen: 12 }, { name: "Jeroen Smit", child: "Daan Smit", state: "brief klaar", seen: 0 }, { name: LONG, child: "Mila el Amrani-van der Zwaluw", state: "verlopen", seen: 1204 }];
const COLUMNS = [{ key: "name", text: "Naam" }, { key: "child", text: "Kind" }, { key: "state", text: "Stand" }, { key: "seen", text: "Gelezen", end: true }];

/** @param {{title: string, children?: any}} props */
function Group({ title, children }) {
  return html`<section class="card stack" aria-label=${title}><h2>${title}</h2>${children}</section>`;
}

function Buttons() {
  return html`<${Group} title="Button, Menu"><div class="row"><${Button}>Meld Daan ziek<//><${Button} kind="secondary" icon="print">Druk af<//><${Button} kind="quiet">Wijzigen<//>
    <${Button} kind="danger" icon="bin">Verwijderen<//><${Button} busy>Even geduld…<//><${Button} disabled>Verder<//><${Button} big icon="plus">Nieuws schrijven<//><${ButtonLink} href="#link" kind="secondary">Als link<//>
    <${Menu} items=${[{ text: "Wijzigen", icon: "edit", run: () => toast("Wijzigen") }, { text: "Vastzetten", icon: "pin", run: () => toast("Vastgezet") }, { text: "Verwijderen", icon: "bin", danger: true, run: () => toast("Verwijderd") }]} /></div><//>`;
}

function Fields() {
  const [value, setValue] = useState("");
  const [code, setCode] = useState("");
  const [day, setDay] = useState("2026-11-27");
  return html`<${Group} title="Field, SearchBox"><${Field} label="Inlognaam" hint="Kies een naam die je onthoudt." value=${value} onInput=${setValue} />
    <${Field} label="Wachtwoord" type="password" value="geheim" onInput=${setValue} error="Dit wachtwoord is te kort: kies er een van ten minste 10 tekens." />
    <${Field} label="Code van de brief" hint="Vijf groepjes van vijf tekens." token value=${code} onInput=${setCode} /><${Field} label="Bericht" rows=${3} value=${LONG} onInput=${setValue} />
    <div class="row"><${Field} label="Dag" type="date" value=${day} onInput=${setDay} /><${Field} label="Tijd" type="time" value="08:30" onInput=${setDay} /></div>
    <${SearchBox} label="Zoek een kind of een groep" value="" onInput=${() => undefined} /><//>`;
}

function Chosen() {
  const [one, setOne] = useState("ziek");
  const [some, setSome] = useState(["3A"]);
  const [on, setOn] = useState(true);
  const groups = ["3A", "5B", "alle gezinnen", LONG].map((value) => ({ value, text: value }));
  return html`<${Group} title="Choice, Choices, Chips, Switch"><${Choice} label="Wat is er?" chosen=${one} onChoose=${setOne}
      options=${[{ value: "ziek", text: "Ziek", hint: "De juf en het kantoor zien waarom." }, { value: "dokter", text: "Dokter of tandarts" }, { value: "verlof", text: "Verlof", hint: "Kan pas na goedkeuring.", disabled: true }]} />
    <${Choices} label="Welke groepen?" chosen=${some} onChange=${setSome} options=${groups.slice(0, 2)} />
    <${Chips} label="Voor wie?" options=${groups} chosen=${some} onToggle=${(/** @type {string} */ group) => setSome([group])} />
    <${Check} label="Vraag of iedereen het gelezen heeft" hint="Ouders tikken op Gelezen." checked=${on} onChange=${setOn} />
    <${Switch} label="Meldingen van nieuws" hint="Niet tussen 19.00 en 7.30 uur." on=${on} onChange=${setOn} /><${Switch} label="Overblijf" on=${!on} onChange=${() => setOn(!on)} /><//>`;
}

function Marks() {
  return html`<${Group} title="Avatar, Ring, Around, Icon"><div class="row">${NAMES.map((name) => html`<${Avatar} key=${name} name=${name} />`)}</div>
    <div class="row"><${Avatar} name="Noor" small /><${Avatar} name="Noor" /><${Avatar} name="Noor" large /><${Avatars} names=${["3A", "juf Sanne", "kantoor"]} /><${Avatars} names=${NAMES} /></div>
    <div class="row"><${Ring} part=${0} whole=${27} label="0 van 27" /><${Ring} part=${24} whole=${27} label="24 van 27" /><${Ring} part=${27} whole=${27} label="27 van 27" /></div>
    <div class="row"><${Around} marks=${["Noor", "juf Sanne"]} note /><${Around} marks=${NAMES} /><${Around} free=${7} /></div>
    <div class="row">${ICONS.map((name) => html`<${Icon} key=${name} name=${name} />`)}</div><//>`;
}

function Readers() {
  return html`<${Group} title="ReaderLine, WhoSeesThis"><${ReaderLine} audience=${CLASS} ask=${MANY} /><${ReaderLine} audience=${[{ name: "jijzelf", about: "Je bent aangemeld als Anna" }, { name: "juf Sanne", about: "Leerkracht van 3A" }]} />
    <${ReaderLine} audience=${NAMES.map((name) => ({ name, about: "Groep 3A" }))} /><//>`;
}

function States() {
  return html`<${Group} title="Banner, ErrorNote, Progress, Toast"><${Banner}><p>Vrijdag is er studiedag.</p><//><${Banner} kind="good"><p>De brieven zijn klaar.</p><//>
    <${Banner} kind="care"><p><strong>Studiedag op vrijdag</strong><br />De school vraagt of je dit hebt gelezen.</p><${Button} kind="secondary">Lezen<//><//>
    <${ErrorNote} error=${{ code: "unreachable" }} retry=${() => toast("Nog eens")} /><${ErrorNote} error=${{ code: "code-group", group: 3 }} />
    <${Progress} done=${120} total=${240} label="120 van 240 kinderen"><${Button} kind="secondary">Stoppen<//><//><${Progress} done=${0} total=${240} label="0 van 240 kinderen"><${Button} kind="secondary">Ga verder<//><//>
    <div class="row"><${Button} kind="secondary" onPress=${() => toast("Bericht verwijderd", { action: "Maak ongedaan", run: () => toast("Het staat er weer") })}>Laat een melding zien<//>
      <${Button} kind="quiet" onPress=${() => (online.value = !online.value)}>Zonder verbinding<//></div><//>`;
}

function Steps() {
  const [open, setOpen] = useState(false);
  return html`<${Group} title="Stepper, Tabs, Sheet, FileDrop"><${Stepper} label="Meedoen" steps=${["Brief", "Account", "Herstelblad"]} at=${1} />
    <${Tabs} label="Voorbeeld" tabs=${[{ text: "Overzicht", href: "/" }, { text: "Leerlingen inlezen", href: "/parts.html" }, { text: "Brieven", href: "/#letters", count: 12 }]} />
    <p><${Button} kind="secondary" onPress=${() => setOpen(true)}>Open een blad<//></p>${open && html`<${Sheet} title="Daan beter melden?" onClose=${() => setOpen(false)} actions=${html`<${Button} onPress=${() => setOpen(false)}>Meld Daan beter<//>`}><p>Juf Sanne ziet dat Daan morgen weer komt.</p><//>`}
    <${FileDrop} text="Sleep het leerlingbestand hierheen, of" choose="Kies een bestand" onFiles=${(/** @type {File[]} */ files) => toast(files[0].name)} /><//>`;
}

function Lists() {
  const list = html`<${List} label="Berichten"><${ListItem} mark="juf Sanne" title="juf Sanne" about="Morgen graag gymschoenen mee" aside="08:12" unread href="#1" /><${ListItem} mark="Mila" title=${LONG} about=${LONG} aside="gisteren" href="#2" here /><${ListItem} mark="5B" title="Ouders 5B" about="Wie rijdt er mee?" aside="ma" href="#3" /><//>`;
  return html`<${Group} title="List, ListItem, Beside, Table"><${Beside} list=${list} detail=${html`<article class="stack"><h3>${LONG}</h3><div class="prose">Woensdag gaan we met de hele groep naar het bos.</div><${ReaderLine} audience=${CLASS} /></article>`} />
    <${Table} caption="Wie doet er mee?" columns=${COLUMNS} rows=${ROWS} rowKey=${(/** @type {any} */ row) => row.name} cell=${(/** @type {any} */ row, /** @type {string} */ key) => (key === "state" ? html`<span class="tag good">${row.state}</span>` : row[key])} /><//>`;
}

function Cards() {
  return html`<${Group} title="Card, Skeleton, Empty, PrintSheet"><article class="card post unread"><div class="byline"><${Avatar} name="juf Sanne" small /><span>juf Sanne</span><span class="tag">Nieuw</span><span class="tag care">gewijzigd</span><span class="tag good">Gelezen</span></div>
      <h3><a href="#post">${LONG}</a></h3><p class="excerpt">Woensdag gaan we met de hele groep naar het bos.</p><${ReaderLine} audience=${CLASS} /></article><${SkeletonCards} count=${1} />
    <${Empty} title=${t("news-empty")} text=${t("news-empty-text")}><${Button} icon="plus">${t("news-new")}<//><//>
    <${PrintSheet} school="De Regenboog" date="24 november 2026" title=${t("letter-title")} foot=${t("letter-lost")}><p><strong>Voor Anna de Vries, bij Noor van Dam (3A)</strong></p><p>${t("letter-why")}</p>
      <div class="carry"><${Qr} text="https://kring.example/join#6X5HQ453ZE0WZY75PKA1T15T2" label=${t("qr-label")} /><p class="code">6X5HQ 453ZE 0WZY7 5PKA1 T15T2</p></div><//><//>`;
}

function Switches() {
  const root = document.documentElement;
  const [theme, setTheme] = useState("");
  const show = (/** @type {string} */ value) => {
    root.dataset.theme = value;
    setTheme(value);
  };
  return html`<div class="row no-print">${LANGUAGES.map((one) => html`<${Button} key=${one} kind="secondary" onPress=${() => loadLocale(one)}>${one}<//>`)}
    ${["light", "dark"].map((one) => html`<${Button} key=${one} kind=${theme === one ? "primary" : "secondary"} onPress=${() => show(one)}>${one}<//>`)}
    <${Button} kind="secondary" onPress=${() => (root.dir = root.dir === "rtl" ? "ltr" : "rtl")}>rtl<//></div>`;
}

function Parts() {
  void language.value;
  return html`<${Shell} places=${PLACES}><${Page} title="Alle onderdelen" wide><div class="stack"><${Switches} /><${Readers} /><${Buttons} /><${Fields} /><${Chosen} /><${Marks} /><${States} /><${Steps} /><${Lists} /><${Cards} /><${Group} title="FilePicker, Thumbs, Viewer, FilePart"><${Files} /><//></div><//><//>`;
}

school.value = { name: "De Regenboog", host: "", founded: true };
await loadLocale();
render(html`<${Parts} />`, /** @type {HTMLElement} */ (document.getElementById("app")));
