/** What a new device has not fetched yet: the older records of circles in which albums stand. */
import { useEffect } from "../../lib/hooks.js";

const KINDS = ["group", "school", "child", "seat"];

/** Fetch the past of everything in which albums may stand, while a screen of albums is open. @param {import("../../sync/session.js").Session} session */
export function usePast(session) {
  useEffect(() => {
    const away = new AbortController();
    void fetchPast(session, away.signal).catch(() => undefined); // without a network: the next time
    return () => away.abort();
  }, [session]);
}

/** @param {import("../../sync/session.js").Session} session @param {AbortSignal} signal */
async function fetchPast(session, signal) {
  for (const circle of [...session.replica.circles.values()].filter((one) => KINDS.includes(one.kind)))
    while (circle.before && !signal.aborted) await session.past(circle.id);
}
