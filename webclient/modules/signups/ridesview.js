/** Who drives whom: cars as one sees them from above, children who need a seat, and a list for on paper. */
import { html } from "../../lib/htm.js";
import { useState } from "../../lib/hooks.js";
import { Avatar } from "../../ui/avatar.js";
import { Button } from "../../ui/button.js";
import { carryOut } from "../../ui/carried.js";
import { Field } from "../../ui/field.js";
import { listed, t } from "../../ui/locale.js";
import { Page } from "../../ui/page.js";
import { session, version } from "../../ui/state.js";
import { Banner, Empty } from "../../ui/status.js";
import { directory } from "../groups/names.js";
import { refName } from "../messages/names.js";
import { CarPicture } from "./car.js";
import { form, heard, isOrganiser } from "./forms.js";
import { families, results } from "./model.js";
import { seatAll } from "./rules.js";
import { day } from "./when.js";
import { newId } from "./writing.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("./forms.js").Form} Form */
/** A car with whom its driver is. @typedef {{id: string, seats: number, child: string, driver: string, childseats: number, meet: string}} Car */

/** @param {{params: Record<string, string>}} props */
export function RidesView({ params }) {
  void version.value;
  const here = /** @type {Session} */ (session.value);
  const one = form(here, params.id);
  const asks = one?.questions.find((other) => other.kind === "drivers");
  if (!one || !asks || !isOrganiser(here, one)) return html`<${Page} title=${t("signup-gone")} back="/signups"><p>${t("signup-gone-text")}</p><//>`;
  const cars = carsOf(here, one, asks.id);
  return html`<${Page} title=${t("signup-rides")} back=${`/signups/${one.id}/results`} wide><div class="stack rides"><p><strong>${one.title}</strong>${one.when?.day && html` · ${day(one.when)}`}</p>
    ${cars.length ? html`<${Plan} here=${here} one=${one} asks=${asks.id} cars=${cars} />` : html`<${Empty} title=${t("signup-no-cars")} text=${t("signup-no-cars-text")} />`}</div><//>`;
}

/** @param {{here: Session, one: Form, asks: string, cars: Car[]}} props */
function Plan({ here, one, asks, cars }) {
  const riders = results(here, one).filter((row) => row.child && ["ride", "drive"].includes(row.values[asks])).map((row) => row.child);
  const [plan, setPlan] = useState(() => toldPlan(here, one, asks, cars));
  const [text, setText] = useState("");
  const [chosen, setChosen] = useState("");
  const names = new Map(families(here, one).map((family) => [family.child, family]));
  const first = (/** @type {string} */ child) => names.get(child)?.first ?? t("signup-somebody");
  const seated = new Set(Object.values(plan).flat());
  const open = riders.filter((child) => !seated.has(child));
  const move = (/** @type {string} */ child, /** @type {string} */ car) => {
    const without = Object.fromEntries(cars.map((other) => [other.id, (plan[other.id] ?? []).filter((rider) => rider !== child)]));
    setPlan(car ? { ...without, [car]: [...without[car], child] } : without);
    setChosen("");
  };
  const tell = async () => {
    const full = Object.fromEntries(cars.map((car) => [car.id, plan[car.id] ?? []]));
    const ids = Object.fromEntries([...cars.map((car) => car.id), ...riders].map((key) => [key, newId()]));
    await carryOut("signups.assign", { form: one.id, question: asks, cars: full, text: text.trim(), ids }, { done: t("signup-rides-told") });
  };
  return html`<section class="card stack"><div class="row between"><h2>${open.length ? t("signup-need-seat", { count: open.length }) : t("signup-all-seated")}</h2>
      ${open.length > 0 && html`<${Button} kind="secondary" class="no-print" onPress=${() => setPlan(seatAll(cars, riders))}>${t("signup-seat-all")}<//>`}</div>
      ${open.length > 0 && html`<div class="chips">${open.map((child) => html`<button type="button" class="chip" key=${child} aria-pressed=${chosen === child ? "true" : "false"} onClick=${() => setChosen(chosen === child ? "" : child)}>${first(child)}</button>`)}</div>`}
      ${chosen && html`<p role="status" class="no-print">${t("signup-choose-car", { name: first(chosen) })}</p>`}</section>
    <ul class="cars">${cars.map((car) => html`<li key=${car.id}><${CarCard} car=${car} riders=${plan[car.id] ?? []} first=${first} chosen=${chosen} move=${move} /></li>`)}</ul>
    <section class="card stack no-print"><${Field} label=${t("signup-rides-text")} hint=${t("signup-rides-text-hint")} value=${text} onInput=${setText} rows=${2} />
      <${Banner}><p>${t("signup-rides-who")}</p><//><div class="row"><${Button} big onPress=${tell}>${t("signup-rides-tell")}<//><${Button} kind="secondary" icon="print" onPress=${() => print()}>${t("print")}<//></div></section>`;
}

/** @param {{car: Car, riders: string[], first: (child: string) => string, chosen: string, move: (child: string, car: string) => void}} props */
function CarCard({ car, riders, first, chosen, move }) {
  const free = car.seats - riders.length;
  return html`<article class="card ride-card" aria-label=${t("signup-car-of", { driver: car.driver })}><${CarPicture} seats=${car.seats} names=${riders.map(first)} childseats=${car.childseats} driver=${car.driver} />
    <div class="stack-small"><h3>${car.driver}</h3><p class="muted small figures">${listed([t("signup-free", { count: free }), ...(car.childseats ? [t("signup-childseats-count", { count: car.childseats })] : [])])}${car.meet && html`<br />${t("signup-leaves-from", { place: car.meet })}`}</p>
      <ul class="riders">${riders.map((child) => html`<li key=${child}><span class="row"><${Avatar} name=${first(child)} small />${first(child)}</span><button type="button" class="as-link no-print" onClick=${() => move(child, "")}>${t("signup-out")}<span class="sr-only"> ${first(child)}</span></button></li>`)}</ul>
      ${chosen && free > 0 && html`<${Button} kind="secondary" onPress=${() => move(chosen, car.id)}>${t("signup-put-here", { name: first(chosen) })}<//>`}</div></article>`;
}

/** The cars that were offered and are needed. @param {Session} here @param {Form} one @param {string} asks @returns {Car[]} */
function carsOf(here, one, asks) {
  const known = directory(here);
  return results(here, one).flatMap((row) => row.places.filter((place) => place.question === asks && place.state === "taken").map((place) => ({
    id: place.id, seats: place.body.seats ?? place.count, child: row.child, childseats: place.body.childseats ?? 0, meet: place.body.meet ?? "",
    driver: place.body.name || refName(here, row.seat, known),
  })));
}

/** Who sits where, as it was told last. @param {Session} here @param {Form} one @param {string} asks @param {Car[]} cars @returns {Record<string, string[]>} */
function toldPlan(here, one, asks, cars) {
  const rides = heard(here, one, "ride").filter((item) => item.body.question === asks);
  return Object.fromEntries(cars.map((car) => {
    const place = here.replica.items.get(car.id);
    const driver = place?.body.seat || place?.head.seat;
    const told = rides.find((item) => item.body.driver === driver);
    return [car.id, (told?.body.passengers ?? []).map((/** @type {any} */ rider) => rider.child)];
  }));
}
