// Rich text to elements. Each run becomes one text node; what people typed is never looked into.

import { el } from "./dom.js";

export function textOf(message) {
  return message.text.runs.map((run) => run.text).join("");
}

export function renderText(message, me) {
  const body = el("div", { class: "text" });
  for (const run of message.text.runs) {
    switch (run.kind) {
      case "Strong":
        body.append(el("strong", {}, run.text));
        break;
      case "Typed":
        body.append(typed(run.text));
        break;
      case "Moment":
        body.append(el("time", { class: "moment", datetime: new Date(run.at).toISOString() }, run.text));
        break;
      case "Person":
        body.append(el("span", { class: run.member === me ? "person person-me" : "person" }, run.text));
        break;
      case "Link":
        // Given by a platform, never typed; anything but https stays words.
        body.append(run.url?.startsWith("https://") ? el("a", { href: run.url, rel: "noopener noreferrer" }, run.text) : run.text);
        break;
      default:
        body.append(run.text);
    }
  }
  return body;
}

/** What people typed runs in its own direction, and turns nothing around that stands beside it. */
export const typed = (text) => el("span", { class: "typed", dir: "auto" }, text);

const TONES = 6;

/** One or two letters, in a colour by the order in which people joined; the bot has its picture. */
export function avatar(id, people) {
  if (id === undefined) return el("img", { class: "avatar", src: "/page/icon.svg", alt: "" });
  const name = people.get(id)?.name ?? id;
  const initials = name.split(/\s+/).map((word) => [...word][0]).slice(0, 2).join("").toUpperCase();
  return el("span", { class: `avatar tone-${[...people.keys()].indexOf(id) % TONES}`, "aria-hidden": "true" }, initials);
}
