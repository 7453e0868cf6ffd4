/**
 * Pages and workers of one browser take turns (Web Locks, https://w3c.github.io/web-locks/). A page that a telephone put to
 * sleep holds nobody up: whoever waited too long goes on without its turn.
 */

/** @param {Pick<LockManager, "request"> | null} locks null where a browser has none @param {string} name @param {number} longest ms @param {() => Promise<T>} act @template T @returns {Promise<T>} */
export function inTurn(locks, name, longest, act) {
  if (!locks) return act();
  let began = false;
  const go = () => ((began = true), act());
  return locks.request(name, { signal: AbortSignal.timeout(longest) }, go).catch((error) => {
    if (began || error?.name !== "TimeoutError") throw error;
    return act();
  });
}
