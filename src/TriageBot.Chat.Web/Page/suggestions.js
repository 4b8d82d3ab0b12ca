// The list above the message box. The box keeps the focus; the list is moved through by arrow keys and told to screen readers.

import { complete, fromServer } from "./completion.js";
import { announce, byId, el } from "./dom.js";

const SHOWN = 8;
const ASK_AFTER = 80;

export class Suggestions {
  #shown = null;
  #at = -1;
  #dismissed = "";
  #timer = 0;
  #asked = 0;

  /** @param ask asks the server for values of an option */
  constructor(input, state, ask) {
    this.input = input;
    this.state = state;
    this.ask = ask;
    this.box = byId("completion");
    this.list = byId("suggestions");
    input.addEventListener("input", () => this.refresh());
    input.addEventListener("click", () => this.refresh());
    input.addEventListener("blur", () => this.#hide());
    input.addEventListener("focus", () => this.refresh());
    // Pressing the mouse on a suggestion must not take the focus away from the box.
    this.box.addEventListener("mousedown", (event) => event.preventDefault());
  }

  refresh() {
    clearTimeout(this.#timer);
    this.#asked++;
    const { value, selectionStart, selectionEnd } = this.input;
    if (this.#dismissed && value.startsWith(this.#dismissed)) return;

    this.#dismissed = "";
    const { commands, people, places } = this.state;
    const found = selectionStart === selectionEnd
      ? complete(value, selectionStart, { commands, people: [...people.values()], places: [...places.values()] })
      : null;
    this.#show(found);
    if (found?.ask) this.#askLater(found);
  }

  /** @returns true when the key was meant for the list */
  onKey(event) {
    if (this.box.hidden || event.isComposing) return false;
    const count = this.#shown.items.length;
    switch (event.key) {
      case "ArrowDown":
      case "ArrowUp":
        if (count === 0 || (event.key === "ArrowUp" && this.#at < 0)) return false;
        this.#moveTo((this.#at + (event.key === "ArrowDown" ? 1 : -1) + count) % count);
        return true;
      case "Tab":
        if (count === 0 || event.shiftKey) return false;
        this.#accept(Math.max(this.#at, 0));
        return true;
      case "Enter":
        if (event.shiftKey || this.#at < 0) return false;
        this.#accept(this.#at);
        return true;
      case "Escape":
        this.#dismissed = this.input.value;
        this.#hide();
        return true;
      default:
        return false;
    }
  }

  #askLater(found) {
    const asked = this.#asked;
    this.#timer = setTimeout(async () => {
      const choices = await this.ask(found.ask).catch(() => []);
      if (asked !== this.#asked || choices.length === 0) return;
      this.#show({ ...found, items: [...fromServer(choices, found), ...found.items] });
    }, ASK_AFTER);
  }

  #show(found) {
    if (!found || document.activeElement !== this.input || (found.items.length === 0 && !found.hint)) return this.#hide();

    const items = found.items.slice(0, found.isCommand ? undefined : SHOWN);
    this.#shown = { ...found, items };
    byId("completion-hint").textContent = found.hint;
    byId("completion-hint").hidden = found.hint === "";
    this.list.hidden = items.length === 0;
    this.list.replaceChildren(...items.map((item, index) =>
      el("li", { id: `suggestion-${index}`, role: "option", "aria-selected": "false", onclick: () => this.#accept(index) },
        el("span", { class: "suggestion-label" }, item.label),
        el("span", { class: "suggestion-detail" }, item.detail))));
    this.box.hidden = false;
    this.input.setAttribute("aria-controls", "suggestions");
    announce([found.hint, items.length > 0 ? `${items.length} suggestions, Tab takes the first.` : ""].join(" ").trim());

    // While a command's name is typed, Enter takes the first; a name typed in full is sent as it is.
    // In the middle of a sentence nothing is taken unless it was chosen with the arrow keys.
    const isWhole = items.some((item) => item.insert.trim() === this.input.value.trim());
    this.#moveTo(found.isCommand && !isWhole && items.length > 0 ? 0 : -1);
  }

  #moveTo(index) {
    this.#at = index;
    [...this.list.children].forEach((item, at) => {
      item.setAttribute("aria-selected", String(at === index));
      if (at === index) item.scrollIntoView({ block: "nearest" });
    });
    if (index < 0) this.input.removeAttribute("aria-activedescendant");
    else this.input.setAttribute("aria-activedescendant", `suggestion-${index}`);
  }

  #accept(index) {
    const { items, start, end } = this.#shown;
    this.input.setRangeText(items[index].insert, start, end, "end");
    this.input.dispatchEvent(new Event("input", { bubbles: true }));
    this.input.focus();
  }

  #hide() {
    this.box.hidden = true;
    this.#at = -1;
    this.input.removeAttribute("aria-activedescendant");
    this.input.removeAttribute("aria-controls");
  }
}
