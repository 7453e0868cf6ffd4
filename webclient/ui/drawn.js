/**
 * Somebody else's picture, drawn: decoded to pixels and put on a canvas, so that no address of ours ever holds the file,
 * and what is no picture (a page, a script, an SVG) shows nothing at all.
 */
import { html } from "../lib/htm.js";
import { useEffect, useRef } from "../lib/hooks.js";

/** `label`: what is seen, "" where words stand beside it. @param {{data: Blob | null, label?: string, onDrawn?: (size: {width: number, height: number} | null) => void}} props `onDrawn`: null if it is no picture */
export function Drawn({ data, label = "", onDrawn }) {
  const canvas = useRef(/** @type {HTMLCanvasElement | null} */ (null));
  useEffect(() => {
    const state = { gone: false };
    if (data) void draw(data, canvas.current, state).then((size) => state.gone || onDrawn?.(size));
    return () => void (state.gone = true);
  }, [data]);
  return html`<canvas ref=${canvas} class="drawn" width="1" height="1" role=${label ? "img" : undefined} aria-label=${label || undefined} aria-hidden=${label ? undefined : "true"}></canvas>`;
}

/** @param {Blob} data @param {HTMLCanvasElement | null} canvas @param {{gone: boolean}} state */
async function draw(data, canvas, state) {
  const picture = await createImageBitmap(data, { imageOrientation: "from-image" }).catch(() => null);
  if (!picture || !canvas || state.gone) return picture?.close(), null;
  const { width, height } = picture;
  Object.assign(canvas, { width, height });
  canvas.getContext("bitmaprenderer")?.transferFromImageBitmap(picture);
  return { width, height };
}
