// Forms in a native dialog. What was filled in is kept when the form is closed or could not be sent.

import { byId, el } from "./dom.js";

export class Forms {
  #drafts = new Map();

  /** @param fill sends the values; resolves to null, or to a sentence when it did not work */
  constructor(fill) {
    this.fill = fill;
    this.dialog = byId("form-dialog");
    this.dialog.addEventListener("close", () => {
      // The browser goes back to the button that opened the form, unless its message was drawn again meanwhile.
      const { activeElement } = document;
      if (activeElement === document.body || this.dialog.contains(activeElement)) this.returnFocus();
    });
  }

  /** @param returnFocus goes back to where the form came from */
  open(member, form, returnFocus) {
    this.returnFocus = returnFocus;
    const key = `${member} ${form.id} ${form.title}`;
    const draft = this.#drafts.get(key) ?? {};
    this.#show(form.title, form.fields.map((field) => ({ ...field, initial: draft[field.name] ?? field.initial })), {
      label: "Send",
      onInput: (values) => this.#drafts.set(key, values),
      submit: async (values) => {
        const problem = await this.fill(form, values);
        if (problem === null) this.#drafts.delete(key);
        return problem;
      },
    });
  }

  /** Asks for one line of the page's own. */
  ask(title, field, label, submit) {
    this.returnFocus = () => {};
    this.#show(title, [field], { label, onInput: () => {}, submit: (values) => submit(values[field.name]) });
  }

  #show(title, fields, { label, onInput, submit }) {
    const problem = el("p", { class: "notice", role: "alert", hidden: true });
    const send = el("button", { type: "submit", class: "control primary" }, label);
    const form = el("form", { method: "dialog" },
      el("h2", { id: "form-title" }, title),
      ...fields.map((field) => this.#field(field)),
      problem,
      el("div", { class: "dialog-buttons" },
        el("button", { type: "button", class: "control normal", onclick: () => this.dialog.close() }, "Cancel"),
        send));
    const values = () => Object.fromEntries(new FormData(form));
    form.addEventListener("input", () => onInput(values()));
    form.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
    });
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      // Not disabled: that would take the focus away.
      if (send.getAttribute("aria-disabled") === "true") return;
      send.setAttribute("aria-disabled", "true");
      const sentence = await submit(values());
      send.removeAttribute("aria-disabled");
      problem.textContent = sentence ?? "";
      problem.hidden = sentence === null;
      if (sentence === null) this.dialog.close();
    });
    this.dialog.replaceChildren(form);
    this.dialog.showModal();
    form.querySelector("input, textarea")?.focus();
  }

  // How long a text may be is for the server to say: a limit here would cut off what is pasted without a word.
  #field({ name, label, initial, multiline, required, hint }) {
    const id = `field-${name}`;
    const properties = { id, name, required, dir: "auto", "aria-describedby": hint ? `${id}-hint` : undefined };
    const input = multiline ? el("textarea", { ...properties, rows: 4 }) : el("input", { ...properties, type: "text", autocomplete: "off" });
    input.value = initial;
    return el("div", { class: "field" },
      el("label", { for: id }, label, required ? "" : el("span", { class: "quiet" }, " (optional)")),
      input,
      hint ? el("p", { id: `${id}-hint`, class: "quiet" }, hint) : null);
  }
}
