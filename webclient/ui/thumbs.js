/**
 * Many small pictures: only the rows on the screen exist, and their pictures are opened when they come into view. One stop
 * of the Tab key; the arrows go from picture to picture. Places are set through the style's own properties, as rows come
 * and go faster than classes could be made for them (the content security policy forbids the attribute, not this).
 */
import { html } from "../lib/htm.js";
import { useEffect, useLayoutEffect, useRef, useState } from "../lib/hooks.js";
import { Drawn } from "./drawn.js";
import { Icon } from "./icon.js";
import { t } from "./locale.js";
import { opened } from "./opened.js";
import { isInView, layout, neighbour, rowsShown } from "./tiles.js";

/** `seconds`: of a film; `sign`: an icon over it, for what is to be seen about it. @typedef {{id: string, small?: import("../sync/blobs.js").Part, text: string, seconds?: number, sign?: string}} Thumb */
/** @typedef {import("./tiles.js").Layout} Layout */

/**
 * `chosen`: while pictures are being chosen, which are; `from`: who opens the small ones.
 * @param {{label: string, items: Thumb[], onOpen: (at: number) => void, chosen?: Set<string> | null, onChoose?: (id: string) => void, from?: import("./opened.js").Opened}} props
 */
export function Thumbs({ label, items, onOpen, chosen = null, onChoose = () => undefined, from = opened }) {
  const list = useRef(/** @type {HTMLUListElement | null} */ (null));
  const { plan, rows } = useRows(list, items.length);
  const [here, setHere] = useState(0);
  const moved = useRef(false);
  useLayoutEffect(() => {
    const tile = /** @type {HTMLElement | null | undefined} */ (moved.current ? list.current?.querySelector("[tabindex='0']") : null);
    tile?.focus({ preventScroll: true });
    moved.current = false;
  });
  const now = useRef((/** @type {number} */ _at) => {});
  now.current = (at) => (setHere(at), chosen ? onChoose(items[at].id) : onOpen(at));
  const keys = (/** @type {KeyboardEvent} */ event) => {
    const to = neighbour(event.key, here, items.length, plan.columns, document.dir === "rtl");
    if (to === null) return;
    event.preventDefault();
    moved.current = true;
    show(list.current, plan, to);
    setHere(to);
  };
  const shown = rows.flatMap((row) => Array.from({ length: plan.columns }, (_, column) => row * plan.columns + column)).filter((at) => at < items.length);
  const focus = Math.min(here, items.length - 1);
  if (plan.columns && focus >= 0 && !shown.includes(focus)) shown.push(focus); // the focus is never lost by scrolling
  return html`<ul class="thumbs" ref=${list} aria-label=${label} style=${{ blockSize: `${plan.height}px` }} onKeyDown=${keys}>
    ${useKept(shown, (at) => [items[at], plan.side, plan.columns, items.length, at === focus, chosen ? chosen.has(items[at].id) : null], (at) => html`<${Tile} key=${items[at].id}
      item=${items[at]} at=${at} count=${items.length} plan=${plan} focus=${at === focus} chosen=${chosen} from=${from} onPress=${(/** @type {number} */ one) => now.current(one)} />`)}</ul>`;
}

/** What did not change since it was last drawn is not drawn again: a row that comes costs a row, not a screen. @param {number[]} shown @param {(at: number) => any[]} about what a tile depends on @param {(at: number) => any} draw */
function useKept(shown, about, draw) {
  const kept = useRef(/** @type {Map<number, {about: any[], node: any}>} */ (new Map()));
  const next = new Map(shown.map((at) => {
    const [before, now] = [kept.current.get(at), about(at)];
    return [at, before?.about.every((one, index) => one === now[index]) ? before : { about: now, node: draw(at) }];
  }));
  kept.current = next;
  return [...next.values()].map((one) => one.node);
}

/** @param {{item: Thumb, at: number, count: number, plan: Layout, focus: boolean, chosen: Set<string> | null, from: import("./opened.js").Opened, onPress: (at: number) => void}} props */
function Tile({ item, at, count, plan, focus, chosen, from, onPress }) {
  const data = useSmall(item, from);
  const place = { inlineSize: `${plan.side}px`, blockSize: `${plan.side}px`, insetBlockStart: `${Math.floor(at / plan.columns) * plan.step}px`, insetInlineStart: `${(at % plan.columns) * plan.step}px` };
  const pressed = chosen ? (chosen.has(item.id) ? "true" : "false") : undefined;
  return html`<li style=${place} aria-posinset=${at + 1} aria-setsize=${count}><button type="button" class="tile" tabindex=${focus ? 0 : -1} aria-pressed=${pressed} onClick=${() => onPress(at)}><span class="sr-only">${item.text}</span>
    ${data ? html`<${Drawn} data=${data} />` : html`<${Icon} name=${item.small ? "picture" : "page"} size=${28} />`}
    ${item.seconds ? html`<span class="badge figures"><${Icon} name="play" size=${14} />${clock(item.seconds)}</span>` : null}
    ${item.sign && html`<span class="sign"><${Icon} name=${item.sign} size=${16} /></span>`}
    ${chosen && html`<span class="tick"><${Icon} name="check" size=${18} /></span>`}</button></li>`;
}

/** A small picture once it is there. @param {Thumb} item @param {import("./opened.js").Opened} from */
function useSmall({ small }, from) {
  const [data, setData] = useState(/** @type {Blob | null} */ (null));
  useEffect(() => {
    const away = new AbortController();
    if (small) void from.small(small, away.signal).then((found) => away.signal.aborted || setData(found), () => undefined);
    return () => away.abort();
  }, [small?.blob]);
  return data;
}

/** Which rows are on the screen, as it scrolls and turns. @param {{current: HTMLUListElement | null}} list @param {number} count */
function useRows(list, count) {
  const [state, setState] = useState({ plan: layout(0, count), rows: /** @type {number[]} */ ([]) });
  useLayoutEffect(() => {
    let asked = 0;
    const look = () => {
      asked = 0;
      const box = list.current?.getBoundingClientRect();
      if (!box) return;
      const plan = layout(box.width, count);
      const rows = rowsShown(plan, -box.top, innerHeight);
      setState((before) => (String(before.rows) === String(rows) && before.plan.side === plan.side && before.plan.height === plan.height ? before : { plan, rows }));
    };
    const soon = () => void (asked ||= requestAnimationFrame(look));
    const watch = new ResizeObserver(soon);
    if (list.current) watch.observe(list.current);
    addEventListener("scroll", soon, { passive: true, capture: true });
    addEventListener("resize", soon);
    look();
    return () => {
      cancelAnimationFrame(asked);
      watch.disconnect();
      removeEventListener("scroll", soon, { capture: true });
      removeEventListener("resize", soon);
    };
  }, [count]);
  return state;
}

/** Scroll as far as is needed to see one. @param {HTMLUListElement | null} list @param {Layout} plan @param {number} at */
function show(list, plan, at) {
  const top = (list?.getBoundingClientRect().top ?? 0) + Math.floor(at / plan.columns) * plan.step;
  if (!isInView(top, plan.side, innerHeight)) scrollBy(0, top - (innerHeight - plan.side) / 2);
}

/** @param {number} seconds */
function clock(seconds) {
  return `${Math.floor(seconds / 60)}:${String(Math.round(seconds % 60)).padStart(2, "0")}`;
}

/** While an album is on its way: the same places, empty. @param {{count?: number}} props */
export function ThumbBones({ count = 9 }) {
  return html`<div class="thumb-bones" role="status"><span class="sr-only">${t("working")}</span>${Array.from({ length: count }, (_, at) => html`<span key=${at} class="bone" aria-hidden="true"></span>`)}</div>`;
}
