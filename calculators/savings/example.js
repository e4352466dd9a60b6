// Example figures: filled in when asked for, named as such until the reader has replaced them, never mixed in silently.
(() => {
  const { fields, fill, label, value } = self.measuresFigures;
  const MARKS = ["example", "known"];
  /** What the reader had typed before an example took its place. @type {Map<HTMLFormElement, string>} */
  const before = new Map();

  /** @param {HTMLFormElement} form */
  const button = (form) => /** @type {HTMLButtonElement} */ (form.querySelector("[data-action=example]"));

  /** @param {HTMLFormElement} form */
  function offer(form) {
    const { dataset } = button(form);
    dataset.first ??= button(form).textContent || "";
    button(form).textContent = (before.has(form) ? dataset.again : dataset.first) || "";
  }

  self.measuresExample = {
    toggle(form) {
      const kept = before.get(form);
      const typed = self.measuresSaving.read(form);
      before.delete(form);
      if (kept !== undefined) self.measuresSaving.write(form, kept);
      else {
        if (Object.keys(typed.inputs).length > typed.example.length) before.set(form, self.measuresSaving.fragment(typed));
        const example = JSON.parse(form.dataset.example || "{}");
        for (const field of fields(form)) {
          fill(field, example[field.dataset.name || ""]);
          field.classList.remove("known");
          field.classList.toggle("example", (field.dataset.name || "") in example);
        }
      }
      offer(form);
    },
    clear(form) {
      before.delete(form);
      for (const field of fields(form)) {
        fill(field, undefined);
        field.classList.remove(...MARKS);
      }
      offer(form);
    },
    tell(form) {
      const comma = document.documentElement.lang.startsWith("zh") ? "、" : ", ";
      const given = fields(form).filter((field) => value(field) !== undefined);
      for (const mark of MARKS) {
        const names = given.filter((field) => field.classList.contains(mark)).map(label);
        const line = /** @type {HTMLElement} */ (form.querySelector(`.carried.${mark}`));
        const told = names.length === given.length && line.dataset.all;
        line.textContent = told || (line.dataset.told || "").replace("{}", names.join(comma));
        line.hidden = names.length === 0;
      }
    },
  };
})();
