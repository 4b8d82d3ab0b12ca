// Talking to the server: acts over HTTP, news over a web socket.

/** The server understood and did not take it; the message is its sentence. Sending it again as it is would not help. */
export class Refused extends Error {}

/** It is not known whether the server has taken it. Sending it again with the same event id is safe. */
export class Unreachable extends Error {}

/** The server is there and could not do it now; the message is its sentence. */
export class Hindered extends Unreachable {}

const PATIENCE = 15_000;

async function request(path, options) {
  let response;
  try {
    response = await fetch(path, { ...options, signal: AbortSignal.timeout(PATIENCE) });
  } catch {
    throw new Unreachable("The chat cannot be reached.");
  }
  if (response.ok) return response.json();

  const { error } = await response.json().catch(() => ({}));
  const sentence = error ?? `The chat answered ${response.status}.`;
  throw response.status >= 500 ? new Hindered(sentence) : new Refused(sentence);
}

export const get = (path, query) => request(`/chat/${path}?${new URLSearchParams(query)}`);

export const post = (path, me, body) =>
  request(`/chat/${path}?${new URLSearchParams({ as: me })}`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });

/** Names one act, so that repeating it is harmless. Begins with the time (UUID version 7), so that later acts have later names. */
export const newEventId = () => {
  const time = Date.now().toString(16).padStart(12, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-7${crypto.randomUUID().slice(15)}`;
};

/** The live connection of one person. Comes back by itself, asking for what it missed. */
export class Live {
  #socket = null;
  #timer = 0;
  #failures = 0;
  #stopped = false;

  /**
   * @param after returns the sequence of the last news seen
   * @param onFrame called with every frame
   * @param onLink called with true or false when the connection comes or goes
   */
  constructor(me, { after, onFrame, onLink }) {
    this.me = me;
    this.after = after;
    this.onFrame = onFrame;
    this.onLink = onLink;
    this.hurry = () => this.#socket === null && this.#connect();
    addEventListener("online", this.hurry);
    addEventListener("focus", this.hurry);
    this.#connect();
  }

  stop() {
    this.#stopped = true;
    clearTimeout(this.#timer);
    removeEventListener("online", this.hurry);
    removeEventListener("focus", this.hurry);
    this.#socket?.close();
  }

  #connect() {
    clearTimeout(this.#timer);
    const query = new URLSearchParams({ as: this.me, after: this.after() });
    const socket = new WebSocket(`ws://${location.host}/live?${query}`);
    this.#socket = socket;
    socket.onmessage = (event) => {
      if (this.#stopped) return;
      const frame = JSON.parse(event.data);
      this.onFrame(frame);
      if (frame.type !== "ready") return;
      this.#failures = 0;
      this.onLink(true);
    };
    socket.onclose = () => {
      if (this.#stopped) return;
      this.#socket = null;
      this.onLink(false);
      // Half a second at first, eight at most, spread so that many windows do not come at once.
      const wait = Math.min(8000, 500 * 2 ** this.#failures++) * (0.75 + Math.random() / 2);
      this.#timer = setTimeout(() => this.#connect(), wait);
    };
  }
}
