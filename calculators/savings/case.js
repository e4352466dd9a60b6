// A case in an address: `v=1&lever=port-storage&boxes=4&storage_before=10..14&storage_tiers=6:80;11-20:160`.
(() => {
  /** @typedef {import("./types").Value} Value */
  const SCHEMA = "1";
  const APART = ["v", "lever", "example", "known", "against", "times", "goods", "list", "case"];
  const { fields, named, value, fill } = self.measuresFigures;

  /** @param {Value} given */
  function written(given) {
    if (Array.isArray(given)) return given.map((tier) => `${tier.from_day || ""}${tier.to_day ? `-${tier.to_day}` : ""}:${tier.rate || ""}`).join(";");
    return typeof given === "object" ? `${given.low || ""}..${given.high || ""}` : String(given);
  }

  /** The value in a text of an address; null where it makes none. @param {HTMLElement} field @param {string} text @returns {Value | null} */
  function understood(field, text) {
    if (field.dataset.type === "tiers") {
      const rows = text.split(";").map((row) => /^([^:-]*)(?:-([^:]*))?:(.*)$/.exec(row));
      if (rows.some((row) => row === null)) return null;
      return rows.map((row) => ({ from_day: row?.[1], to_day: row?.[2] || "", rate: row?.[3] }));
    }
    if (field.dataset.type === "yes_no") return text === "true" || (text === "false" ? false : null);
    const two = /^(.*?)\.\.(.*)$/.exec(text);
    return two ? { low: two[1], high: two[2] } : text;
  }

  /** @param {URLSearchParams} state @param {string} name */
  const names = (state, name) => (state.get(name) || "").split(",").filter((one) => one);

  /** @param {string} lever */
  const formOf = (lever) => /** @type {HTMLFormElement | null} */ (document.querySelector(`form.savings[data-lever="${CSS.escape(lever)}"]`));

  /** Marks of figures that are not the reader's own. @param {HTMLFormElement} form @param {string} mark */
  const marked = (form, mark) => fields(form).filter((field) => field.classList.contains(mark) && value(field) !== undefined).map((field) => field.dataset.name || "");

  self.measuresSaving = {
    read(form) {
      /** @type {Record<string, Value>} */
      const inputs = {};
      for (const field of fields(form)) {
        const given = value(field);
        if (given !== undefined) inputs[field.dataset.name || ""] = given;
      }
      return { lever: form.dataset.lever || "", inputs, example: marked(form, "example"), known: marked(form, "known") };
    },
    write(form, fragment) {
      const state = new URLSearchParams(fragment);
      const dropped = [];
      const seen = new Set();
      for (const field of fields(form)) fill(field, undefined);
      for (const [name, text] of state) {
        if (APART.includes(name)) continue;
        const field = seen.has(name) ? undefined : named(form, name);
        const given = field ? understood(field, text) : null;
        seen.add(name);
        if (!field || given === null || !fill(field, given)) {
          if (field) fill(field, undefined);
          dropped.push(`${name}=${text}`);
        }
      }
      const version = state.get("v");
      if (version !== null && version !== SCHEMA) dropped.push(`v=${version}`);
      for (const mark of ["example", "known"]) {
        for (const field of fields(form)) field.classList.toggle(mark, names(state, mark).includes(field.dataset.name || ""));
      }
      return dropped;
    },
    fragment({ lever, inputs, example, known }, more = {}) {
      const state = new URLSearchParams({ v: SCHEMA, lever });
      for (const [name, given] of Object.entries(inputs)) state.set(name, written(given));
      if (example.length) state.set("example", example.join(","));
      if (known.length) state.set("known", known.join(","));
      for (const [name, text] of Object.entries(more)) if (text) state.set(name, text);
      return state.toString().replace(/%2C/g, ",").replace(/%3A/g, ":").replace(/%3B/g, ";");
    },
    parsed(fragment) {
      const state = new URLSearchParams(fragment);
      const form = formOf(state.get("lever") || "");
      if (!form) return null;
      /** @type {Record<string, Value>} */
      const inputs = {};
      for (const field of fields(form)) {
        const text = state.get(field.dataset.name || "");
        const given = text ? understood(field, text) : null;
        if (given !== null) inputs[field.dataset.name || ""] = given;
      }
      return { case: { lever: state.get("lever") || "", inputs, example: names(state, "example"), known: names(state, "known") }, more: state };
    },
    address: (fragment) => `${location.href.split("#")[0]}#${fragment}`,
  };
})();
