// The fields of a savings form: one figure or a range, a choice, or a tariff; what is empty is unknown.
(() => {
  /** @typedef {import("./types").Value} Value */
  /** @param {HTMLElement} field @param {string} cls */
  const box = (field, cls) => /** @type {HTMLInputElement | null} */ (field.querySelector(`.figures .${cls}`));
  /** @param {HTMLElement} field */
  const choice = (field) => /** @type {HTMLSelectElement | null} */ (field.querySelector("select"));
  /** @param {HTMLElement} field */
  const ranged = (field) => field.classList.contains("ranged");

  /** @param {HTMLElement} field @returns {Value | undefined} */
  function value(field) {
    const chosen = choice(field);
    if (chosen) return chosen.value === "" ? undefined : field.dataset.type === "yes_no" ? chosen.value === "true" : chosen.value;
    if (field.dataset.type === "tiers") {
      const tiers = self.measuresTariff.read(field);
      return tiers.length ? tiers : undefined;
    }
    const [low, high] = ["low", "high"].map((cls) => box(field, cls)?.value.trim() || null);
    if (!ranged(field)) return low || undefined;
    return low || high ? { low, high } : undefined;
  }

  /** @param {HTMLElement} field @param {boolean} two */
  function range(field, two) {
    const button = /** @type {HTMLButtonElement | null} */ (field.querySelector("[data-action=range]"));
    const second = box(field, "upto");
    if (!button || !second) return;
    field.classList.toggle("ranged", two);
    second.hidden = !two;
    button.textContent = (two ? button.dataset.one : button.dataset.two) || "";
    if (!two) /** @type {HTMLInputElement} */ (box(field, "high")).value = "";
  }

  /** @param {HTMLElement} field @param {Value | undefined} given */
  function fill(field, given) {
    const chosen = choice(field);
    if (chosen) {
      chosen.value = given === undefined ? "" : String(given);
      if (chosen.selectedIndex < 0) chosen.value = "";
      return given === undefined || chosen.value === String(given);
    }
    if (field.dataset.type === "tiers") {
      self.measuresTariff.write(field, Array.isArray(given) ? given : []);
      return given === undefined || Array.isArray(given);
    }
    const two = typeof given === "object" && !Array.isArray(given) ? given : null;
    range(field, Boolean(two));
    if (Array.isArray(given) || (two && !ranged(field))) return false;
    /** @type {HTMLInputElement} */ (box(field, "low")).value = (two ? two.low : given === undefined ? "" : String(given)) || "";
    const high = box(field, "high");
    if (high && two) high.value = two.high || "";
    return true;
  }

  /** @param {HTMLElement} form */
  const fields = (form) => /** @type {HTMLElement[]} */ ([...form.querySelectorAll(".field[data-name]")]);
  /** @param {HTMLElement} form @param {string} name */
  const named = (form, name) => fields(form).find((field) => field.dataset.name === name);
  /** @param {HTMLElement} field */
  const label = (field) => (field.querySelector(".name")?.textContent || "").trim();
  /** @param {string | undefined} text */
  const words = (text) => (text || "").split(" ").filter((word) => word);

  /** What one field still lacks. @param {HTMLElement} form @param {HTMLElement} field @returns {string[]} */
  function lacking(form, field) {
    const given = value(field);
    if (given === undefined) return "required" in field.dataset ? [label(field)] : [];
    const row = Array.isArray(given) ? self.measuresTariff.unfinished(field) : 0;
    const own = row ? `${label(field)} ${(self.measuresForm.part(form, "needed").dataset.row || "").replace("{}", String(row))}` : "";
    const half = typeof given === "object" && !Array.isArray(given) && !(given.low && given.high) ? label(field) : "";
    const called = words(field.dataset.calls).map((name) => named(form, name)).filter((other) => other && value(other) === undefined);
    return [own, half, ...called.map((other) => (other ? label(other) : ""))].filter((text) => text);
  }

  self.measuresFigures = {
    fields,
    named,
    label,
    value,
    fill,
    range,
    needed(form) {
      const all = fields(form);
      const needs = words(form.dataset.needs).map((name) => named(form, name)).filter((field) => field !== undefined);
      const one = needs.length && needs.every((field) => value(field) === undefined);
      const either = one ? [needs.map(label).join(self.measuresForm.part(form, "needed").dataset.or || "")] : [];
      return [...new Set([...all.flatMap((field) => lacking(form, field)), ...either])];
    },
    at(form, error) {
      const [, name = "", row = "", end = ""] = /^(?:cases\[1\]\.)?inputs\.(\w+)(?:\[(\d+)\])?(?:\.(\w+))?$/.exec(error.field) || [];
      const field = named(form, name);
      if (!field) return { control: null, row: 0 };
      const cell = field.dataset.type === "tiers" ? self.measuresTariff.cell(field, Number(row), end) : null;
      const control = cell || choice(field) || box(field, end === "high" ? "high" : "low");
      return { control, row: row ? Number(row) + 1 : 0 };
    },
  };
})();
