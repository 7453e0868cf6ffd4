/** A button that saves several files as one: how far it is, and a way to stop. */
import { html } from "../lib/htm.js";
import { useEffect, useRef, useState } from "../lib/hooks.js";
import { Button } from "./button.js";
import { t } from "./locale.js";
import { ErrorNote, Progress } from "./status.js";

/** How far it is, and whether to go on. @typedef {{onProgress: (done: number) => void, signal: AbortSignal}} Way */

/** `count`: how many there are, for a bar that `label` says in words. @param {{text: any, run: (way: Way) => Promise<unknown>, kind?: "primary" | "secondary" | "quiet", count?: number, label?: ((done: number) => string) | null}} props */
export function SaveButton({ text, run, kind = "quiet", count = 0, label = null }) {
  const [done, setDone] = useState(-1);
  const [error, setError] = useState(/** @type {any} */ (null));
  const stop = useRef(/** @type {AbortController | null} */ (null));
  useEffect(() => () => stop.current?.abort(), []);
  const start = async () => {
    stop.current = new AbortController();
    setError(null);
    setDone(0);
    await run({ onProgress: setDone, signal: stop.current.signal }).catch(setError);
    setDone(-1);
  };
  if (label && done >= 0) return html`<${Progress} done=${done} total=${count} label=${label(done)}><${Button} kind="secondary" onPress=${() => stop.current?.abort()}>${t("upload-stop")}<//><//>`;
  return html`<div class="row">${done < 0 ? html`<${Button} kind=${kind} icon="download" onPress=${() => void start()}>${text}<//>`
    : html`<span role="status" class="muted">${t("saving-files", { done })}</span><${Button} kind="quiet" onPress=${() => stop.current?.abort()}>${t("upload-stop")}<//>`}</div><${ErrorNote} error=${error} />`;
}
