// Making elements. Text always goes in as text: nothing in this page is ever parsed as markup.

/** el("p", { class: "quiet", onclick: f, "aria-label": "x" }, "text", otherNode) */
export function el(tag, properties = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

export const byId = (id) => document.getElementById(id);

/** Arrow keys move within a list that is a single stop of the Tab key. */
export function rove(list, selector, { vertical = true } = {}) {
  list.addEventListener("keydown", (event) => {
    const items = [...list.querySelectorAll(selector)];
    const at = items.indexOf(document.activeElement);
    if (at < 0) return;
    const [back, forward] = vertical ? ["ArrowUp", "ArrowDown"] : ["ArrowLeft", "ArrowRight"];
    const to = { [back]: at - 1, [forward]: at + 1, Home: 0, End: items.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    items[Math.max(0, Math.min(items.length - 1, to))].focus();
  });
  list.addEventListener("focusin", (event) => {
    const current = event.target.closest(selector);
    if (!current) return;
    for (const item of list.querySelectorAll(selector)) item.tabIndex = item === current ? 0 : -1;
  });
}

/** Speaks to screen readers without moving the focus. */
export function announce(text) {
  byId("announcer").textContent = text;
}
