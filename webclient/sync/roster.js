/** The roster file: CSV as Dutch school systems export it. Reads the same way as `sync/roster.py` (same vectors). */

/** @typedef {{key: string, first: string, particle: string, last: string, relation: string, email: string, phone: string,
 *   address: {street: string, postcode: string, city: string}}} Guardian */
/** @typedef {{number: string, first: string, particle: string, last: string, born: string, groups: string[], guardians: Guardian[]}} Child */
/** @typedef {{line: number, column: string, reason: string, value: string}} RowProblem */
/** @typedef {{children: Child[], groups: string[], problems: RowProblem[]}} Roster */

const LARGEST = 2 * 2 ** 20;
const MOST_ROWS = 5000;
const LONGEST = 200;
const GUARDIANS = 4;
/** @type {Record<string, string[]>} */
const COLUMNS = {
  number: ["leerlingnummer", "leerlingnr", "nummer", "llnr"], first: ["roepnaam", "voornaam"],
  particle: ["voorvoegsel", "voorvoegsels", "tussenvoegsel", "tussenvoegsels"], last: ["achternaam", "naam"],
  born: ["geboortedatum", "geboren"], groups: ["groep", "groepen", "klas"],
};
/** @type {Record<string, string[]>} */
const GUARDIAN = {
  first: ["roepnaam", "voornaam", "voorletters"], particle: ["voorvoegsel", "tussenvoegsel"], last: ["achternaam", "naam"],
  relation: ["relatie", "soort"], email: ["e-mail", "email", "mail", "e-mailadres"], phone: ["telefoon", "mobiel", "telefoonnummer"],
  street: ["adres", "straat"], postcode: ["postcode"], city: ["woonplaats", "plaats"],
};
const REQUIRED = ["number", "first", "last", "groups"];
const PREFIX = /^(?:verzorger|ouder)\s*([1-9])[ _-]*(.*)$/;
const PARTICLES = /^((?:(?:van|von|de|den|der|het|'t|in|op|onder|over|te|ten|ter|el|al|la|le|du|dos|da|di|bij|aan|uit)\s+)+)(?=\S)/i;
const EMAIL = /^[^@\s]+@[^@\s]+\.[^@\s]+$/;
// eslint-disable-next-line no-control-regex
const CONTROL = /[\x00-\x08\x0b-\x1f\x7f]/;

/** The file as a whole cannot be read; `code`: `too-large`, `not-text`, `no-header`, `too-many-rows`. */
export class RosterError extends Error {
  /** @param {string} code */
  constructor(code) {
    super(code);
    this.code = code;
  }
}

class BadRow extends Error {
  /** @param {string} column @param {string} reason @param {string} [value] */
  constructor(column, reason, value = "") {
    super(reason);
    this.column = column;
    this.reason = reason;
    this.value = value;
  }
}

/** Read a roster file; throws RosterError if it is none. @param {Uint8Array} data @returns {Roster} */
export function parseRoster(data) {
  const rows = readRows(decode(data));
  const columns = readHeader(rows[0]?.cells ?? []);
  /** @type {Map<string, Child>} */
  const children = new Map();
  /** @type {RowProblem[]} */
  const problems = [];
  for (const { line, cells } of rows.slice(1)) {
    try {
      const child = readChild(Object.fromEntries([...columns].map(([name, at]) => [name, readCell(cells, at, name)])));
      if (children.has(child.number)) throw new BadRow("leerlingnummer", "duplicate", child.number);
      children.set(child.number, child);
    } catch (bad) {
      if (!(bad instanceof BadRow)) throw bad;
      problems.push({ line, column: bad.column, reason: bad.reason, value: bad.value.slice(0, 40) });
    }
  }
  return { children: [...children.values()], groups: [...new Set([...children.values()].flatMap((child) => child.groups))], problems };
}

/** The text of a file in UTF-8, with or without a mark, or Windows-1252. @param {Uint8Array} data */
export function decode(data) {
  if (data.length > LARGEST) throw new RosterError("too-large");
  if (data.includes(0)) throw new RosterError("not-text");
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(data);
  } catch {
    return new TextDecoder("windows-1252").decode(data);
  }
}

/** Particle and surname, also where the particle stands inside the surname. @param {string} particle @param {string} last @returns {[string, string]} */
export function splitName(particle, last) {
  if (particle) return [particle, last];
  if (last.includes(",")) {
    const at = last.indexOf(",");
    return [last.slice(at + 1).trim(), last.slice(0, at).trim()];
  }
  const found = PARTICLES.exec(last);
  return found ? [found[1].trim(), last.slice(found[0].length)] : ["", last];
}

/** @param {string} text */
function readRows(text) {
  const head = text.split("\n", 1)[0];
  const count = (/** @type {string} */ mark) => head.split(mark).length;
  const delimiter = [";", "\t", ","].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
  const rows = split(text, delimiter).map(({ line, cells }) => ({ line, cells: cells.map((cell) => cell.trim()) }));
  const full = rows.filter(({ cells }) => cells.some(Boolean));
  if (full.length > MOST_ROWS + 1) throw new RosterError("too-many-rows");
  return full;
}

/** CSV as RFC 4180 has it: quotes around cells with delimiters, line ends or doubled quotes. @param {string} text @param {string} delimiter */
function split(text, delimiter) {
  /** @type {{line: number, cells: string[]}[]} */
  const rows = [];
  let cells = [""];
  let line = 1;
  let start = 1;
  let quoted = false;
  const endRow = () => {
    rows.push({ line: start, cells });
    cells = [""];
    start = line;
  };
  for (let at = 0; at < text.length; at++) {
    const symbol = text[at];
    if (symbol === "\n" || (symbol === "\r" && text[at + 1] !== "\n")) line++;
    if (quoted && symbol === '"' && text[at + 1] === '"') cells[cells.length - 1] += text[at++];
    else if (quoted) symbol === '"' ? (quoted = false) : (cells[cells.length - 1] += symbol);
    else if (symbol === '"' && cells[cells.length - 1] === "") quoted = true;
    else if (symbol === delimiter) cells.push("");
    else if (symbol === "\n" || (symbol === "\r" && text[at + 1] !== "\n")) endRow();
    else if (symbol !== "\r") cells[cells.length - 1] += symbol;
  }
  endRow();
  return rows;
}

/** @param {string[]} cells @returns {Map<string, number>} */
function readHeader(cells) {
  /** @type {Map<string, number>} */
  const columns = new Map();
  cells.forEach((cell, at) => {
    const name = cell.toLowerCase().split(/\s+/).join(" ");
    const guardian = PREFIX.exec(name);
    const key = named(guardian ? guardian[2] : name, guardian ? GUARDIAN : COLUMNS);
    const column = guardian ? `${guardian[1]}.${key}` : key;
    if (key && !columns.has(column)) columns.set(column, at);
  });
  if (REQUIRED.some((name) => !columns.has(name))) throw new RosterError("no-header");
  return columns;
}

/** @param {string} name @param {Record<string, string[]>} known */
function named(name, known) {
  return Object.keys(known).find((key) => known[key].includes(name)) ?? "";
}

/** @param {string[]} cells @param {number} at @param {string} name */
function readCell(cells, at, name) {
  const value = cells[at] ?? "";
  if ([...value].length > LONGEST) throw new BadRow(name, "too-long", value);
  if (CONTROL.test(value)) throw new BadRow(name, "control-character");
  return value.split(/\s+/).filter(Boolean).join(" ");
}

/** @param {Record<string, string>} cells @returns {Child} */
function readChild(cells) {
  for (const name of REQUIRED) if (!cells[name]) throw new BadRow(COLUMNS[name][0], "missing");
  const [particle, last] = splitName(cells.particle ?? "", cells.last);
  const groups = [...new Set(cells.groups.split(/[,+/]/).map((part) => part.trim()).filter(Boolean))];
  const found = [...new Set(Object.keys(cells).filter((name) => name.includes(".") && cells[name]).map((name) => name.split(".")[0]))].sort();
  if (found.some((number) => Number(number) > GUARDIANS)) throw new BadRow("verzorger5", "too-many-guardians");
  const guardians = found.map((number) => readGuardian(number, cells, last)).filter((one) => one !== null);
  return { number: cells.number, first: cells.first, particle, last, born: readDate(cells.born ?? ""), groups, guardians };
}

/** @param {string} number @param {Record<string, string>} cells @param {string} childLast @returns {Guardian | null} */
function readGuardian(number, cells, childLast) {
  const get = (/** @type {string} */ key) => cells[`${number}.${key}`] ?? "";
  if (!get("first") && !get("last")) return null;
  if (get("email") && !EMAIL.test(get("email"))) throw new BadRow(`verzorger${number} e-mail`, "bad-email", get("email"));
  const [particle, last] = splitName(get("particle"), get("last") || childLast);
  const address = { street: get("street"), postcode: get("postcode"), city: get("city") };
  return { key: number, first: get("first"), particle, last, relation: get("relation"), email: get("email"), phone: get("phone"), address };
}

/** @param {string} text */
function readDate(text) {
  if (!text) return "";
  const dutch = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(text);
  const iso = /^(\d+)-(\d+)-(\d+)$/.exec(text);
  const [year, month, day] = dutch ? [dutch[3], dutch[2], dutch[1]].map(Number) : iso ? iso.slice(1).map(Number) : [0, 0, 0];
  const at = new Date(Date.UTC(year, month - 1, day));
  if (year <= 1900 || year > 9999 || at.getUTCMonth() !== month - 1 || at.getUTCDate() !== day) throw new BadRow("geboortedatum", "bad-date", text);
  return at.toISOString().slice(0, 10);
}
