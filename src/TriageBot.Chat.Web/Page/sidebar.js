// Channels, the private conversation, and who one is in this window. On a narrow screen it is a drawer.

import { byId, el, rove } from "./dom.js";
import { avatar } from "./text.js";

export class Sidebar {
  /** @param actions open(where), become(member), addPerson() */
  constructor(state, actions) {
    this.state = state;
    this.actions = actions;
    this.sidebar = byId("sidebar");
    rove(byId("channels"), "button");
    byId("add-person").addEventListener("click", () => actions.addPerson());
    byId("open-sidebar").addEventListener("click", () => this.#toggle(true));
    byId("close-sidebar").addEventListener("click", () => this.#toggle(false));
    byId("backdrop").addEventListener("click", () => this.#toggle(false));
    this.sidebar.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && this.#isOpen) this.#toggle(false);
    });
  }

  drawPlaces() {
    const { state } = this;
    const focused = document.activeElement?.dataset?.where;
    const [channels, direct] = [[], []];
    for (const place of state.places.values()) (place.isDirect ? direct : channels).push(this.#place(place));
    byId("channels").replaceChildren(...channels);
    byId("direct").replaceChildren(...direct);
    if (focused) this.sidebar.querySelector(`[data-where="${CSS.escape(focused)}"]`)?.focus();

    const elsewhere = state.unreadText(...[...state.places.keys()].filter((where) => where !== state.current));
    const { place } = state;
    byId("unread-elsewhere").hidden = elsewhere === "";
    byId("workspace").textContent = state.workspace;
    byId("title").textContent = state.titleOf(place.where);
    byId("topic").textContent = place.isDirect ? "Only you and the bot read this." : "The whole team reads this.";
    const unread = state.unreadText(...state.places.keys());
    document.title = `${unread && `(${unread}) `}${byId("title").textContent} · TriageBot`;
  }

  drawPeople() {
    const { state } = this;
    const focused = document.activeElement?.closest?.("#people input")?.value;
    byId("people").replaceChildren(...[...state.people.values()].map((person) =>
      el("label", { class: "persona" },
        el("input", {
          type: "radio",
          name: "persona",
          value: person.id,
          checked: person.id === state.me,
          onchange: () => this.actions.become(person.id),
        }),
        avatar(person.id, state.people),
        el("span", {}, person.name))));
    if (focused) byId("people").querySelector("input:checked")?.focus();
    byId("me").replaceChildren(avatar(state.me, state.people), el("span", {}, state.nameOf(state.me)));
  }

  close() {
    if (this.#isOpen) this.#toggle(false);
  }

  get #isOpen() {
    return this.sidebar.classList.contains("open");
  }

  #toggle(open) {
    this.sidebar.classList.toggle("open", open);
    byId("backdrop").hidden = !open;
    byId("main").inert = open;
    byId("open-sidebar").setAttribute("aria-expanded", String(open));
    if (open) this.sidebar.querySelector("[aria-current]")?.focus();
    else byId("open-sidebar").focus();
  }

  #place({ where, name, isDirect }) {
    const isCurrent = where === this.state.current;
    const unread = this.state.unreadText(where);
    return el("li", {}, el("button", {
      type: "button",
      class: unread ? "place unread" : "place",
      "data-where": where,
      "aria-current": isCurrent ? "page" : undefined,
      tabindex: isCurrent || isDirect || (where === this.#firstChannel && this.state.place.isDirect) ? 0 : -1,
      onclick: () => this.actions.open(where),
    },
    isDirect ? avatar(undefined, this.state.people) : el("span", { class: "hash", "aria-hidden": "true" }, "#"),
    el("span", { class: "place-name" }, name),
    unread ? el("span", { class: "unread-count" }, unread, el("span", { class: "hidden" }, " unread")) : null));
  }

  get #firstChannel() {
    return this.state.places.keys().next().value;
  }
}
