// One message as an element: who and when, the text, its controls, its menu.

import { el, rove } from "./dom.js";
import { avatar, renderText, textOf, typed } from "./text.js";

const MOST_CHOICES_AS_BUTTONS = 5;

export class ArticleMaker {
  constructor(state, actions) {
    this.state = state;
    this.actions = actions;
  }

  /** @param isFirst whether it begins a group of messages by one author */
  message(message, isFirst) {
    const { state } = this;
    const name = state.nameOf(message.author);
    const isBot = message.author === undefined;
    const classes = ["message", isFirst && "first", isBot && "from-bot", message.onlyYou && "only-you",
      message.mentions.includes(state.me) && "mentions-me"].filter(Boolean).join(" ");
    return el("article",
      { class: classes, "data-id": message.id, "data-item": message.item, tabindex: -1, "aria-label": `${name}, ${message.time}${message.onlyYou ? ", only you can see this" : ""}` },
      isFirst ? avatar(message.author, state.people) : el("span", { class: "gutter-time", "aria-hidden": "true" }, message.time),
      el("div", { class: "content" },
        isFirst ? el("div", { class: "byline" },
          el("span", { class: "author" }, name),
          isBot ? el("span", { class: "badge-bot" }, "Bot") : null,
          el("time", { datetime: message.at, title: message.day }, message.time),
          message.onlyYou ? onlyYou() : null) : null,
        this.#body(message),
        message.files.length > 0 ? this.#files(message) : null,
        message.controls.length > 0 ? this.#controls(message) : null),
      isBot || state.menus.length === 0 ? null : this.#menu(message));
  }

  #body(message) {
    const body = renderText(message, this.state.me);
    if (message.author !== undefined && textOf(message).startsWith("/")) body.classList.add("command");
    if (message.edited) body.append(" ", el("span", { class: "edited" }, "(edited)"));
    return body;
  }

  #files(message) {
    const address = (name) => `/chat/file?${new URLSearchParams({ as: this.state.me, message: message.id, name })}`;
    return el("div", { class: "controls" },
      ...message.files.map((name) => el("a", { class: "control normal file", href: address(name), download: name }, `Save ${name}`)));
  }

  #controls(message) {
    const row = el("div", { class: "controls" });
    for (const control of message.controls) {
      if (control.type === "button") row.append(this.#button(message, control.id, control.label, control.style));
      else row.append(this.#select(message, control));
    }
    return row;
  }

  #button(message, control, label, style = "Normal", choice = undefined) {
    return el("button", {
      type: "button",
      class: `control ${style.toLowerCase()}`,
      "data-control": choice === undefined ? control : `${control} ${choice}`,
      onclick: (event) => this.#press(event, message, control, choice),
    }, label);
  }

  // A few choices are buttons, one press each. More become a list with a button of its own:
  // in many browsers the arrow keys change a closed list at every step, and each step would count as a choice.
  #select(message, control) {
    if (control.choices.length <= MOST_CHOICES_AS_BUTTONS) {
      return el("fieldset", { class: "choices" },
        el("legend", {}, control.label),
        ...control.choices.map((choice) => this.#button(message, control.id, choice.label, "Normal", choice.value)));
    }

    const list = el("select", { "data-control": control.id }, ...control.choices.map((choice) => el("option", { value: choice.value }, choice.label)));
    return el("div", { class: "choices" },
      el("label", {}, el("span", {}, control.label), list),
      el("button", { type: "button", class: "control normal", onclick: (event) => this.#press(event, message, control.id, list.value) }, "Choose"));
  }

  // The second click of a double click is nobody's choice: by then the button may belong to the next matter.
  async #press({ currentTarget: button, detail: clicks }, message, control, choice) {
    if (clicks > 1 || button.getAttribute("aria-disabled") === "true") return;
    button.setAttribute("aria-disabled", "true");
    await this.actions.press(message, control, choice);
    button.removeAttribute("aria-disabled");
  }

  #menu(message) {
    const id = `menu-${message.id}`;
    const menu = el("div", { id, class: "menu", role: "menu", popover: "auto", "aria-label": "Message" },
      ...this.state.menus.map((entry) => el("button", {
        type: "button",
        role: "menuitem",
        onclick: () => {
          menu.hidePopover();
          this.actions.useMenu(message, entry);
        },
      }, entry)));
    const opener = el("button", { type: "button", class: "menu-button icon-button", popovertarget: id, "aria-haspopup": "menu", "aria-label": `More for the message of ${this.state.nameOf(message.author)}, ${message.time}` },
      el("span", { "aria-hidden": "true" }, "⋯"));
    rove(menu, "[role=menuitem]");
    menu.addEventListener("toggle", (event) => {
      if (event.newState !== "open") return;
      const { bottom, right } = opener.getBoundingClientRect();
      menu.style.top = `${Math.min(bottom + 4, innerHeight - menu.offsetHeight - 8)}px`;
      menu.style.left = `${Math.max(8, right - menu.offsetWidth)}px`;
      menu.querySelector("button").focus();
    });
    return el("div", { class: "message-menu" }, opener, menu);
  }

  /** A line that the server has not confirmed. */
  pending(waiting) {
    const name = this.state.nameOf(this.state.me);
    return el("article", { class: "message first pending", "data-id": waiting.event, tabindex: -1, "aria-label": `${name}, not sent yet` },
      avatar(this.state.me, this.state.people),
      el("div", { class: "content" },
        el("div", { class: "byline" }, el("span", { class: "author" }, name), el("span", { class: "quiet" }, waiting.problem ? "not sent" : "sending …")),
        el("div", { class: "text" }, typed(waiting.text)),
        waiting.problem ? el("div", { class: "controls" },
          el("span", { class: "problem" }, waiting.problem),
          el("button", { type: "button", class: "control primary", onclick: () => this.actions.retry(waiting) }, "Try again"),
          el("button", { type: "button", class: "control normal", onclick: () => this.actions.takeBack(waiting) }, "Edit")) : null));
  }
}

function onlyYou() {
  return el("span", { class: "only-you-mark" }, "Only you can see this");
}
