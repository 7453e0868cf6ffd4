/**
 * The WebSocket: frames as they are committed, a reconnect that waits longer each time, a sync after every gap. What
 * waits to be sent is sent by `session.sync`, after it: nothing is built on what was changed elsewhere meanwhile.
 */

const FIRST_WAIT = 500;
const LONGEST_WAIT = 30_000;

/**
 * Keep a socket open for a session until `stop` is called.
 * @param {{sync: () => Promise<unknown>, take: (frame: import("./types.js").Frame) => Promise<unknown>}} session its copy
 * @param {{onState: (online: boolean) => void, onSignedOut: () => void}} tell
 * @returns {{stop: () => void}}
 */
export function listen(session, tell) {
  const state = { stopped: false, wait: FIRST_WAIT, timer: 0, socket: /** @type {WebSocket | null} */ (null) };
  const arrive = () => {
    tell.onState(true);
    session.sync().catch(() => undefined);
  };
  const connect = () => {
    const socket = new WebSocket(`${location.origin.replace(/^http/, "ws")}/api/live`);
    state.socket = socket;
    socket.onopen = () => {
      state.wait = FIRST_WAIT;
      arrive();
    };
    socket.onmessage = (event) => void session.take(JSON.parse(event.data)).catch(() => socket.close());
    socket.onclose = () => {
      if (state.stopped) return;
      tell.onState(false);
      state.timer = self.setTimeout(() => retry(connect, tell), state.wait);
      state.wait = Math.min(state.wait * 2, LONGEST_WAIT) * (0.75 + Math.random() / 2);
    };
  };
  connect();
  const wake = () => {
    if (state.socket?.readyState === WebSocket.OPEN) arrive();
    if (state.socket?.readyState === WebSocket.CLOSED && !state.stopped) {
      clearTimeout(state.timer);
      void retry(connect, tell);
    }
  };
  const sleep = () => tell.onState(false);
  self.addEventListener("online", wake);
  self.addEventListener("offline", sleep);
  return { stop: () => stop(state, wake, sleep) };
}

/** Before a socket is tried again: a signed-out device must wipe, not knock for ever. @param {() => void} connect @param {{onSignedOut: () => void}} tell */
async function retry(connect, tell) {
  const answer = await fetch("/api/session", { credentials: "same-origin" }).catch(() => null);
  if (answer?.status === 401) tell.onSignedOut();
  else connect();
}

/** @param {{stopped: boolean, timer: number, socket: WebSocket | null}} state @param {() => void} wake @param {() => void} sleep */
function stop(state, wake, sleep) {
  state.stopped = true;
  clearTimeout(state.timer);
  self.removeEventListener("online", wake);
  self.removeEventListener("offline", sleep);
  state.socket?.close();
}
