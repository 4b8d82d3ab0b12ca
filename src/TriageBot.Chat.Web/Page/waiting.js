// Lines that the server has not confirmed, of everybody who was somebody in this window. They survive a reload of the page.

const PREFIX = "triagebot.waiting ";

export const waitingOf = (member) => JSON.parse(sessionStorage.getItem(PREFIX + member) ?? "[]");

/** @param lines as { where, event, text }, oldest first */
export function keepWaiting(member, lines) {
  if (lines.length > 0) sessionStorage.setItem(PREFIX + member, JSON.stringify(lines));
  else sessionStorage.removeItem(PREFIX + member);
}

export const forget = (member, event) => keepWaiting(member, waitingOf(member).filter((line) => line.event !== event));

export const whoWaits = () => Object.keys(sessionStorage).filter((key) => key.startsWith(PREFIX)).map((key) => key.slice(PREFIX.length));
