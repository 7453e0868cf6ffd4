/**
 * Whoever joins later is reached by what is meant for them: letters are brought in line after each change. What is done
 * unasked is done on a copy that is up to date, never on what this browser kept, and never twice at once.
 */
/** How long (ms) it must be quiet first, and how long until another try. */
const QUIET = 1500;
const AGAIN = 60_000;
/** How long (ms) after the school's last word the copy still counts as up to date. */
const FRESH = 10_000;

/** Keep what is shared in line until the returned function is called; trouble is silent and tried again. @param {import("../sync/session.js").Session} session @param {() => boolean} isReady online, and nothing else waits to be sent @param {((session: import("../sync/session.js").Session) => Promise<unknown>)[]} topUps */
export function keepReaching(session, isReady, topUps) {
  const state = { timer: 0, stopped: false, running: false };
  const later = (/** @type {number} */ wait) => {
    clearTimeout(state.timer);
    if (!state.stopped) state.timer = self.setTimeout(run, wait);
  };
  const run = async () => {
    if (state.running) return later(QUIET);
    if (!isReady()) return later(AGAIN);
    state.running = true;
    try {
      if (Date.now() - session.heard > FRESH) await session.sync();
      for (const topUp of topUps) await topUp(session).catch(() => later(AGAIN));
    } catch {
      later(AGAIN);
    } finally {
      state.running = false;
    }
  };
  const stop = session.onChange(() => later(QUIET));
  later(QUIET);
  return () => {
    state.stopped = true;
    clearTimeout(state.timer);
    stop();
  };
}
