// The first steps, shown while the chat is empty.

import { byId, el } from "./dom.js";

/** @param tryAs becomes a person and puts a line into the box */
export function drawWelcome(state, tryAs) {
  const section = byId("welcome");
  section.hidden = state.sorted().length > 0 || state.place.pending.length > 0;
  if (section.hidden) return;

  const people = [...state.people.values()];
  const owner = people.find((person) => person.isAdmin) ?? people[0];
  const mate = people.find((person) => person !== owner) ?? owner;
  const steps = [
    [mate, "/urgent Server down at Acme", `As ${mate.name}, hold a question for the next break. The answer says when to expect one.`],
    [owner, "/break", `As ${owner.name}, open the break and go through what was held.`],
    [owner, "/help", "See everything TriageBot can do."],
  ].filter(([, line]) => state.commands.length === 0 || state.commands.some((command) => line.slice(1).split(" ")[0] === command.name));

  section.replaceChildren(
    el("img", { src: "/page/icon.svg", alt: "", width: 48, height: 48 }),
    el("h2", {}, state.isEmpty ? "Welcome to your team chat" : `Nothing in ${byId("title").textContent} yet`),
    el("p", {}, state.place.isDirect
      ? "Here you talk with TriageBot alone. Type / to see its commands."
      : "Say something to the team, or type / for TriageBot's commands. Commands are seen by you only."),
    el("ol", { class: "steps" }, ...steps.map(([person, line, explanation]) =>
      el("li", {}, el("span", {}, explanation),
        el("button", { type: "button", class: "try", "aria-label": `Try ${line} as ${person.name}`, onclick: () => tryAs(person.id, line) },
          el("code", {}, line))))));
}
