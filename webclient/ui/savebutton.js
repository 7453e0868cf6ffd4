/** A button that saves several files as one: how far it is, and a way to stop. */
import { html } from "../lib/htm.js";
import { useEffect, useRef, useState } from "../lib/hooks.js";
import { Button } from "./button.js";
import { t } from "./locale.js";
import { ErrorNote } from "./status.js";

/** How far it is, and whether to go on. @typedef {{onProgress: (done: number) => void, signal: AbortSignal}} Way */

/** @param {{text: string, run: (way: Way) => Promise<unknown>}} props */
export function SaveButton({ text, run }) {
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
  return html`<div class="row">${done < 0 ? html`<${Button} kind="quiet" icon="download" onPress=${() => void start()}>${text}<//>`
    : html`<span role="status" class="muted">${t("saving-files", { done })}</span><${Button} kind="quiet" onPress=${() => stop.current?.abort()}>${t("upload-stop")}<//>`}</div><${ErrorNote} error=${error} />`;
}
