// One savings calculator: what was typed goes to Python, what comes back is shown beside it and kept in the address.
(() => {
  /** @typedef {import("./types").Answer} Answer */
  const lang = document.documentElement.lang.startsWith("zh") ? "zh" : "en";
  const forms = /** @type {HTMLFormElement[]} */ ([...document.querySelectorAll("form.savings")]);
  if (!forms.length) return;
  const { part, complain, forgive, failed, announce } = self.measuresForm;
  const { fields, needed, range, at } = self.measuresFigures;
  const { read, write, fragment, parsed, address } = self.measuresSaving;
  /** The first of two cases while a form compares. @type {Map<HTMLFormElement, import("./types").Case>} */
  const first = new Map();
  /** Forms whose answer is being worked out; true when something was typed meanwhile. @type {Map<HTMLFormElement, boolean>} */
  const working = new Map();

  /** The state of a form as a fragment: its case, and the one that it is compared with. @param {HTMLFormElement} form */
  function state(form) {
    const against = first.get(form);
    return fragment(read(form), against ? { against: fragment(against) } : {});
  }

  /** @param {HTMLFormElement} form @returns {[string, Record<string, unknown>]} */
  function request(form) {
    const { lever, inputs, example } = read(form);
    const show = { lang, root: form.dataset.root, key: lever };
    const against = first.get(form);
    if (!against) return ["savings", { lever, inputs, example, show }];
    return ["compare", { lever, cases: [{ inputs: against.inputs, example: against.example }, { inputs, example }], show }];
  }

  /** @param {HTMLFormElement} form @param {boolean} stale */
  function settle(form, stale) {
    part(form, "result").classList.toggle("stale", stale);
    part(form, "actions").hidden = stale;
    part(form, "brief").hidden = stale;
  }

  /** What is still missing is told as a list and is no error. @param {HTMLFormElement} form */
  function waits(form) {
    const names = needed(form);
    const line = part(form, "needed");
    const blank = fields(form).every((field) => self.measuresFigures.value(field) === undefined);
    line.textContent = (line.dataset.told || "").replace("{}", names.join(lang === "zh" ? "、" : ", "));
    line.hidden = blank || names.length === 0;
    if (!names.length) return false;
    forgive(form);
    settle(form, true);
    if (blank) part(form, "result").replaceChildren();
    return true;
  }

  /** @param {HTMLFormElement} form @param {import("./types").Complaint} error */
  function told(form, error) {
    const { control, row } = at(form, error);
    const place = /** @type {HTMLElement | null | undefined} */ (control?.closest(".field")?.querySelector(".error"));
    const named = (place?.dataset.row || "").replace("{}", String(row));
    const message = row && !error[lang].toLowerCase().startsWith(named.replace(/ /g, lang === "zh" ? "" : " ")) ? `${named}${lang === "zh" ? "：" : ": "}${error[lang]}` : error[lang];
    complain(form, control, message);
  }

  /** @param {HTMLFormElement} form @param {Answer} answer */
  function show(form, answer) {
    forgive(form);
    settle(form, !answer.ok);
    if (!answer.ok) return answer.errors.forEach((error) => told(form, error));
    // Python made this HTML and escaped every value in it; the same lines make the examples on the page.
    part(form, "result").innerHTML = answer.html;
    part(form, "brief").textContent = part(form, "result").querySelector(".headline")?.textContent || "";
    announce(form, answer.headline[lang]);
    self.measuresForm.kept(address(state(form)));
    const whole = form.querySelector("a.whole");
    if (whole) whole.setAttribute("href", `${(whole.getAttribute("href") || "").split("#")[0]}#${state(form)}`);
  }

  /** Work out the last thing typed; what is typed meanwhile is worked out after it, once. @param {HTMLFormElement} form */
  async function calculate(form) {
    self.measuresExample.tell(form);
    const python = self.measuresPython;
    const waiting = waits(form);
    if (working.has(form)) return void working.set(form, true);
    if (!python || waiting) return;
    do {
      working.set(form, false);
      try {
        const [name, asked] = request(form);
        const answer = JSON.parse(await python.call(name, JSON.stringify(asked)));
        if (!working.get(form)) show(form, answer);
      } catch (error) {
        failed(form, error);
        settle(form, true);
      }
    } while (working.get(form) && needed(form).length === 0);
    working.delete(form);
  }

  /** @param {HTMLFormElement} form @param {import("./types").Case | null} against */
  function compare(form, against) {
    const line = part(form, "comparing");
    const words = /** @type {HTMLElement} */ (line.querySelector("span"));
    if (against) {
      const headline = part(form, "result").querySelector(".headline")?.textContent || "";
      words.textContent = (words.dataset.told || "").replace("{}", headline);
      first.set(form, against);
    } else first.delete(form);
    line.hidden = !against;
    /** @type {HTMLElement} */ (form.querySelector("[data-action=compare]")).hidden = Boolean(against);
    return calculate(form);
  }

  /** @param {HTMLFormElement} form */
  async function download(form) {
    const { lever, inputs, example } = read(form);
    const answer = JSON.parse(await self.measuresPython?.call("savings", JSON.stringify({ lever, inputs, example, csv: lang })) || "{}");
    if (answer.ok) self.measuresDownload(`${lever}.csv`, "text/csv", answer.csv);
  }

  /** @type {Record<string, (form: HTMLFormElement, button: HTMLButtonElement) => void>} */
  const ACTIONS = {
    example(form, button) { self.measuresExample.toggle(form, button); calculate(form); },
    clear(form) { self.measuresExample.clear(form); compare(form, null); },
    compare(form) { compare(form, read(form)).then(() => fields(form)[0].querySelector("input")?.focus()); },
    stop(form) { compare(form, null); },
    csv: (form) => { download(form).catch((error) => failed(form, error)); },
    link: (form, button) => { self.measuresCopy?.(address(state(form)), button); },
    print: (form) => self.measuresPrint(form, address(state(form))),
    keep: (form) => self.measuresTotal?.keep(read(form), part(form, "result").querySelector(".headline")?.textContent || ""),
    range(form, button) {
      const field = /** @type {HTMLElement} */ (button.closest(".field"));
      const two = !field.classList.contains("ranged");
      range(field, two);
      /** @type {HTMLInputElement} */ (field.querySelector(two ? ".high" : ".low")).focus();
      calculate(form);
    },
  };

  /** @param {HTMLFormElement} form */
  function bind(form) {
    self.measuresForm.warms(form);
    for (const field of fields(form)) if (field.dataset.type === "tiers") self.measuresTariff.bind(field);
    form.addEventListener("input", (event) => {
      if (event.target instanceof Element) event.target.closest(".field")?.classList.remove("example", "known"); // the reader's own now
      calculate(form);
    });
    form.addEventListener("submit", (event) => { event.preventDefault(); calculate(form); });
    part(form, "retry").addEventListener("click", () => { forgive(form); calculate(form); });
    form.addEventListener("click", (event) => {
      const button = event.target instanceof HTMLButtonElement ? event.target : null;
      if (button) ACTIONS[button.dataset.action || ""]?.(form, button);
    });
  }

  /** What could not be read in an address is named. @param {Element | null} place @param {string[]} dropped */
  function complainOf(place, dropped) {
    if (!(place instanceof HTMLElement) || !dropped.length) return;
    place.textContent = (place.dataset.dropped || "").replace("{}", dropped.join(lang === "zh" ? "，" : ", "));
    place.hidden = false;
  }

  /** Open what an address holds: a case, two to compare, or a total. */
  function open() {
    const kept = new URLSearchParams(location.hash.slice(1));
    const lever = kept.get("lever");
    if (kept.has("list")) return complainOf(document.querySelector(".link-trouble"), self.measuresTotal?.restore(kept) || []);
    if (lever === null) return;
    const form = forms.find((one) => one.dataset.lever === lever);
    if (!form) return complainOf(document.querySelector(".link-trouble"), [`lever=${lever}`]);
    const dropped = write(form, location.hash.slice(1));
    const against = kept.get("against");
    const one = against ? parsed(against) : null;
    if (against && (!one || one.case.lever !== lever)) dropped.push(`against=${against}`);
    form.scrollIntoView({ block: "start" });
    compare(form, one?.case.lever === lever ? one.case : null).then(() => complainOf(part(form, "trouble"), dropped));
  }

  forms.forEach(bind);
  open();
  addEventListener("hashchange", (event) => { if (event.isTrusted) open(); });
  if (document.querySelector(".kind-savings")) self.measuresPython?.warm().catch(() => {});
})();
