// What this window knows. Everything shown is drawn from here; changes are told as events: "places", "people", "messages", "link".

const READ = "triagebot.read";

export class State extends EventTarget {
  me = "";
  workspace = "";
  people = new Map();
  places = new Map();
  commands = [];
  menus = [];
  maxTextLength = 4000;
  current = "";
  position = 0;
  linked = true;

  constructor() {
    super();
    // What another window of this browser has read is read here too.
    addEventListener("storage", (event) => event.key === READ && this.#tell("places"));
  }

  /** Takes what /chat/state sent. What is already known of the same person stays, so that nothing jumps. */
  load(view) {
    const known = view.me === this.me ? this.places : new Map();
    this.me = view.me;
    this.workspace = view.workspace;
    this.position = view.position;
    this.commands = view.commands;
    this.menus = view.menus;
    this.maxTextLength = view.maxTextLength;
    this.people = new Map(view.people.map((person) => [person.id, person]));
    this.places = new Map(view.places.map((place) => [place.where, {
      where: place.where,
      name: place.name,
      isDirect: place.where.startsWith("direct:"),
      hasOlder: place.page.hasOlder,
      messages: new Map(),
      pending: known.get(place.where)?.pending ?? [],
    }]));
    for (const place of view.places) for (const message of place.page.messages) this.#put(message);
    this.#forgetMarksAfter(view.position);
    if (!this.places.has(this.current)) this.current = view.places[0].where;
    this.#tell("people", "places", "messages");
  }

  get place() {
    return this.places.get(this.current);
  }

  get isEmpty() {
    return [...this.places.values()].every((place) => place.messages.size === 0 && place.pending.length === 0);
  }

  titleOf(where) {
    const { isDirect, name } = this.places.get(where);
    return isDirect ? name : `#${name}`;
  }

  nameOf(member) {
    return member === undefined ? "TriageBot" : this.people.get(member)?.name ?? member;
  }

  /** News from the live connection. Returns the message when it was not known before. */
  take(frame) {
    this.position = Math.max(this.position, frame.sequence);
    if (frame.person) this.#putPeople([frame.person]);
    if (frame.people) this.#putPeople(frame.people);
    return frame.message && this.upsert(frame.message);
  }

  upsert(message) {
    const isNew = this.#put(message);
    const place = this.places.get(message.where);
    if (place && message.event) place.pending = place.pending.filter((waiting) => waiting.event !== message.event);
    this.#tell("messages", "places");
    return isNew ? message : null;
  }

  addOlder(where, page) {
    const place = this.places.get(where);
    place.hasOlder = page.hasOlder;
    for (const message of page.messages) this.#put(message);
    this.#tell("messages");
  }

  sorted(place = this.place) {
    return [...place.messages.values()].sort((a, b) => a.sequence - b.sequence);
  }

  /** Whether what was typed in an act stands in a place already. */
  knows(where, event) {
    return [...this.places.get(where).messages.values()].some((message) => message.event === event);
  }

  open(where) {
    this.current = where;
    this.#tell("places", "messages");
  }

  setPending(where, pending) {
    this.places.get(where).pending = pending;
    this.#tell("messages");
  }

  setLinked(linked) {
    this.linked = linked;
    this.#tell("link");
  }

  /** Sequence up to which this person has read a place; remembered by the browser, for all its windows. */
  readUpTo(where) {
    return this.#readMarks()[`${this.me} ${where}`] ?? 0;
  }

  markRead(where) {
    const last = this.sorted(this.places.get(where)).at(-1)?.sequence ?? 0;
    const marks = this.#readMarks();
    if ((marks[`${this.me} ${where}`] ?? 0) >= last) return;
    marks[`${this.me} ${where}`] = last;
    localStorage.setItem(READ, JSON.stringify(marks));
    this.#tell("places");
  }

  unread(where) {
    const from = this.readUpTo(where);
    return this.sorted(this.places.get(where)).filter((message) => message.sequence > from && message.author !== this.me).length;
  }

  /** How many are unread, as it is shown; where the first of them may not be loaded, at least so many. */
  unreadText(...places) {
    const sum = places.reduce((all, where) => all + this.unread(where), 0);
    if (sum === 0) return "";
    return sum > 99 ? "99+" : `${sum}${places.some((where) => this.#mayHaveMore(where)) ? "+" : ""}`;
  }

  #mayHaveMore(where) {
    const place = this.places.get(where);
    return place.hasOlder && this.unread(where) > 0 && this.sorted(place)[0].sequence > this.readUpTo(where);
  }

  /** A mark later than everything that was said is of another chat, which stood at this address before. */
  #forgetMarksAfter(position) {
    const marks = Object.entries(this.#readMarks());
    const kept = marks.filter(([place, mark]) => mark <= position || !place.startsWith(`${this.me} `));
    if (kept.length < marks.length) localStorage.setItem(READ, JSON.stringify(Object.fromEntries(kept)));
  }

  #readMarks() {
    try {
      return JSON.parse(localStorage.getItem(READ)) ?? {};
    } catch {
      return {};
    }
  }

  #put(message) {
    const messages = this.places.get(message.where)?.messages;
    const old = messages?.get(message.id);
    // News may come twice and, over HTTP and the socket, in either order: the latest change counts.
    if (!messages || (old && old.changed >= message.changed)) return false;
    messages.set(message.id, message);
    return !old;
  }

  #putPeople(people) {
    for (const person of people) this.people.set(person.id, person);
    this.#tell("people");
  }

  #tell(...names) {
    for (const name of names) this.dispatchEvent(new Event(name));
  }
}
