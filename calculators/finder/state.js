// A case in an address: `v=1&flow=import&goods=ore,grain&as_of=2026-11-23`. What cannot be read is named, the rest is kept.
(() => {
  /** @typedef {import("./types").Case} Case */
  const SCHEMA = "1";
  const NONE = "none";
  const STORED = "measures.case";
  const facts = self.measuresFacts;

  /** @param {string} text */
  function isDay(text) {
    const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : null;
    return Boolean(day && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text) && text >= "2005" && text < "2100");
  }

  /** The part of an answer that can be read; numbers are left to Python. @param {string} name @param {string} value @param {string[]} dropped */
  function readable(name, value, dropped) {
    const { type, choices } = facts[name];
    const drop = (/** @type {string} */ part) => { dropped.push(`${name}=${part}`); return ""; };
    if (type === "yes_no") return ["yes", "no"].includes(value) ? value : drop(value);
    if (type === "date") return isDay(value) ? value : drop(value);
    if (type === "one_of") return choices.includes(value) ? value : drop(value);
    if (type !== "many_of" || value === NONE) return value;
    return value.split(",").filter((part) => choices.includes(part) || drop(part)).join(",");
  }

  self.measuresCase = {
    holds: (fragment) => new URLSearchParams(fragment).has("v") && !["rule", "lever", "list"].some((name) => new URLSearchParams(fragment).has(name)),
    parse(fragment) {
      /** @type {Case} */
      const found = { answers: new Map(), asOf: "" };
      /** @type {string[]} */
      const dropped = [];
      for (const [name, value] of new URLSearchParams(fragment)) {
        if (name === "v" && value === SCHEMA) continue;
        if (name === "as_of" && isDay(value) && !found.asOf) found.asOf = value;
        else if (!Object.hasOwn(facts, name) || found.answers.has(name)) dropped.push(`${name}=${value}`);
        else {
          const kept = readable(name, value, dropped);
          if (kept) found.answers.set(name, kept);
        }
      }
      found.asOf ||= self.measuresDay.today();
      return { case: found, dropped };
    },
    fragment({ answers, asOf }) {
      const state = new URLSearchParams({ v: SCHEMA });
      for (const name of Object.keys(facts)) if (answers.get(name)) state.set(name, answers.get(name) || "");
      state.set("as_of", asOf);
      return state.toString().replaceAll("%2C", ",");
    },
    request({ answers }, without = new Set()) {
      /** @type {Record<string, unknown>} */
      const asked = {};
      for (const [name, value] of answers) {
        const { type } = facts[name];
        if (without.has(name)) continue;
        if (type === "yes_no") asked[name] = value === "yes";
        else if (type === "many_of") asked[name] = value === NONE ? [] : value.split(",");
        else asked[name] = type === "integer" && /^\d{1,9}$/.test(value) ? Number(value) : value;
      }
      return asked;
    },
    fromRequest(answers, asOf) {
      const told = Object.entries(answers).map(([name, value]) => {
        if (Array.isArray(value)) return [name, value.join(",") || NONE];
        return [name, value === true ? "yes" : value === false ? "no" : String(value)];
      });
      return { answers: new Map(/** @type {[string, string][]} */ (told)), asOf };
    },
    keep(given) {
      try {
        if (given.answers.size) sessionStorage.setItem(STORED, self.measuresCase.fragment(given));
        else sessionStorage.removeItem(STORED);
      } catch {
        // Not carried over beyond this page; links still carry the case.
      }
    },
    kept() {
      try {
        return sessionStorage.getItem(STORED) || "";
      } catch {
        return "";
      }
    },
  };
})();
