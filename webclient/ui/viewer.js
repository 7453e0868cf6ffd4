/**
 * Pictures one by one over the whole screen: arrows, strokes, two taps, two fingers, a slide show. The browser's own dialog
 * keeps the focus inside and gives it back; nothing moves by itself unless somebody pressed Play.
 */
import { html } from "../lib/htm.js";
import { useEffect, useRef, useState } from "../lib/hooks.js";
import { Drawn } from "./drawn.js";
import { follow } from "./gestures.js";
import { Icon } from "./icon.js";
import { t } from "./locale.js";
import { useModal } from "./modal.js";
import { opened } from "./opened.js";
import { safeType, save } from "./save.js";
import { ErrorNote } from "./status.js";

const PAUSE = 5000;

/** `text`: what is to be seen, in words; `caption`: what stands under it. @typedef {{id: string, part: import("../sync/blobs.js").Part, text: string, caption?: string, about?: string}} Slide */
/** @typedef {import("./opened.js").Opened} Opened */

/**
 * `at`: which one; `onMove` is told of another; `actions`: more buttons, for the one that is shown; `onSaved` is told which was.
 * @param {{label: string, slides: Slide[], at: number, onMove: (at: number) => void, onClose: () => void, actions?: ((slide: Slide) => any) | null, mayDownload?: boolean, onSaved?: (slide: Slide) => unknown, from?: Opened}} props
 */
export function Viewer({ label, slides, at, onMove, onClose, actions = null, mayDownload = true, onSaved = () => undefined, from = opened }) {
  const dialog = useModal(onClose);
  const [playing, setPlaying] = useState(false);
  const [near, setNear] = useState(false);
  const stage = useRef(/** @type {HTMLElement | null} */ (null));
  const hand = useRef(/** @type {ReturnType<typeof follow> | null} */ (null));
  const step = (/** @type {number} */ by) => at + by >= 0 && at + by < slides.length && onMove(at + by);
  const now = useRef({ step });
  now.current = { step };
  const slide = slides[at];
  const { data, share, error, retry } = useWhole(slide, from);
  useEffect(() => {
    const picture = () => /** @type {HTMLElement | null} */ (stage.current?.querySelector("canvas") ?? null);
    hand.current = follow(/** @type {HTMLElement} */ (stage.current), { picture, onStep: (by) => (setPlaying(false), now.current.step(by)), onDown: () => dialog.current?.close(), onZoom: setNear });
    return hand.current.stop;
  }, []);
  useEffect(() => hand.current?.reset(), [at]);
  useEffect(() => {
    if (!playing || !data || isFilm(slide)) return;
    const timer = setTimeout(() => onMove((at + 1) % slides.length), PAUSE);
    return () => clearTimeout(timer);
  }, [playing, data, at]);
  const keys = (/** @type {KeyboardEvent} */ event) => onKey(event, { step, to: onMove, last: slides.length - 1, zoom: (factor) => hand.current?.zoom(factor), play: () => setPlaying(!playing) }) && setPlaying(false);
  return html`<dialog class=${`viewer ${near ? "near" : ""}`} ref=${dialog} aria-label=${label} onKeyDown=${keys}>
    <header><span class="figures" tabindex="-1" autofocus>${t("slide-of", { at: at + 1, count: slides.length })}</span>
      ${slides.length > 1 && html`<${Tool} icon=${playing ? "pause" : "play"} text=${t(playing ? "slides-pause" : "slides-play")} onPress=${() => setPlaying(!playing)} />`}
      <${Tool} icon=${near ? "whole" : "nearer"} text=${t(near ? "zoom-out" : "zoom-in")} onPress=${() => (near ? hand.current?.reset() : hand.current?.zoom(2.5))} />
      ${mayDownload && html`<${Tool} icon="download" text=${t("download")} off=${!data} onPress=${() => data && (save(data, slide.part.name ?? slide.text, slide.part.type), onSaved(slide))} />`}
      ${actions?.(slide)}<${Tool} icon="close" text=${t("close")} onPress=${() => dialog.current?.close()} /></header>
    <div class="stage" ref=${stage}><${Shown} key=${slide.id} slide=${slide} data=${data} from=${from} onEnded=${() => playing && step(1)} />
      ${!data && !error && html`<progress max="1" value=${share} aria-label=${t("working")}></progress>`}<${ErrorNote} error=${error} retry=${retry} />
      ${at > 0 && html`<${Tool} class="before" icon="back" text=${t("slide-before")} onPress=${() => (setPlaying(false), step(-1))} />`}
      ${at < slides.length - 1 && html`<${Tool} class="after" icon="forward" text=${t("slide-after")} onPress=${() => (setPlaying(false), step(1))} />`}</div>
    <footer aria-live=${playing ? "off" : "polite"}><p>${slide.caption || html`<span class="sr-only">${slide.text}</span>`}</p>${slide.about && html`<p class="small">${slide.about}</p>`}</footer></dialog>`;
}

/** @param {{icon: string, text: string, onPress: () => void, off?: boolean, class?: string}} props */
function Tool({ icon, text, onPress, off = false, class: more = "" }) {
  return html`<button type="button" class=${`tool ${more}`} aria-label=${text} title=${text} disabled=${off} onClick=${onPress}><${Icon} name=${icon} /></button>`;
}

/** The small one until the whole one is there. @param {{slide: Slide, data: Blob | null, from: Opened, onEnded: () => void}} props */
function Shown({ slide, data, from, onEnded }) {
  const [small, setSmall] = useState(/** @type {Blob | null} */ (null));
  const [broken, setBroken] = useState(false);
  useEffect(() => {
    if (slide.part.thumb) void from.small(slide.part.thumb).then(setSmall, () => undefined);
  }, [slide.id]);
  if (broken) return html`<${ErrorNote} error=${{ code: "not-shown" }} />`;
  if (data && isFilm(slide)) return html`<${Film} data=${data} slide=${slide} onEnded=${onEnded} />`;
  return html`<${Drawn} data=${data ?? small} label=${slide.text} onDrawn=${(/** @type {any} */ size) => setBroken(Boolean(data) && !size)} />`;
}

/** @param {{data: Blob, slide: Slide, onEnded: () => void}} props */
function Film({ data, slide, onEnded }) {
  const [address, setAddress] = useState("");
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([data], { type: safeType(slide.part.type) }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [data]);
  return address ? html`<video src=${address} controls autoplay playsinline aria-label=${slide.text} onEnded=${onEnded}></video>` : null;
}

/** The whole file of a slide, how far it is, and what went wrong; the next one is fetched as well. @param {Slide} slide @param {Opened} from */
function useWhole(slide, from) {
  const [state, setState] = useState({ id: "", data: /** @type {Blob | null} */ (null), share: 0, error: /** @type {any} */ (null) });
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let away = false;
    const set = (/** @type {any} */ more) => away || setState({ id: slide.id, data: null, share: 0, error: null, ...more });
    set({});
    from.whole(slide.part, (share) => set({ share })).then((data) => set({ data }), (error) => set({ error }));
    return () => void (away = true);
  }, [slide.id, tries]);
  const mine = state.id === slide.id ? state : { data: null, share: 0, error: null };
  return { ...mine, retry: () => setTries(tries + 1) };
}

/** @param {KeyboardEvent} event @param {{step: (by: number) => void, to: (at: number) => void, last: number, zoom: (factor: number) => void, play: () => void}} can @returns {boolean} whether it turned the page */
function onKey(event, { step, to, last, zoom, play }) {
  if (event.target instanceof HTMLVideoElement || event.ctrlKey || event.metaKey || event.altKey) return false;
  const forward = document.dir === "rtl" ? -1 : 1;
  const pages = /** @type {Record<string, (() => void) | undefined>} */ ({ ArrowRight: () => step(forward), ArrowLeft: () => step(-forward), PageDown: () => step(1), PageUp: () => step(-1), Home: () => to(0), End: () => to(last) });
  const others = /** @type {Record<string, (() => void) | undefined>} */ ({ "+": () => zoom(1.5), "=": () => zoom(1.5), "-": () => zoom(1 / 1.5), p: play });
  const run = pages[event.key] ?? others[event.key];
  if (run) event.preventDefault();
  run?.();
  return event.key in pages;
}

/** @param {Slide} slide */
function isFilm(slide) {
  return safeType(slide.part.type).startsWith("video/");
}
