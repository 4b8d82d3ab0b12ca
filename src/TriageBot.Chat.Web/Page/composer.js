// The message box. What is typed is kept: as a draft while typing, as a waiting line until the server has it, and back in the box when it was refused.

import { byId } from "./dom.js";
import { Suggestions } from "./suggestions.js";

const COUNT_FROM = 500;

export class Composer {
  #recalled = -1;
  #isOpen = false;

  /** @param actions send(text), complete(question) */
  constructor(state, actions) {
    this.state = state;
    this.actions = actions;
    this.input = byId("input");
    this.notice = byId("notice");
    this.suggestions = new Suggestions(this.input, state, actions.complete);
    this.input.addEventListener("input", () => this.#changed());
    this.input.addEventListener("keydown", (event) => this.#onKey(event));
    byId("composer").addEventListener("submit", (event) => {
      event.preventDefault();
      this.#send();
    });
  }

  /** Shows the draft of the place that was opened. */
  open() {
    this.input.placeholder = `Message ${this.state.titleOf(this.state.current)} or /command`;
    // What was typed before the chat had answered for the first time belongs to no draft yet.
    const draft = sessionStorage.getItem(this.#draftKey()) ?? "";
    this.set(this.#isOpen || this.input.value === draft ? draft : joined(draft, this.input.value));
    this.#isOpen = true;
    this.tell("");
  }

  set(text) {
    this.input.value = text;
    this.input.setSelectionRange(text.length, text.length);
    this.#changed();
    this.suggestions.refresh();
  }

  focus() {
    this.input.focus();
  }

  /** A sentence above the box; an action can be offered with it. */
  tell(sentence, label, action) {
    this.notice.replaceChildren(sentence);
    this.notice.hidden = sentence === "";
    if (!label) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "control normal";
    button.textContent = label;
    button.addEventListener("click", () => {
      this.tell("");
      action();
    });
    this.notice.append(" ", button);
  }

  /** Gives text back that could not be sent, to the box of the place it was for, without losing what was typed since. */
  giveBack(text, where = this.state.current, member = this.state.me) {
    if (where === this.state.current && member === this.state.me) {
      this.set(joined(text, this.input.value));
      this.focus();
    } else {
      const key = this.#draftKey(where, member);
      sessionStorage.setItem(key, joined(text, sessionStorage.getItem(key) ?? ""));
    }
  }

  #draftKey(where = this.state.current, member = this.state.me) {
    return `triagebot.draft ${member} ${where}`;
  }

  #historyKey() {
    return `triagebot.typed ${this.state.me}`;
  }

  #history() {
    return JSON.parse(sessionStorage.getItem(this.#historyKey()) ?? "[]");
  }

  #changed() {
    const { input, state } = this;
    sessionStorage.setItem(this.#draftKey(), input.value);
    input.style.height = "auto";
    input.style.height = `${Math.min(input.scrollHeight, 240)}px`;
    const left = state.maxTextLength - input.value.length;
    const counter = byId("counter");
    counter.hidden = left > COUNT_FROM;
    counter.textContent = left < 0 ? `${-left} too many` : `${left} left`;
    counter.classList.toggle("over", left < 0);
  }

  #onKey(event) {
    if (this.suggestions.onKey(event)) {
      event.preventDefault();
    } else if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.#send();
    } else if (event.key === "ArrowUp" || event.key === "ArrowDown") {
      this.#recall(event);
    } else if (!["Shift", "Control", "Alt", "Meta"].includes(event.key)) {
      this.#recalled = -1;
    }
  }

  /** Up in an empty box brings back the last line, and further up the ones before. */
  #recall(event) {
    const lines = this.#history();
    if (this.#recalled < 0 && (this.input.value !== "" || event.key === "ArrowDown")) return;
    const to = this.#recalled + (event.key === "ArrowUp" ? 1 : -1);
    if (to >= lines.length) return;
    event.preventDefault();
    this.set(to < 0 ? "" : lines[to]);
    this.#recalled = to;
  }

  #send() {
    const text = this.input.value.trimEnd();
    if (text === "" || !this.#isOpen) return;
    if (text.length > this.state.maxTextLength) {
      this.tell(`This is ${text.length} characters long; ${this.state.maxTextLength} fit into one message. Shorten it or send it in parts.`);
      return;
    }

    const lines = [text, ...this.#history().filter((line) => line !== text)].slice(0, 50);
    sessionStorage.setItem(this.#historyKey(), JSON.stringify(lines));
    this.#recalled = -1;
    this.tell("");
    this.set("");
    this.actions.send(text);
  }
}

function joined(first, second) {
  return [first, second].filter((text) => text.trim() !== "").join("\n");
}
