/** What somebody is writing at a school: it survives a reload and an update, sealed under the self key. */
import { useEffect, useRef, useState } from "../lib/hooks.js";
import { openAead, sealAead } from "../crypto/aead.js";
import { session } from "./state.js";

const AAD = new TextEncoder().encode("kring1.draft");

/**
 * A kept draft and how to change it, to something or by a function of what stands now: what is typed meanwhile is not lost.
 * @template T @param {string} name @param {T} blank @returns {[T, (next: T | ((now: T) => T)) => Promise<void>]}
 */
export function useDraft(name, blank) {
  const [draft, setDraft] = useState(blank);
  const latest = useRef({ name, draft: blank, typed: false });
  if (latest.current.name !== name) latest.current = { name, draft: blank, typed: false };
  const here = latest.current;
  const { vault, identity } = /** @type {import("../sync/session.js").Session} */ (session.value);
  const key = identity.selfKey;
  const show = (/** @type {T} */ next) => {
    here.draft = next;
    if (latest.current === here) setDraft(next);
  };
  useEffect(() => {
    show(here.draft);
    void vault.get("drafts", name).then((sealed) => sealed && !here.typed && show(JSON.parse(new TextDecoder().decode(openAead(key, sealed, AAD)))));
  }, [name]);
  const change = async (/** @type {T | ((now: T) => T)} */ next) => {
    here.typed = true;
    show(next instanceof Function ? next(here.draft) : next);
    await vault.put("drafts", name, sealAead(key, new TextEncoder().encode(JSON.stringify(here.draft)), AAD));
  };
  return [draft, change];
}
