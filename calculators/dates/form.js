// One date calculator: what was typed goes to Python, what comes back is shown beside it and kept in the address.
(() => {
  /** @typedef {import("./types").Answer} Answer */
  /** @typedef {import("./types").Request} Request */
  const SCHEMA = "1";
  const lang = document.documentElement.lang.startsWith("zh") ? "zh" : "en";
  const forms = /** @type {HTMLFormElement[]} */ ([...document.querySelectorAll("form.deadline")]);
  if (!forms.length) return;

  const { today, tell: words } = self.measuresDay;
  const { part, complain, forgive, failed, announce } = self.measuresForm;

  /** @param {HTMLFormElement} form */
  const fields = (form) =>
    /** @type {(HTMLInputElement | HTMLSelectElement)[]} */ ([...form.querySelectorAll("input[name], select[name]")]);

  /** A value as Python wants it; what is not a number stays text, so that Python can say so. @param {HTMLInputElement | HTMLSelectElement} field */
  function typed(field) {
    const text = field.value.trim();
    if (field.dataset.type === "yes_no") return text === "true";
    if (field.dataset.type === "integer" && /^-?\d{1,9}$/.test(text)) return Number(text);
    return text;
  }

  /** What was typed, by name; a field left empty is unknown and not sent. @param {HTMLFormElement} form @returns {Request} */
  function request(form) {
    /** @type {import("./types").Request["inputs"]} */
    const inputs = {};
    for (const field of fields(form)) {
      if (field.name !== "as_of" && field.value.trim()) inputs[field.name] = typed(field);
    }
    const asOf = /** @type {HTMLInputElement | null} */ (form.querySelector("[name=as_of]"));
    return { rule: form.dataset.rule || "", inputs, as_of: asOf?.value || today() };
  }

  /** The field that an error is about, if it is about one. @param {HTMLFormElement} form @param {string} field */
  const named = (form, field) => fields(form).find((one) => one.name === field.replace(/^inputs\./, ""));

  /** The address that reopens this case. @param {HTMLFormElement} form */
  function address(form) {
    const { rule, inputs, as_of: asOf } = request(form);
    const state = new URLSearchParams({ v: SCHEMA, rule });
    for (const [name, value] of Object.entries(inputs)) state.set(name, String(value));
    state.set("as_of", asOf);
    return `${location.href.split("#")[0]}#${state}`;
  }

  /** @param {HTMLFormElement} form @param {Answer} answer */
  function show(form, answer) {
    forgive(form);
    const result = part(form, "result");
    if (!answer.ok) {
      for (const error of answer.errors) complain(form, named(form, error.field), error[lang]);
      result.classList.add("stale");
      part(form, "actions").hidden = true;
      return;
    }
    // Python made this HTML and escaped every value in it; the same lines make the examples on the page.
    result.innerHTML = answer.html;
    result.classList.remove("stale");
    part(form, "actions").hidden = false;
    if (answer.ics.events.length === 0) part(form, "calendar").hidden = true;
    announce(form, answer.headline[lang]);
    self.measuresForm.kept(address(form));
  }

  /** @param {HTMLFormElement} form */
  async function calculate(form) {
    const python = self.measuresPython;
    if (!python) return;
    const asked = { ...request(form), show: { lang, root: form.dataset.root, key: form.dataset.rule } };
    const missing = fields(form).some((field) => field.required && !field.value);
    if (missing) return;
    try {
      const answer = JSON.parse(await python.call("deadline", JSON.stringify(asked)));
      if (JSON.stringify(request(form)) === JSON.stringify({ rule: asked.rule, inputs: asked.inputs, as_of: asked.as_of })) show(form, answer);
    } catch (error) {
      failed(form, error);
    }
  }

  /** Fill a form from a shared address; what could not be read is named, the rest is kept. @param {HTMLFormElement} form @param {URLSearchParams} kept */
  function restore(form, kept) {
    /** @type {string[]} */
    const unknown = [];
    for (const [name, value] of kept) {
      if (name === "v" || name === "rule") continue;
      const field = fields(form).find((one) => one.name === name);
      if (field) field.value = value;
      if (!field || field.value !== value) unknown.push(`${name}=${value}`);
    }
    if (kept.has("v") && kept.get("v") !== SCHEMA) unknown.push(`v=${kept.get("v")}`);
    words(form);
    form.scrollIntoView({ block: "start" });
    calculate(form).then(() => {
      if (unknown.length) complain(form, null, (part(form, "trouble").dataset.dropped || "").replace("{}", unknown.join(", ")));
    });
  }

  /** @param {HTMLFormElement} form */
  function bind(form) {
    const asOf = /** @type {HTMLInputElement | null} */ (form.querySelector("[name=as_of]"));
    if (asOf && !asOf.value) asOf.value = today();
    words(form);
    self.measuresForm.warms(form);
    form.addEventListener("input", () => { words(form); calculate(form); });
    form.addEventListener("submit", (event) => { event.preventDefault(); calculate(form); });
    part(form, "retry").addEventListener("click", () => { forgive(form); calculate(form); });
    form.addEventListener("click", (event) => {
      const action = event.target instanceof HTMLButtonElement ? event.target.dataset.action : "";
      if (action === "link") self.measuresCopy?.(address(form), /** @type {HTMLButtonElement} */ (event.target));
      if (action === "print") self.measuresPrint(form, address(form));
      if (action === "calendar") self.measuresDates?.download([request(form)]);
      if (action === "keep") self.measuresDates?.keep(request(form), part(form, "result").querySelector(".headline")?.textContent || "", address(form));
    });
  }

  forms.forEach(bind);
  const kept = new URLSearchParams(location.hash.slice(1));
  const shared = forms.find((form) => form.dataset.rule === kept.get("rule"));
  if (shared) restore(shared, kept);
  else if (document.querySelector(".kind-deadlines")) self.measuresPython?.warm().catch(() => {});
})();
