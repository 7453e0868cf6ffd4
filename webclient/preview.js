"use strict";
/**
 * Draws a PDF that somebody else made, in a frame that has no origin: no cookie, no store, no network, no way to another
 * page. Bytes and the program that draws them (pdf.js) come from the page around it; what goes back is how many pages
 * there are. Only canvases: links, forms and scripts of the file do nothing.
 *
 * A plain script, since a module would have to be asked for in the name of an origin.
 */
{
  const LARGEST = 16_000_000;
  const AHEAD = "1200px";
  const main = document.body.appendChild(document.createElement("main"));
  /** @type {Map<string, (bytes: Uint8Array) => void>} */
  const waiting = new Map();
  /** @type {{page: any, box: HTMLElement, width: number, height: number, shown: boolean, task: any}[]} */
  let pages = [];
  let zoom = 1;

  addEventListener("message", (event) => {
    if (event.source !== parent) return;
    const { data, zoom: factor, file, bytes } = event.data;
    if (data) void open(event.data).catch((error) => tell({ failed: String(error?.name ?? "") }));
    if (factor) enlarge(factor);
    if (file) waiting.get(file)?.(bytes);
  });
  addEventListener("keydown", (event) => event.key === "Escape" && tell({ escape: true }));
  addEventListener("resize", () => pages.forEach(fit));
  tell({ ready: true });

  /** @param {any} said */
  function tell(said) {
    parent.postMessage(said, "*");
  }

  /** @param {{data: ArrayBuffer, code: string, worker: string, page: string}} given `page`: what a page is called, with "#" for its number */
  async function open({ data, code, worker, page: called }) {
    const reader = await import(addressOf(code));
    await startWorker(reader, worker);
    const from = { data: new Uint8Array(data), BinaryDataFactory: Asked, useWorkerFetch: false, enableXfa: false, isEvalSupported: false, stopAtErrors: false };
    const file = await reader.getDocument(from).promise;
    tell({ pages: file.numPages });
    for (let at = 1; at <= file.numPages; at++) await place(await file.getPage(at), called.replace("#", String(at)));
  }

  /** In a worker, so that a large file does not hold up the page; where there is none, here. @param {any} reader @param {string} code */
  async function startWorker(reader, code) {
    const address = addressOf(code);
    const worker = await workerOf(address).catch(() => null);
    if (worker) reader.GlobalWorkerOptions.workerPort = worker;
    else /** @type {any} */ (globalThis).pdfjsWorker = await import(address);
    reader.GlobalWorkerOptions.workerSrc = address;
  }

  /** Without an origin a worker can't be a module; it can fetch one. What is said to it before that is lost: so it says when. @param {string} address @returns {Promise<Worker>} */
  function workerOf(address) {
    const worker = new Worker(addressOf(`import(${JSON.stringify(address)}).then(() => postMessage("ready"), () => postMessage("none"))`));
    return new Promise((resolve, reject) => {
      worker.onmessage = ({ data }) => (data === "ready" ? resolve(worker) : data === "none" && reject(new Error(data)));
      worker.onerror = () => reject(new Error("no worker"));
    });
  }

  /** What a file needs besides, such as a decoder of scans: asked of the page around. */
  class Asked {
    /** @param {{filename: string}} wanted @returns {Promise<Uint8Array>} */
    fetch({ filename }) {
      return new Promise((resolve, reject) => {
        waiting.set(filename, (bytes) => (bytes ? resolve(bytes) : reject(new Error(filename))));
        tell({ ask: filename });
      });
    }
  }

  /** Make room for a page; it is drawn when it comes near. @param {any} page @param {string} called */
  async function place(page, called) {
    const { width, height } = page.getViewport({ scale: 1 });
    const box = main.appendChild(document.createElement("section"));
    box.setAttribute("aria-label", called);
    const one = { page, box, width, height, shown: false, task: null };
    pages.push(one);
    fit(one);
    const near = new IntersectionObserver(([seen]) => ((one.shown = seen.isIntersecting), void (one.shown ? draw(one) : clear(one))), { rootMargin: AHEAD });
    near.observe(box);
    const words = box.appendChild(document.createElement("div"));
    words.className = "words";
    const text = await page.getTextContent();
    words.textContent = text.items.map((/** @type {any} */ item) => `${item.str ?? ""}${item.hasEOL ? "\n" : " "}`).join("");
  }

  /** As wide as the window, times what was chosen. @param {typeof pages[0]} one */
  function fit(one) {
    const wide = Math.min(document.documentElement.clientWidth - 16, 1100) * zoom;
    one.box.style.inlineSize = `${wide}px`;
    one.box.style.blockSize = `${(wide * one.height) / one.width}px`;
    if (one.shown) void draw(one);
  }

  /** @param {typeof pages[0]} one */
  async function draw(one) {
    one.task?.cancel();
    const wide = parseFloat(one.box.style.inlineSize) * Math.min(devicePixelRatio, 2);
    const most = Math.sqrt(LARGEST / (one.width * one.height));
    const viewport = one.page.getViewport({ scale: Math.min(wide / one.width, most) });
    const canvas = Object.assign(document.createElement("canvas"), { width: Math.floor(viewport.width), height: Math.floor(viewport.height) });
    canvas.setAttribute("aria-hidden", "true");
    one.task = one.page.render({ canvas, viewport, annotationMode: 1 });
    const done = await one.task.promise.then(() => true, () => false);
    if (!done || !one.shown) return;
    clear(one);
    one.box.prepend(canvas);
    main.dataset.drawn = String(Number(main.dataset.drawn ?? 0) + 1);
  }

  /** @param {typeof pages[0]} one */
  function clear(one) {
    one.box.querySelector("canvas")?.remove();
  }

  /** @param {number} factor */
  function enlarge(factor) {
    const before = scrollY / Math.max(1, main.scrollHeight);
    zoom = Math.min(4, Math.max(0.5, zoom * factor));
    pages.forEach(fit);
    scrollTo(scrollX, before * main.scrollHeight);
  }

  /** @param {string} code */
  function addressOf(code) {
    return URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
  }
}
