// Rich text to elements. Each run becomes one text node; what people typed is never looked into.

import { el } from "./dom.js";

export function textOf(message) {
  return message.text.runs.map((run) => run.text).join("");
}

export const renderText = (message, me) => el("div", { class: "text" }, ...runs(message.text, me));

export const runs = (text, me) => text.runs.map((run) => rendered(run, me));

function rendered(run, me) {
  switch (run.kind) {
    case "Strong":
      return el("strong", {}, run.text);
    case "Typed":
      return typed(run.text);
    case "Moment":
      return el("time", { class: "moment", datetime: new Date(run.at).toISOString() }, run.text);
    case "Person":
      return el("span", { class: run.member === me ? "person person-me" : "person" }, run.text);
    case "Link":
      // Given by a platform, never typed; anything but https stays words.
      return run.url?.startsWith("https://") ? el("a", { href: run.url, rel: "noopener noreferrer" }, run.text) : run.text;
    default:
      return run.text;
  }
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
