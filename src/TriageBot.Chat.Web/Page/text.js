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
        body.append(el("span", { class: "typed" }, run.text));
        break;
      case "Moment":
        body.append(el("time", { class: "moment", datetime: new Date(run.at).toISOString() }, run.text));
        break;
      case "Person":
        body.append(el("span", { class: run.member === me ? "person person-me" : "person" }, run.text));
        break;
      default:
        body.append(run.text);
    }
  }
  return body;
}

/** One or two letters and a colour that stay the same for a person. */
export function avatar(id, name) {
  if (id === undefined) return el("img", { class: "avatar", src: "/page/icon.svg", alt: "" });
  const initials = name.split(/\s+/).map((word) => [...word][0]).slice(0, 2).join("").toUpperCase();
  const tone = [...id].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)) % 6, 7);
  return el("span", { class: `avatar tone-${tone}`, "aria-hidden": "true" }, initials);
}
