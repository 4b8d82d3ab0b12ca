// Forms in a native dialog. What was filled in is kept, also over a reload, until it was sent or cancelled.

import { byId, el } from "./dom.js";
import { runs } from "./text.js";

const draftsKey = (me) => `triagebot.form-drafts ${me}`;
const openKey = (me) => `triagebot.form-open ${me}`;

export class Forms {
  #shown = null;

  /** @param fill sends the values; resolves to null, to a sentence when it did not work, or to the form with what is wrong */
  constructor(fill) {
    this.fill = fill;
    this.dialog = byId("form-dialog");
    this.dialog.addEventListener("close", () => {
      this.#shown?.onClose();
      this.#shown = null;
      // The browser goes back to the button that opened the form, unless its message was drawn again meanwhile.
      const { activeElement } = document;
      if (activeElement === document.body || this.dialog.contains(activeElement)) this.returnFocus();
    });
  }

  /**
   * @param from id of the message it was opened from
   * @param returnFocus goes back to where the form came from
   */
  open(member, form, from, returnFocus) {
    this.returnFocus = returnFocus;
    const key = `${form.id} ${form.title}`;
    // What the bot gives back is what was typed last.
    const draft = form.problem ? {} : read(draftsKey(member))[key] ?? {};
    const keep = (values) => write(draftsKey(member), { ...read(draftsKey(member)), [key]: values });
    const forget = () => {
      const { [key]: sent, ...others } = read(draftsKey(member));
      write(draftsKey(member), others);
    };
    let current = form;
    this.#show(form.title, form.fields.map((field) => ({ ...field, initial: draft[field.name] ?? field.initial })), {
      label: "Send",
      problem: form.problem,
      onInput: keep,
      onCancel: forget,
      onClose: () => write(openKey(member), null),
      submit: async (values) => {
        const outcome = await this.fill(current, values);
        if (outcome === null) forget();
        if (!outcome?.problem) return outcome;
        current = outcome;
        write(openKey(member), { form: outcome, from });
        keep(values);
        return outcome.problem;
      },
    });
    write(openKey(member), { form, from });
  }

  /** Opens what was open when the page was left. */
  restore(member, returnFocus) {
    const { form, from } = read(openKey(member));
    if (!form) return;
    const { problem, ...asFirst } = form;
    this.open(member, asFirst, from, () => returnFocus(from));
    if (problem) this.#shown.refuse(problem);
    write(openKey(member), { form, from });
  }

  /** Asks for one line of the page's own. */
  ask(title, field, label, submit) {
    this.returnFocus = () => {};
    this.#show(title, [field], { label, onInput: () => {}, onCancel: () => {}, onClose: () => {}, submit: (values) => submit(values[field.name]) });
  }

  #show(title, fields, { label, problem = null, onInput, onCancel, onClose, submit }) {
    const sentence = el("p", { class: "notice", role: "alert", hidden: true });
    const send = el("button", { type: "submit", class: "control primary" }, label);
    const cancel = () => {
      onCancel();
      this.dialog.close();
    };
    const form = el("form", { method: "dialog" },
      el("h2", { id: "form-title" }, title),
      ...fields.map((field) => this.#field(field)),
      sentence,
      el("div", { class: "dialog-buttons" },
        el("button", { type: "button", class: "control normal", onclick: cancel }, "Cancel"),
        send));
    const shown = { onClose, refuse: (wrong) => refuse(form, wrong) };
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
      const wrong = await submit(values());
      send.removeAttribute("aria-disabled");
      // Closed meanwhile, or the answer has opened another.
      if (this.#shown !== shown) return;
      const isOfForm = typeof wrong === "string";
      sentence.textContent = isOfForm ? wrong : "";
      sentence.hidden = !isOfForm;
      if (wrong === null) this.dialog.close();
      else refuse(form, isOfForm ? null : wrong);
    });
    this.#shown?.onClose();
    this.#shown = shown;
    this.dialog.replaceChildren(form);
    if (!this.dialog.open) this.dialog.showModal();
    form.querySelector("input, textarea")?.focus();
    if (problem) refuse(form, problem);
  }

  // How long a text may be is for the server to say: a limit here would cut off what is pasted without a word.
  #field({ name, label, initial, multiline, required, hint }) {
    const id = `field-${name}`;
    const properties = { id, name, required, dir: "auto", "aria-describedby": `${id}-problem${hint ? ` ${id}-hint` : ""}` };
    const input = multiline ? el("textarea", { ...properties, rows: 4 }) : el("input", { ...properties, type: "text", autocomplete: "off" });
    input.value = initial;
    return el("div", { class: "field" },
      el("label", { for: id }, label, required ? "" : el("span", { class: "quiet" }, " (optional)")),
      el("p", { id: `${id}-problem`, class: "notice field-problem", role: "alert", hidden: true }),
      input,
      hint ? el("p", { id: `${id}-hint`, class: "quiet" }, hint) : null);
  }
}

/** Says at its field what cannot be used, and goes there. @param problem null when no field is concerned */
function refuse(form, problem) {
  for (const input of form.querySelectorAll("input, textarea")) {
    const isWrong = input.name === problem?.field;
    const place = form.querySelector(`#${CSS.escape(input.id)}-problem`);
    input.toggleAttribute("aria-invalid", false);
    place.hidden = !isWrong;
    place.replaceChildren(...(isWrong ? runs(problem.sentence, "") : []));
    if (!isWrong) continue;
    input.setAttribute("aria-invalid", "true");
    input.focus();
  }
}

function read(key) {
  try {
    return JSON.parse(sessionStorage.getItem(key)) ?? {};
  } catch {
    return {};
  }
}

function write(key, value) {
  if (value === null || Object.keys(value).length === 0) sessionStorage.removeItem(key);
  else sessionStorage.setItem(key, JSON.stringify(value));
}
