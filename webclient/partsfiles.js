/** The parts for files, with pictures that are made here: no school is needed to look at them. */
import { html } from "./lib/htm.js";
import { useState } from "./lib/hooks.js";
import { Button } from "./ui/button.js";
import { FilePart } from "./ui/filepart.js";
import { FilePicker } from "./ui/filepicker.js";
import { t } from "./ui/locale.js";
import { Opened } from "./ui/opened.js";
import { PICTURES, readyMedia, VIDEOS } from "./ui/pictures.js";
import { preparing, refused } from "./ui/sending.js";
import { sizeText } from "./ui/sizes.js";
import { toast, uploading, uploads } from "./ui/state.js";
import { ThumbBones, Thumbs } from "./ui/thumbs.js";
import { Viewer } from "./ui/viewer.js";

const COUNT = 24;
const CAPTIONS = ["Lente in het bos: Noor heeft een kikker gevonden, en Bram houdt hem heel voorzichtig vast.", "", "De hele groep"];
const PLAIN = { key: "", size: 1, chunks: 1, hash: "" };
const FILES = [
  { ...PLAIN, blob: "7", size: 412_300, type: "image/jpeg", name: "Kikker in het bos.jpg", thumb: { ...PLAIN, blob: "7", type: "image/webp" } },
  { ...PLAIN, blob: "pdf", size: 1_840_000, type: "application/pdf", name: "Schoolgids 2026-2027, vastgesteld door de medezeggenschapsraad.pdf" },
  { ...PLAIN, blob: "sheet", size: 18_200, type: "application/vnd.oasis.opendocument.spreadsheet", name: "Roostervoorstel.ods" },
];
/** @type {any[]} */
const SLIDES = Array.from({ length: COUNT }, (_, at) => ({
  id: String(at), text: `Foto ${at + 1} van het schoolreisje`, caption: CAPTIONS[at % 3], about: "juf Sanne · 24 november",
  part: { ...PLAIN, blob: String(at), type: "image/jpeg", name: `schoolreisje-${at + 1}.jpg`, thumb: { ...PLAIN, blob: String(at), type: "image/webp" } },
}));
const THUMBS = SLIDES.map((slide, at) => ({ id: slide.id, small: at === 5 ? undefined : slide.part.thumb, text: slide.text, seconds: at === 3 ? 42 : 0, sign: at === 4 ? "alert" : "" }));
const ROW = { upload: { id: "1", circle: "", then: { type: "", data: 0 }, time: 0, parts: [FILES[0]] }, size: 412_300, sent: new Map([["7", 206_000]]), error: null, stop: null };
const QUEUE = { rows: [ROW, { ...ROW, upload: { ...ROW.upload, id: "2", parts: [FILES[1], FILES[2]] }, sent: new Map(), error: { code: "blob-too-large" } }], pause: () => show("paused"), resume: () => show("sending"), cancel: () => show("") };

/** A hill, a sun, another colour each. @type {import("./ui/opened.js").Open} */
async function paint({ blob }) {
  const canvas = new OffscreenCanvas(1200, Number(blob) % 3 === 1 ? 1600 : 900);
  const pen = /** @type {OffscreenCanvasRenderingContext2D} */ (canvas.getContext("2d"));
  const hue = (Number(blob) || 0) * 47;
  for (const [colour, run] of /** @type {[string, () => void][]} */ ([[`hsl(${hue} 55% 80%)`, () => pen.fillRect(0, 0, 1200, 1600)], ["hsl(42 87% 62%)", () => pen.arc(860, 260, 120, 0, 7)], [`hsl(${hue + 90} 35% 45%)`, () => pen.ellipse(400, canvas.height + 60, 900, 420, 0, 0, 7)]])) {
    pen.fillStyle = colour;
    pen.beginPath();
    run();
    pen.fill();
  }
  return canvas.convertToBlob({ type: "image/jpeg", quality: 0.8 });
}

/** @param {string} state */
function show(state) {
  uploading.value = { files: 60, done: 12, failed: 1, size: 40e6, sent: 13.6e6, state };
  uploads.value = state ? /** @type {any} */ (QUEUE) : null;
}

const from = new Opened(paint);

export function Files() {
  const [at, setAt] = useState(-1);
  const [chosen, setChosen] = useState(/** @type {Set<string> | null} */ (null));
  const choose = (/** @type {string} */ id) => setChosen((before) => new Set(before?.has(id) ? [...before].filter((one) => one !== id) : [...(before ?? []), id]));
  const take = async (/** @type {File[]} */ files) => {
    for (const file of files) await readyMedia(file).then((made) => toast(`${made.name}: ${made.width} × ${made.height}, ${sizeText(made.data.size)}`), (error) => (refused.value = [...refused.value, { name: file.name, error }]));
  };
  return html`<${FilePicker} text=${t("photos-drop")} choose=${t("choose-photos")} hint=${t("photos-hint")} accept=${`${PICTURES},${VIDEOS}`} camera onFiles=${take} />
    <div class="row">${["sending", "waiting", "paused", "failed", ""].map((state) => html`<${Button} key=${state} kind="quiet" onPress=${() => show(state)}>${state || "klaar"}<//>`)}
      <${Button} kind="quiet" onPress=${() => (preparing.value = preparing.value.total ? { done: 0, total: 0 } : { done: 11, total: 60 })}>klaarmaken<//>
      <${Button} kind="quiet" onPress=${() => (refused.value = [{ name: "IMG_2043.HEIC", error: { code: "picture-heic" } }])}>geweigerd<//>
      <${Button} kind="quiet" onPress=${() => setChosen(chosen ? null : new Set(["1"]))}>kiezen<//></div>
    <${Thumbs} label="Foto's van het schoolreisje" items=${THUMBS} onOpen=${setAt} chosen=${chosen} onChoose=${choose} from=${from} />
    ${at >= 0 && html`<${Viewer} label="Foto's van het schoolreisje" slides=${SLIDES} at=${at} onMove=${setAt} onClose=${() => setAt(-1)} from=${from} />`}
    ${FILES.map((part) => html`<${FilePart} key=${part.blob} part=${part} about="juf Sanne" from=${from} />`)}<${ThumbBones} count=${3} />`;
}
