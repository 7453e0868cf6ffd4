/** QR codes: drawn as one SVG path, and read with the camera. */
import { html } from "../lib/htm.js";
import { useEffect, useRef, useState } from "../lib/hooks.js";
import { encode } from "../lib/qr.js";
import { t } from "./locale.js";

/** @param {{text: string, label: string}} props */
export function Qr({ text, label }) {
  const { data, size } = encode(text, { ecc: "M", border: 2 });
  const path = data.flatMap((row, y) => row.map((on, x) => (on ? `M${x} ${y}h1v1h-1z` : ""))).join("");
  return html`<svg class="qr" viewBox=${`0 0 ${size} ${size}`} role="img" aria-label=${label} shape-rendering="crispEdges"><path d=${path} fill="#000" /></svg>`;
}

/** The camera, until it saw a code. @param {{onCode: (text: string) => void, onFail: () => void}} props */
export function Scanner({ onCode, onFail }) {
  const video = useRef(/** @type {HTMLVideoElement | null} */ (null));
  const [ready, setReady] = useState(false);
  useEffect(() => {
    const watching = { on: true, stream: /** @type {MediaStream | null} */ (null) };
    void watch(watching, video, onCode, () => setReady(true)).catch(onFail);
    return () => {
      watching.on = false;
      watching.stream?.getTracks().forEach((track) => track.stop());
    };
  }, []);
  return html`<video class="scan" ref=${video} muted playsinline aria-label=${t("scan-camera")}></video>${!ready && html`<p class="muted">${t("scan-starting")}</p>`}`;
}

/** @param {{on: boolean, stream: MediaStream | null}} watching @param {{current: HTMLVideoElement | null}} video @param {(text: string) => void} onCode @param {() => void} onReady */
async function watch(watching, video, onCode, onReady) {
  watching.stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
  const picture = video.current;
  if (!picture || !watching.on) return;
  picture.srcObject = watching.stream;
  await picture.play();
  onReady();
  const read = await reader();
  while (watching.on) {
    const text = await read(picture);
    if (text) return onCode(text);
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
}

/** The browser's own detector where there is one, jsQR elsewhere. @returns {Promise<(video: HTMLVideoElement) => Promise<string>>} */
async function reader() {
  const Detector = /** @type {any} */ (globalThis).BarcodeDetector;
  if (Detector) {
    const detector = new Detector({ formats: ["qr_code"] });
    return async (video) => (await detector.detect(video))[0]?.rawValue ?? "";
  }
  const { default: jsQR } = await import("../lib/jsqr.js");
  const canvas = document.createElement("canvas");
  return async (video) => {
    canvas.width = video.videoWidth;
    canvas.height = video.videoHeight;
    const context = canvas.getContext("2d", { willReadFrequently: true });
    if (!context || !canvas.width) return "";
    context.drawImage(video, 0, 0);
    const image = context.getImageData(0, 0, canvas.width, canvas.height);
    return jsQR(image.data, image.width, image.height)?.data ?? "";
  };
}
