// The message list: one article per message, drawn again only when the message changed.

import { ArticleMaker } from "./article.js";
import { byId, el, rove } from "./dom.js";

const GROUP_WITHIN = 5 * 60_000;
const NEAR_BOTTOM = 80;

export class MessageList {
  #drawn = new Map();
  #shownPlace = "";
  #newFrom = 0;
  #isStuckToBottom = true;

  /** @param actions press(message, control, choice), useMenu(message, menu), older(), retry(pending), takeBack(pending) */
  constructor(state, actions) {
    this.state = state;
    this.maker = new ArticleMaker(state, actions);
    this.list = byId("messages");
    this.scroller = byId("scroller");
    rove(this.list, "article");
    this.list.addEventListener("focusin", (event) => this.#activate(event.target.closest("article")));
    this.scroller.addEventListener("scroll", () => this.#seen());
    addEventListener("focus", () => this.#seen());
    // A growing message box or a phone's keyboard takes room from the list; the newest message stays in view.
    new ResizeObserver(() => this.#isStuckToBottom && this.toNewest()).observe(this.scroller);
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
    this.#offerOlder(state.place.hasOlder);
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
    this.#isStuckToBottom = this.#isAtBottom();
    if (!this.#isStuckToBottom) return;
    byId("to-newest").hidden = true;
    if (document.hasFocus() && this.state.place) this.state.markRead(this.state.current);
  }

  #offerOlder(hasOlder) {
    const older = byId("older");
    const hadFocus = document.activeElement === older;
    older.hidden = !hasOlder;
    if (hadFocus && !hasOlder) this.list.querySelector("article")?.focus({ preventScroll: true });
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
      nodes.push(this.#reuse(message.id, `${message.changed} ${isFirst} ${state.menus.length}`, () => this.maker.message(message, isFirst)));
      previous = message;
    }
    for (const waiting of state.place.pending) {
      nodes.push(this.#reuse(`pending ${waiting.event}`, waiting.problem ?? "", () => this.maker.pending(waiting)));
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
      for (const control of article.querySelectorAll("button, select, a.file")) control.tabIndex = index;
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
}

function follows(message, previous) {
  return previous !== null && message.author === previous.author && message.day === previous.day && message.onlyYou === previous.onlyYou
    && Date.parse(message.at) - Date.parse(previous.at) < GROUP_WITHIN;
}

function separator(text, kind = "day") {
  return el("div", { class: `separator ${kind}` }, el("span", {}, text));
}
