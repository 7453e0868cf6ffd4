/**
 * A frame on a picture, and what is done with what is inside: drawn over in a few large fields of one colour each, so that
 * nobody can make it out again, or kept as all that is left. Pure but for the canvas that comes in.
 */

/** In pixels of the picture. @typedef {{x: number, y: number, width: number, height: number}} Frame */

/** How many fields lie on the longer side of what is made unrecognizable. */
const FIELDS = 5;
const SMALLEST = 16;

/** A frame in the middle to begin with. @param {{width: number, height: number}} picture @returns {Frame} */
export function middle({ width, height }) {
  return fitted({ x: width / 3, y: height / 3, width: width / 3, height: height / 3 }, { width, height });
}

/** From one corner to another, wherever they are. @param {{x: number, y: number}} from @param {{x: number, y: number}} to @param {{width: number, height: number}} picture @returns {Frame} */
export function between(from, to, picture) {
  const [x, y] = [Math.min(from.x, to.x), Math.min(from.y, to.y)];
  return fitted({ x, y, width: Math.abs(to.x - from.x), height: Math.abs(to.y - from.y) }, picture);
}

/** What an arrow does to a frame: moves it, or with `grows` changes its size; null for another key. @param {string} key @param {boolean} grows @param {Frame} frame @param {{width: number, height: number}} picture @returns {Frame | null} */
export function moved(key, grows, frame, picture) {
  const step = Math.max(1, Math.round(Math.max(picture.width, picture.height) / 50));
  const by = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] }[key];
  if (!by) return null;
  const [x, y] = by;
  return fitted(grows ? { ...frame, width: frame.width + x, height: frame.height + y } : { ...frame, x: frame.x + x, y: frame.y + y }, picture);
}

/** Inside the picture, in whole pixels. @param {Frame} frame @param {{width: number, height: number}} picture @returns {Frame} */
export function fitted(frame, picture) {
  const width = Math.round(Math.min(Math.max(frame.width, SMALLEST), picture.width));
  const height = Math.round(Math.min(Math.max(frame.height, SMALLEST), picture.height));
  const x = Math.round(Math.min(Math.max(frame.x, 0), picture.width - width));
  const y = Math.round(Math.min(Math.max(frame.y, 0), picture.height - height));
  return { x, y, width, height };
}

/** The fields that a frame is drawn over with. @param {Frame} frame @returns {Frame[]} */
export function fields(frame) {
  const side = Math.max(1, Math.ceil(Math.max(frame.width, frame.height) / FIELDS));
  const found = [];
  for (let y = frame.y; y < frame.y + frame.height; y += side)
    for (let x = frame.x; x < frame.x + frame.width; x += side)
      found.push({ x, y, width: Math.min(side, frame.x + frame.width - x), height: Math.min(side, frame.y + frame.height - y) });
  return found;
}

/** Draw over what is in a frame: each field in the colour that is its middle. @param {CanvasRenderingContext2D} context @param {Frame} frame */
export function blur(context, frame) {
  for (const { x, y, width, height } of fields(frame)) {
    const [red, green, blue] = colour(context.getImageData(x, y, width, height).data);
    context.fillStyle = `rgb(${red} ${green} ${blue})`;
    context.fillRect(x, y, width, height);
  }
}

/** The middle of all colours. @param {Uint8ClampedArray} data @returns {number[]} */
function colour(data) {
  const sum = [0, 0, 0];
  for (let at = 0; at < data.length; at += 4) for (const part of [0, 1, 2]) sum[part] += data[at + part];
  return sum.map((part) => Math.round((part / data.length) * 4));
}
