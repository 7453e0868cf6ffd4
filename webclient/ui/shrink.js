/**
 * A picture made small: decoded the right way up, drawn, and written anew. What the camera wrote beside it (place, device,
 * time) is gone because only the pixels are drawn. Runs in a worker or in a page: whoever calls brings the canvas.
 */
import { Refused } from "../sync/errors.js";

/** The longest side in pixels: on any screen as sharp as it can be, a tenth of the bytes. */
export const LONGEST = 2048;
export const SMALL = 320;
const FULL_QUALITY = 0.84;
const SMALL_QUALITY = 0.72;
const MOST_PIXELS = 120_000_000;

/** @typedef {{data: Blob, width: number, height: number}} Drawn */
/** Where to draw, and how to get the file. @typedef {{canvas: any, toBlob: (type: string, quality: number) => Promise<Blob>}} Sheet */
/** @typedef {(width: number, height: number) => Sheet} MakeSheet */

/** A picture and its thumbnail; throws Refused `picture-unknown`, `picture-too-large`. @param {Blob} file @param {MakeSheet} sheet @returns {Promise<{full: Drawn, small: Drawn}>} */
export async function shrink(file, sheet) {
  const image = await createImageBitmap(file, { imageOrientation: "from-image" }).catch(() => {
    throw new Refused("picture-unknown");
  });
  try {
    if (image.width * image.height > MOST_PIXELS) throw new Refused("picture-too-large");
    return await drawn(image, sheet);
  } finally {
    image.close();
  }
}

/** What is seen now (a picture, a frame of a video) and its thumbnail. @param {any} source with width and height @param {MakeSheet} sheet */
export async function drawn(source, sheet) {
  const [width, height] = fitted(source.width, source.height, LONGEST);
  const full = drawOn(sheet(width, height), source, width, height);
  const [smallWidth, smallHeight] = fitted(width, height, SMALL);
  const small = drawOn(sheet(smallWidth, smallHeight), full.canvas, smallWidth, smallHeight);
  return {
    full: { data: await full.toBlob("image/jpeg", FULL_QUALITY), width, height },
    small: { data: await small.toBlob("image/webp", SMALL_QUALITY), width: smallWidth, height: smallHeight },
  };
}

/** The size with this longest side, never larger than it was. @param {number} width @param {number} height @param {number} longest @returns {[number, number]} */
export function fitted(width, height, longest) {
  const share = Math.min(1, longest / Math.max(width, height));
  return [Math.max(1, Math.round(width * share)), Math.max(1, Math.round(height * share))];
}

/** On white, as JPEG knows no holes. @param {Sheet} sheet @param {any} source @param {number} width @param {number} height */
function drawOn(sheet, source, width, height) {
  const context = sheet.canvas.getContext("2d");
  context.fillStyle = "#fff";
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = "high";
  context.drawImage(source, 0, 0, width, height);
  return sheet;
}

/** A canvas that no page shows. @type {MakeSheet} */
export function offscreen(width, height) {
  const canvas = new OffscreenCanvas(width, height);
  return { canvas, toBlob: (type, quality) => canvas.convertToBlob({ type, quality }) };
}
