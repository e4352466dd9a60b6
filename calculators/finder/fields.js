// The questions as fields of the page: what is answered, and errors beside the field that they concern.
(() => {
  const lang = document.documentElement.lang.startsWith("zh") ? "zh" : "en";

  /** @type {Map<HTMLFieldSetElement, HTMLInputElement[]>} found once: an answer reads all 51 questions */
  const found = new Map();
  /** @param {HTMLFieldSetElement} question */
  function boxes(question) {
    const known = found.get(question) || /** @type {HTMLInputElement[]} */ ([...question.querySelectorAll(".choices input")]);
    found.set(question, known);
    return known;
  }
  /** @param {HTMLFieldSetElement} question */
  const written = (question) => /** @type {HTMLInputElement | null} */ (question.querySelector(":scope > input"));
  /** @param {HTMLInputElement} box */
  const label = (box) => box.parentElement?.textContent?.trim() || "";

  /** @param {HTMLElement} form @param {string} name */
  function place(form, name) {
    const question = form.querySelector(`#q-${CSS.escape(name)}`);
    return /** @type {HTMLElement | null} */ (question?.querySelector(".error") || form.querySelector(name === "as_of" ? "#as_of-error" : ".trouble"));
  }

  self.measuresFields = {
    value(question) {
      const field = written(question);
      if (field) return field.value.trim();
      return boxes(question).filter((box) => box.checked).map((box) => box.value).join(",");
    },
    fill(question, value) {
      const field = written(question);
      if (field && field.value.trim() !== value) field.value = value;
      const wanted = value.split(",");
      for (const box of boxes(question)) box.checked = wanted.includes(box.value);
    },
    told(question, value) {
      if (written(question)) return question.dataset.type === "date" ? self.measuresDay.inWords(value) : value;
      const chosen = boxes(question).filter((box) => value.split(",").includes(box.value));
      return chosen.map(label).join(lang === "zh" ? "、" : "; ");
    },
    settle(question, clicked) {
      const all = boxes(question);
      if (question.dataset.type !== "many_of" || !all.includes(clicked)) return;
      const alone = "alone" in clicked.dataset;
      if (clicked.checked) {
        for (const box of all) if (box !== clicked && (alone || "alone" in box.dataset)) box.checked = false;
      }
      const unknown = all.find((box) => !box.value);
      if (unknown && !all.some((box) => box.checked)) unknown.checked = true; // nothing ticked is not “none of these”
    },
    complain(form, errors) {
      const named = new Set();
      for (const error of errors) {
        const name = error.field.replace(/^answers\./, "").replace(/\[.*/, "");
        const line = place(form, name);
        if (!line) continue;
        line.textContent = line.textContent ? `${line.textContent} ${error[lang]}` : error[lang];
        line.hidden = false;
        const question = line.closest("fieldset");
        if (question) (written(question) || question).setAttribute("aria-invalid", "true");
        if (error.field.startsWith("answers.")) named.add(name);
      }
      return named;
    },
    forgive(form) {
      for (const line of /** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll(".error, .trouble"))) {
        line.textContent = "";
        line.hidden = true;
      }
      for (const field of form.querySelectorAll("[aria-invalid]")) field.removeAttribute("aria-invalid");
      /** @type {HTMLElement} */ (form.querySelector(".retry")).hidden = true;
    },
    failed(form, error) {
      self.measuresFields.forgive(form);
      const told = error instanceof Error ? error.message : String(error);
      self.measuresFields.complain(form, [{ field: "", zh: told, en: told }]);
      const again = error instanceof Error && "retry" in error && error.retry;
      /** @type {HTMLElement} */ (form.querySelector(".retry")).hidden = !again;
    },
  };
})();
