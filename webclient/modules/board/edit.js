/** Changing what was said, at all its schools: the words, and the files, which lie at each school under keys of their own. */
import { html } from "../../lib/htm.js";
import { useMemo, useState } from "../../lib/hooks.js";
import { open } from "../../sync/blobs.js";
import { Attach, useFiles } from "../../ui/attach.js";
import { Button } from "../../ui/button.js";
import { Field } from "../../ui/field.js";
import { t } from "../../ui/locale.js";
import { Opened } from "../../ui/opened.js";
import { toast } from "../../ui/state.js";
import { ErrorNote } from "../../ui/status.js";
import { change } from "./model.js";

/** @typedef {import("./model.js").Said} Said */

/** @param {{one: Said, onDone: () => void}} props */
export function Edit({ one, onDone }) {
  const [draft, setDraft] = useState({ title: one.title, text: one.text });
  const [stood] = useState(one.post?.files ?? []);
  const files = useFiles("", stood, useOpenedAt(one));
  const [error, setError] = useState(/** @type {unknown} */ (null));
  const save = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (!draft.title.trim() || !(draft.text.trim() || files.count)) return setError({ code: "no-text" });
    const gone = stood.filter((part) => !files.before.includes(part));
    await change(one, { title: draft.title.trim(), text: draft.text.trim() }, gone, await files.copies());
    toast(t(one.held ? "news-scheduled" : "news-changed"));
    onDone();
  };
  return html`<form class="stack" onSubmit=${save}><${Field} label=${t("news-title")} value=${draft.title} onInput=${(/** @type {string} */ title) => setDraft({ ...draft, title })} required />
    <${Field} label=${t("news-text")} value=${draft.text} onInput=${(/** @type {string} */ text) => setDraft({ ...draft, text })} rows=${8} required=${!files.count} /><${Attach} files=${files} /><${ErrorNote} error=${error} />
    <div class="row"><${Button} type="submit" disabled=${files.busy > 0}>${t("save")}<//><${Button} kind="quiet" onPress=${onDone}>${t("close")}<//></div></form>`;
}

/** Opens the files of what was said at the first of its schools, whichever is shown. @param {Said} one @returns {Opened} */
export function useOpenedAt({ places: [place] }) {
  return useMemo(() => new Opened((part, following) => open(part, { ...following, wire: place?.session.wire })), [place]);
}
