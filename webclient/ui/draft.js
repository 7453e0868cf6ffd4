/** What somebody is writing at a school: it survives a reload and an update, sealed under the self key. */
import { useEffect, useState } from "../lib/hooks.js";
import { openAead, sealAead } from "../crypto/aead.js";
import { session } from "./state.js";

const AAD = new TextEncoder().encode("kring1.draft");

/** A kept draft and how to change it. @template T @param {string} name @param {T} blank @returns {[T, (draft: T) => Promise<void>]} */
export function useDraft(name, blank) {
  const [draft, setDraft] = useState(blank);
  const { vault, identity } = /** @type {import("../sync/session.js").Session} */ (session.value);
  const key = identity.selfKey;
  useEffect(() => {
    void vault.get("drafts", name).then((sealed) => sealed && setDraft(JSON.parse(new TextDecoder().decode(openAead(key, sealed, AAD)))));
  }, [name]);
  const change = async (/** @type {T} */ next) => {
    setDraft(next);
    await vault.put("drafts", name, sealAead(key, new TextEncoder().encode(JSON.stringify(next)), AAD));
  };
  return [draft, change];
}
