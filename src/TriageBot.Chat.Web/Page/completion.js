// What could follow what is typed. A pure function of the text, the place of the caret and what the server said about commands.

/**
 * @returns null when there is nothing to say, otherwise
 *   hint: what is expected here, as a sentence
 *   start, end: the part of the text a suggestion takes the place of
 *   items: suggestions as { insert, label, detail }
 *   ask: what to ask the server for more suggestions, { command, option, typed }
 *   isCommand: whether a command's name is being typed
 */
export function complete(text, caret, { commands, people, places }) {
  if (!text.startsWith("/")) return null;
  const words = split(text.slice(0, caret));
  const word = words.at(-1);
  if (words.length === 1) return { ...commandNames(word.text.slice(1), commands), start: 0, end: caret };

  const command = commands.find((known) => known.name === words[0].text.slice(1).toLowerCase());
  if (!command) return null;

  const position = { start: word.start, end: caret };
  const named = command.options.find((option) => word.text.toLowerCase().startsWith(`${option.name}:`));
  if (named) {
    const typed = unquote(word.text.slice(named.name.length + 1));
    return { ...position, ...values(command, named, typed, `${named.name}:`, { people, places }) };
  }

  const used = words.slice(1, -1);
  const positional = positionalAt(command, used);
  const names = optionNames(command, used, word.text);
  if (!positional) return { ...position, hint: names.length > 0 ? command.summary : "", items: names };

  // A date may be several words, and what it comes to depends on all of them.
  const start = positional.kind === "Date" ? restStart(command, words) : word.start;
  const offered = values(command, positional, unquote(text.slice(start, caret)), "", { people, places });
  const afterDate = names.map((name) => ({ ...name, insert: text.slice(start, word.start) + name.insert }));
  return { start, end: caret, ...offered, items: [...offered.items, ...afterDate] };
}

/** Suggestions of the server as items. */
export function fromServer(choices, suggestion) {
  const prefix = suggestion.ask.prefix;
  return choices.map((choice) => ({
    insert: `${prefix}${quote(choice.value)} `,
    label: choice.label,
    detail: choice.label === choice.value ? "" : choice.value,
  }));
}

function commandNames(typed, commands) {
  const wanted = typed.toLowerCase();
  const starting = commands.filter((command) => command.name.startsWith(wanted));
  const containing = commands.filter((command) => !command.name.startsWith(wanted) && command.name.includes(wanted));
  return {
    isCommand: true,
    hint: "",
    items: [...starting, ...containing].map((command) => ({ insert: command.options.length > 0 ? `/${command.name} ` : `/${command.name}`, label: `/${command.name}`, detail: command.summary })),
  };
}

function optionNames(command, used, typed) {
  const wanted = typed.toLowerCase();
  return command.options
    .filter((option) => !option.positional || wanted !== "")
    .filter((option) => option.name.startsWith(wanted) && !used.some((word) => word.text.toLowerCase().startsWith(`${option.name}:`)))
    .filter((option) => !option.positional || option.name !== wanted)
    .map((option) => ({ insert: `${option.name}:`, label: `${option.name}:`, detail: option.summary }));
}

function values(command, option, typed, prefix, { people, places }) {
  const local = {
    Choice: () => option.choices.map(same),
    YesNo: () => ["yes", "no"].map(same),
    // Ids have no spaces, and no two people share one.
    Member: () => people.map((person) => ({ value: `@${person.id}`, label: `@${person.name}` })),
    Channel: () => places.filter((place) => !place.isDirect).map((place) => same(`#${place.name}`)),
  }[option.kind];
  const wanted = typed.replace(/^[@#]/, "").toLowerCase();
  const fitting = (local?.() ?? []).filter(({ label }) => label.replace(/^[@#]/, "").toLowerCase().startsWith(wanted));
  return {
    hint: `${option.name}: ${option.summary}${option.required ? " (needed)" : ""}`,
    items: fitting.map(({ value, label }) => ({ insert: `${prefix}${quote(value)} `, label, detail: "" })),
    ask: local ? undefined : { command: command.name, option: option.name, typed, prefix },
  };
}

/** Each positional option but the last takes one word; the last takes the rest. */
function positionalAt(command, used) {
  const positional = command.options.filter((option) => option.positional);
  const unnamed = used.filter((word) => !command.options.some((option) => word.text.toLowerCase().startsWith(`${option.name}:`)));
  return positional[Math.min(unnamed.length, positional.length - 1)];
}

/** Where the last positional value begins: with the first word it takes, or after the last named option. */
function restStart(command, words) {
  const isNamed = (word) => command.options.some((option) => word.text.toLowerCase().startsWith(`${option.name}:`));
  const before = command.options.filter((option) => option.positional).length - 1;
  const unnamed = words.slice(1).filter((word) => !isNamed(word));
  const first = unnamed[Math.min(before, unnamed.length - 1)];
  const named = words.filter(isNamed).at(-1);
  return named && named.start > first.start ? words.at(-1).start : first.start;
}

/** Words with their places; a quoted part keeps its spaces. The last word may be empty: it is the one being typed. */
function split(text) {
  const words = [];
  let start = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '"') quoted = !quoted;
    if (quoted || !/\s/.test(text[at])) continue;
    if (at > start) words.push({ start, text: text.slice(start, at) });
    start = at + 1;
  }
  words.push({ start, text: text.slice(start) });
  return words;
}

const same = (value) => ({ value, label: value });
const unquote = (value) => value.replaceAll('"', "");
const quote = (value) => (/\s/.test(value) ? `"${value}"` : value);
