// The message list: one article per message, drawn again only when the message changed.

import { byId, el, rove } from "./dom.js";
import { avatar, renderText, textOf } from "./text.js";

const GROUP_WITHIN = 5 * 60_000;
const NEAR_BOTTOM = 80;
const MOST_CHOICES_AS_BUTTONS = 5;

export class MessageList {
  #drawn = new Map();
  #shownPlace = "";
  #newFrom = 0;

  /** @param actions press(message, control, choice), useMenu(message, menu), older(), retry(pending), takeBack(pending) */
  constructor(state, actions) {
    this.state = state;
    this.actions = actions;
    this.list = byId("messages");
    this.scroller = byId("scroller");
    rove(this.list, "article");
    this.list.addEventListener("focusin", (event) => this.#activate(event.target.closest("article")));
    this.scroller.addEventListener("scroll", () => this.#seen());
    addEventListener("focus", () => this.#seen());
    byId("older").addEventListener("click", () => actions.older());
    byId("to-newest").addEventListener("click", () => this.toNewest());
  }

  draw() {
    const { state, scroller } = this;
    const moved = this.#shownPlace !== `${state.me} ${state.current}`;
    const wasAtBottom = moved || this.#isAtBottom();
    const heightBefore = scroller.scrollHeight;
    const firstBefore = this.list.querySelector("article")?.dataset.id;
    if (moved) {
      this.#shownPlace = `${state.me} ${state.current}`;
      this.#newFrom = state.readUpTo(state.current);
      this.#drawn.clear();
    }

    const focused = this.#focused();
    this.#reconcile(this.#nodes());
    this.#refocus(focused);
    byId("older").hidden = !state.place.hasOlder;
    if (wasAtBottom) this.toNewest();
    else if (firstBefore && this.#addedAbove(firstBefore)) scroller.scrollTop += scroller.scrollHeight - heightBefore;
    byId("to-newest").hidden = wasAtBottom || this.#isAtBottom();
    this.#seen();
  }

  /** @returns false when the message is not in the list */
  focus(messageId) {
    const article = this.list.querySelector(`article[data-id="${CSS.escape(messageId)}"]`);
    article?.focus();
    return article !== null;
  }

  toNewest() {
    this.scroller.scrollTop = this.scroller.scrollHeight;
    byId("to-newest").hidden = true;
  }

  #isAtBottom() {
    return this.scroller.scrollHeight - this.scroller.scrollTop - this.scroller.clientHeight < NEAR_BOTTOM;
  }

  /** What is in view of somebody who looks at this window is read. */
  #seen() {
    if (!this.#isAtBottom()) return;
    byId("to-newest").hidden = true;
    if (document.hasFocus() && this.state.place) this.state.markRead(this.state.current);
  }

  #addedAbove(firstBefore) {
    return this.list.querySelector("article")?.dataset.id !== firstBefore;
  }

  #nodes() {
    const { state } = this;
    const nodes = [];
    let previous = null;
    let isMarked = this.#newFrom === 0;
    for (const message of state.sorted()) {
      if (message.day !== previous?.day) nodes.push(this.#reuse(`day ${message.day}`, "", () => separator(message.day)));
      if (!isMarked && message.sequence > this.#newFrom && message.author !== state.me) {
        isMarked = true;
        nodes.push(this.#reuse("new", "", () => separator("New", "new")));
      }
      const isFirst = !follows(message, previous);
      nodes.push(this.#reuse(message.id, `${message.changed} ${isFirst} ${state.menus.length}`, () => this.#article(message, isFirst)));
      previous = message;
    }
    for (const waiting of state.place.pending) {
      nodes.push(this.#reuse(`pending ${waiting.event}`, waiting.problem ?? "", () => this.#pending(waiting)));
    }
    return nodes;
  }

  #reuse(key, version, make) {
    const known = this.#drawn.get(key);
    if (known?.version === version) return known.node;
    const node = make();
    this.#drawn.set(key, { version, node });
    return node;
  }

  #reconcile(nodes) {
    const wanted = new Set(nodes);
    for (const child of [...this.list.children]) if (!wanted.has(child)) child.remove();
    nodes.forEach((node, index) => {
      if (this.list.children[index] !== node) this.list.insertBefore(node, this.list.children[index] ?? null);
    });
    const articles = this.list.querySelectorAll("article");
    this.#activate(document.activeElement?.closest("#messages article") ?? articles[articles.length - 1]);
  }

  /** The list is one stop of the Tab key, and so are the controls of its active message; all others are reached with the arrow keys. */
  #activate(active) {
    if (!active) return;
    for (const article of this.list.querySelectorAll("article")) {
      const index = article === active ? 0 : -1;
      article.tabIndex = index;
      for (const control of article.querySelectorAll("button, select")) control.tabIndex = index;
    }
  }

  #focused() {
    const article = document.activeElement?.closest?.("#messages article");
    return article && { id: article.dataset.id, control: document.activeElement.dataset.control };
  }

  #refocus(focused) {
    if (!focused || this.list.contains(document.activeElement)) return;
    const article = this.list.querySelector(`article[data-id="${CSS.escape(focused.id)}"]`);
    if (!article) return;
    const control = focused.control && article.querySelector(`[data-control="${CSS.escape(focused.control)}"]`);
    (control || article).focus();
  }

  #article(message, isFirst) {
    const { state } = this;
    const name = state.nameOf(message.author);
    const isBot = message.author === undefined;
    const classes = ["message", isFirst && "first", isBot && "from-bot", message.onlyYou && "only-you",
      message.mentions.includes(state.me) && "mentions-me"].filter(Boolean).join(" ");
    return el("article",
      { class: classes, "data-id": message.id, "data-item": message.item, tabindex: -1, "aria-label": `${name}, ${message.time}` },
      isFirst ? avatar(message.author, state.people) : el("span", { class: "gutter-time", "aria-hidden": "true" }, message.time),
      el("div", { class: "content" },
        isFirst ? el("div", { class: "byline" },
          el("span", { class: "author" }, name),
          isBot ? el("span", { class: "badge-bot" }, "Bot") : null,
          el("time", { datetime: message.at, title: message.day }, message.time),
          message.onlyYou ? onlyYou() : null) : null,
        this.#body(message),
        message.controls.length > 0 ? this.#controls(message) : null),
      isBot || state.menus.length === 0 ? null : this.#menu(message));
  }

  #body(message) {
    const body = renderText(message, this.state.me);
    if (message.author !== undefined && textOf(message).startsWith("/")) body.classList.add("command");
    if (message.edited) body.append(" ", el("span", { class: "edited" }, "(edited)"));
    return body;
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
      onclick: (event) => this.#press(event.currentTarget, message, control, choice),
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
      el("button", { type: "button", class: "control normal", onclick: (event) => this.#press(event.currentTarget, message, control.id, list.value) }, "Choose"));
  }

  async #press(button, message, control, choice) {
    if (button.getAttribute("aria-disabled") === "true") return;
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

  #pending(waiting) {
    const name = this.state.nameOf(this.state.me);
    return el("article", { class: "message first pending", "data-id": waiting.event, tabindex: -1, "aria-label": `${name}, not sent yet` },
      avatar(this.state.me, this.state.people),
      el("div", { class: "content" },
        el("div", { class: "byline" }, el("span", { class: "author" }, name), el("span", { class: "quiet" }, waiting.problem ? "not sent" : "sending …")),
        el("div", { class: "text" }, el("span", { class: "typed" }, waiting.text)),
        waiting.problem ? el("div", { class: "controls" },
          el("span", { class: "problem" }, waiting.problem),
          el("button", { type: "button", class: "control primary", onclick: () => this.actions.retry(waiting) }, "Try again"),
          el("button", { type: "button", class: "control normal", onclick: () => this.actions.takeBack(waiting) }, "Edit")) : null));
  }
}

function follows(message, previous) {
  return previous !== null && message.author === previous.author && message.day === previous.day && message.onlyYou === previous.onlyYou
    && Date.parse(message.at) - Date.parse(previous.at) < GROUP_WITHIN;
}

function separator(text, kind = "day") {
  return el("div", { class: `separator ${kind}` }, el("span", {}, text));
}

function onlyYou() {
  return el("span", { class: "only-you-mark" }, "Only you can see this");
}
