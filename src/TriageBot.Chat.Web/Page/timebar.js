// The demo's clock, which only the demo has.

import { byId } from "./dom.js";

const EVERY_MINUTE = 60_000;

export async function startTimebar(tell) {
  if (!(await show(await fetch("/demo").catch(() => null)))) return;

  byId("timebar").hidden = false;
  setInterval(async () => show(await fetch("/demo").catch(() => null)), EVERY_MINUTE);
  for (const button of byId("timebar").querySelectorAll("button")) {
    button.addEventListener("click", async () => {
      if (button.getAttribute("aria-disabled") === "true") return;
      button.setAttribute("aria-disabled", "true");
      const done = await fetch("/demo", {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ to: button.dataset.to }),
      }).catch(() => null);
      button.removeAttribute("aria-disabled");
      if (!done?.ok) tell("The demo's clock did not move. Try it again.");
      await show(await fetch("/demo").catch(() => null));
    });
  }
}

async function show(response) {
  if (!response?.ok) return false;
  byId("demo-now").textContent = (await response.json()).now;
  return true;
}
