/** A takeout of another school is taken in here, on the family's word: by its guardian or the office. The same as in `sync/client/dossiers.py`. */
import { html } from "../../lib/htm.js";
import { useState } from "../../lib/hooks.js";
import { begin, put, seal } from "../../sync/blobs.js";
import { Refused } from "../../sync/errors.js";
import { Button } from "../../ui/button.js";
import { Choice } from "../../ui/choice.js";
import { t } from "../../ui/locale.js";
import { toast, version } from "../../ui/state.js";
import { ErrorNote } from "../../ui/status.js";
import { unzip } from "../../ui/unzip.js";
import { children, ownChildren } from "../people/model.js";
import { bring } from "./handing.js";
import { FORMAT, VERSION } from "./takeout.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {{body: Record<string, any>, files: Map<string, Blob>}} Opened */

const BYTES = "application/octet-stream";
/** How many children are offered: whoever is in the office of a large school finds the others at the child. */
const MOST = 40;

/** `kring.json` and the files of a takeout; throws Refused `not-a-takeout`. @param {Blob} zip @returns {Promise<Opened>} */
export async function openTakeout(zip) {
  const files = await unzip(zip);
  const text = await files.get("kring.json")?.text();
  const body = JSON.parse(text ?? "null");
  if (body?.format !== FORMAT || body.version !== VERSION || !Array.isArray(body.children)) throw new Refused("not-a-takeout");
  return { body, files };
}

/** Put what a takeout holds of a child (the `at`-th in it) into its circle here. @param {Session} session @param {string} child @param {Opened} opened @param {number} at @param {string} title */
export async function takeInFile(session, child, { body, files }, at, title) {
  const one = body.children[at];
  const sent = async (/** @type {string} */ name) => upload(session, child, files.get(name), name.slice(name.indexOf(" ") + 1));
  const talks = [];
  for (const { day, text, files: names } of one.talks) talks.push({ day, text, files: await inTurn(names, sent) });
  const book = [];
  for (const { title: said, text, book: inside, made, file } of one.book) book.push({ title: said, text, book: inside, made, file: await sent(file) });
  const from = { name: body.school.name, host: body.school.host, root: "" };
  await bring(session, child, { from, state: "own", dossier: "", talks, absences: {}, first_day: "" }, book, title);
}

/** @param {string[]} names @param {(name: string) => Promise<any>} run */
async function inTurn(names, run) {
  const found = [];
  for (const name of names) found.push(await run(name));
  return found;
}

/** @param {Session} session @param {string} circle @param {Blob | undefined} data @param {string} name */
async function upload(session, circle, data, name) {
  if (!data) throw new Refused("not-a-takeout");
  /** @type {Uint8Array[]} */
  const pieces = [];
  const part = await seal(data, BYTES, async (_, __, piece) => void pieces.push(piece));
  const size = pieces.reduce((sum, piece) => sum + piece.length, 0);
  await begin(part.blob, circle, size, session.wire);
  for (let at = 0, index = 0; at < size; at += pieces[index++].length) await put(part.blob, at, pieces[index], undefined, session.wire);
  return { ...part, name };
}

/** @param {{here: Session}} props */
export function TakeInFile({ here }) {
  void version.value;
  const office = here.roles().has("office");
  const all = office ? children(here) : ownChildren(here);
  const [opened, setOpened] = useState(/** @type {Opened | null} */ (null));
  const [error, setError] = useState(/** @type {unknown} */ (null));
  const [chosen, setChosen] = useState({ at: "0", child: "" });
  const [round, setRound] = useState(0);
  if (!all.length) return null;
  const pick = async (/** @type {any} */ event) => {
    setError(null);
    await openTakeout(event.target.files[0]).then(setOpened, () => setError({ code: "not-a-takeout" }));
  };
  const child = chosen.child || all.find((one) => one.first === opened?.body.children[Number(chosen.at)]?.first)?.circle || all[0].circle;
  const nameOf = (/** @type {string} */ circle) => all.find((one) => one.circle === circle)?.first ?? "";
  const take = async () => {
    if (!opened) return;
    const { name, host } = opened.body.school;
    try {
      await takeInFile(here, child, opened, Number(chosen.at), t("move-book", { school: name || host }));
      setOpened(null);
      setRound(round + 1);
      toast(t("move-taken", { child: nameOf(child) }));
    } catch (problem) {
      setError(problem);
    }
  };
  return html`<details class="card moving-file"><summary>${t("move-in-file")}</summary><div class="stack"><p>${t("move-in-file-text")}</p>
    <label class="field"><span>${t("move-in-file-label")}</span><input key=${round} type="file" accept=".zip,application/zip" class="input" onChange=${pick} /></label><${ErrorNote} error=${error} />
    ${opened && html`${opened.body.children.length > 1 && html`<${Choice} label=${t("move-in-which")} options=${opened.body.children.map((/** @type {any} */ one, /** @type {number} */ at) => ({ value: String(at), text: String(one.first) }))} chosen=${chosen.at} onChoose=${(/** @type {string} */ at) => setChosen({ at, child: "" })} />`}
      ${all.length > 1 && html`<${Choice} label=${t("move-in-for")} options=${all.slice(0, MOST).map((one) => ({ value: one.circle, text: one.name }))} chosen=${child} onChoose=${(/** @type {string} */ one) => setChosen({ ...chosen, child: one })} />`}
      <p class="row"><${Button} onPress=${take}>${t("move-take", { child: nameOf(child) })}<//></p>`}</div></details>`;
}
