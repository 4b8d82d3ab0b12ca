// Puts the parts together: what happens on which act.

import { Composer } from "./composer.js";
import { Hindered, Live, Refused, get, newEventId, post } from "./connection.js";
import { announce, byId } from "./dom.js";
import { Forms } from "./forms.js";
import { MessageList } from "./messages.js";
import { Sidebar } from "./sidebar.js";
import { State } from "./state.js";
import { textOf } from "./text.js";
import { startTimebar } from "./timebar.js";
import { forget, keepWaiting, waitingOf, whoWaits } from "./waiting.js";
import { drawWelcome } from "./welcome.js";

const PERSONA = "triagebot.as";

const state = new State();
let live = null;
let loads = 0;
let resending = null;
let isSendingForOthers = false;

const composer = new Composer(state, {
  send: (text) => {
    const line = { event: newEventId(), text };
    if (!unsent()) return send(state.current, line);
    // It must not overtake what was typed before it.
    setWaiting(state.current, { ...line, problem: "This waits for the lines before it." });
    return resend();
  },
  complete: (question) => post("complete", state.me, question),
});
const forms = new Forms(async (form, values) => {
  // One id for each showing of the form and its values: sending the same again after a lost connection is the same act.
  const { me } = state;
  const event = `${form.instanceId} ${await digest(JSON.stringify(values))}`;
  try {
    const outcome = await post("fill", me, { event, form: form.instanceId, values });
    if (outcome.form?.problem) return outcome.form;
    if (state.me === me) shown(outcome);
    return null;
  } catch (problem) {
    return problem.message;
  }
});
const messages = new MessageList(state, {
  press: (message, control, choice) => actOrTell("press", { event: newEventId(), message: message.id, control, choice }),
  useMenu: (message, menu) => actOrTell("menu", { event: newEventId(), message: message.id, menu }),
  older: async () => {
    const { me, place: { where } } = state;
    const first = state.sorted()[0].sequence;
    try {
      const page = await get("older", { as: me, where, before: first });
      if (state.me === me) state.addOlder(where, page);
    } catch (problem) {
      composer.tell(problem.message);
    }
  },
  retry: (waiting) => send(state.current, waiting),
  takeBack: (waiting) => {
    dropWaiting(state.current, waiting.event);
    composer.giveBack(waiting.text);
  },
});
const sidebar = new Sidebar(state, {
  open: (where) => {
    open(where);
    sidebar.close();
    composer.focus();
  },
  become,
  addPerson: () => forms.ask("Add a person", { name: "name", label: "Name", initial: "", required: true, hint: "Opens as another person of the team." }, "Add", async (name) => {
    try {
      const person = await post("person", state.me, { name });
      state.take({ sequence: 0, person });
      await become(person.id);
      return null;
    } catch (problem) {
      return problem.message;
    }
  }),
});

state.addEventListener("places", () => sidebar.drawPlaces());
state.addEventListener("people", () => sidebar.drawPeople());
state.addEventListener("messages", () => {
  messages.draw();
  drawWelcome(state, async (person, line) => {
    await become(person);
    composer.set(line);
    composer.focus();
  });
});
state.addEventListener("link", () => {
  const banner = byId("banner");
  banner.hidden = state.linked;
  banner.textContent = state.linked ? "" : "Connection lost. Reconnecting … What you type is kept.";
});
addEventListener("keydown", (event) => {
  if (event.key === "Escape" && event.target.closest?.("#messages") && !document.querySelector("[popover]:popover-open")) composer.focus();
});

// A key that is held presses once, and does nothing where the focus goes by that.
let heldAt = null;
addEventListener("keydown", (event) => {
  if (event.key !== "Enter") return;
  if (!event.repeat) heldAt = event.target;
  if (!event.repeat || (event.target === heldAt && !event.target.closest?.("button"))) return;
  event.preventDefault();
  event.stopPropagation();
}, true);

function open(where) {
  state.open(where);
  composer.open();
}

/** Becomes somebody, in this window only. */
async function become(member) {
  if (member !== state.me) await load(member);
}

async function load(member) {
  const mine = ++loads;
  live?.stop();
  const view = await firstAnswer(member);
  if (mine !== loads) return;
  byId("banner").hidden = true;
  state.load(view);
  sessionStorage.setItem(PERSONA, state.me);
  const address = new URL(location.href);
  address.searchParams.set("as", state.me);
  history.replaceState(null, "", address);
  restoreWaiting();
  composer.open();
  live = new Live(state.me, { after: () => state.position, onFrame: take, onLink: linked });
}

/** Waits for the server, also when it is just starting. Somebody who is not in the team becomes the first who is. */
async function firstAnswer(member) {
  for (let wait = 250; ; wait = Math.min(4000, wait * 2)) {
    try {
      return await get("state", { as: member });
    } catch (problem) {
      if (problem instanceof Refused && member !== "") return firstAnswer("");
      byId("banner").hidden = false;
      byId("banner").textContent = `${problem.message} Trying again …`;
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
}

function take(frame) {
  if (frame.type === "reset") return load(state.me);
  const fresh = state.take(frame);
  if (fresh && fresh.author !== state.me && fresh.where === state.current) announce(`${state.nameOf(fresh.author)}: ${textOf(fresh)}`);
}

function linked(isLinked) {
  state.setLinked(isLinked);
  if (!isLinked) {
    // The chat may have begun anew, without the person of this window.
    get("state", { as: state.me }).catch((problem) => problem instanceof Refused && load(""));
    return;
  }
  resend();
  sendForOthers();
}

/** The oldest line that is known not to have arrived. */
function unsent() {
  const lines = [...state.places.values()].flatMap((place) => place.pending.filter((waiting) => waiting.problem).map((waiting) => ({ where: place.where, waiting })));
  return lines.sort((a, b) => (a.waiting.event < b.waiting.event ? -1 : 1))[0];
}

/** One after the other, as they were typed. */
function resend() {
  resending ??= (async () => {
    for (let line = unsent(); line; line = unsent()) if (!(await send(line.where, line.waiting))) return;
  })().finally(() => { resending = null; });
  return resending;
}

/** What somebody has sent who this window is no longer goes out as theirs. */
async function sendForOthers() {
  if (isSendingForOthers) return;
  isSendingForOthers = true;
  try {
    for (const member of whoWaits()) {
      for (const { where, event, text } of waitingOf(member)) {
        if (member === state.me) break;
        try {
          await post("say", member, { event, where, text });
        } catch (problem) {
          if (!(problem instanceof Refused)) return;
          composer.giveBack(text, where, member);
        }
        forget(member, event);
      }
    }
  } finally {
    isSendingForOthers = false;
  }
}

/**
 * Sends a line, which stands in the list as waiting until the server has it.
 * @returns whether the server has answered
 */
async function send(where, { event, text }) {
  const me = state.me;
  setWaiting(where, { event, text });
  messages.toNewest();
  try {
    const outcome = await post("say", me, { event, where, text });
    if (state.me !== me) {
      forget(me, event);
      return false;
    }
    shown(outcome);
    dropWaiting(where, event);
    return true;
  } catch (problem) {
    if (state.me !== me) return false;
    if (problem instanceof Refused) {
      dropWaiting(where, event);
      composer.giveBack(text, where);
      composer.tell(where === state.current ? problem.message : `${problem.message} Your text is back in the box of ${state.titleOf(where)}.`);
      return true;
    } else if (state.knows(where, event)) {
      // Only the answer was lost; the live connection has brought what it said.
      dropWaiting(where, event);
      return true;
    } else {
      const sentence = problem instanceof Hindered ? problem.message : "No answer from the chat. It will be sent again when the connection is back.";
      setWaiting(where, { event, text, problem: sentence });
      return false;
    }
  }
}

/** A line keeps its place among those that wait. */
function setWaiting(where, line) {
  const { pending } = state.places.get(where);
  setPending(where, pending.some((waiting) => waiting.event === line.event) ? pending.map((waiting) => (waiting.event === line.event ? line : waiting)) : [...pending, line]);
}

function dropWaiting(where, event) {
  setPending(where, state.places.get(where).pending.filter((waiting) => waiting.event !== event));
}

function setPending(where, pending) {
  state.setPending(where, pending);
  keepWaiting(state.me, [...state.places.values()].flatMap((place) => place.pending.map(({ event, text }) => ({ where: place.where, event, text }))));
}

function restoreWaiting() {
  for (const { where, event, text } of waitingOf(state.me)) {
    const place = state.places.get(where);
    if (place && !state.knows(where, event)) state.setPending(where, [...place.pending.filter((waiting) => waiting.event !== event), { event, text, problem: "This was not confirmed yet." }]);
  }
}

/** @returns null, or a sentence when it did not work */
async function act(path, body) {
  const { me } = state;
  try {
    const outcome = await post(path, me, body);
    // Somebody else meanwhile: what is shown is not for them.
    if (state.me === me) shown(outcome, body.message);
    return null;
  } catch (problem) {
    return problem.message;
  }
}

async function actOrTell(path, body) {
  const problem = await act(path, body);
  composer.tell(problem ?? "", problem && "Try again", () => actOrTell(path, body));
}

/** @param from id of the message that was acted on */
function shown({ typed, message, form }, from = "") {
  if (typed) state.upsert(typed);
  if (message) state.upsert(message);
  if (form) forms.open(state.me, form, from, () => goBackTo(from));
}

function goBackTo(from) {
  if (!messages.focus(from)) composer.focus();
}

async function digest(text) {
  const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return [...new Uint8Array(bytes)].slice(0, 12).map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

await load(new URLSearchParams(location.search).get("as") ?? sessionStorage.getItem(PERSONA) ?? "");
if (state.place) composer.focus();
forms.restore(state.me, goBackTo);
startTimebar((sentence) => composer.tell(sentence));
