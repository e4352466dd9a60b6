// One question at a time: the one that is best asked next, or the one the reader opened; and the list of answers.
(() => {
  /** @typedef {import("./types").Case} Case */
  /** @typedef {import("./types").Next} Next */
  const form = /** @type {HTMLFormElement | null} */ (document.querySelector("form.finder"));
  if (!form) return;
  const words = /** @type {Record<string, string>} */ (JSON.parse(form.dataset.words || "{}"));
  const part = (/** @type {string} */ name) => /** @type {HTMLElement} */ (form.querySelector(name));
  const stepper = part(".stepper");
  const questions = new Map(
    /** @type {HTMLFieldSetElement[]} */ ([...form.querySelectorAll(".question")]).map((one) => [one.dataset.fact || "", one]),
  );
  /** Where each question stands when all are shown. */
  const homes = new Map([...questions].map(([fact, question]) => {
    const own = form.querySelector(`[data-home=${fact}]`); // the first question comes with the page as the one asked
    const home = document.createComment(fact);
    if (own) own.replaceWith(home);
    else question.before(home);
    return [fact, home];
  }));
  /** @type {Set<string>} */
  const skipped = new Set();
  /** @type {Next[]} */
  let next = JSON.parse(form.dataset.next || "[]");
  /** @type {Case} */
  let given = { answers: new Map(), asOf: "" };
  let current = part(".now .question").dataset.fact || "";
  let opened = next[0].settles; // how many it can settle, as it was when the question was opened

  /** @param {boolean} [again] */
  const best = (again = false) => next.find(({ fact }) => !given.answers.has(fact) && (again || !skipped.has(fact)));

  function home() {
    const question = questions.get(current);
    if (question) homes.get(current)?.after(question);
    current = "";
  }

  /** @param {string} fact @param {boolean} focus */
  function open(fact, focus) {
    const question = questions.get(fact);
    if (!question || !form) return;
    if (form.classList.contains("all")) {
      question.scrollIntoView({ block: "center" });
    } else if (fact !== current) {
      home();
      current = fact;
      opened = next.find((one) => one.fact === fact)?.settles || 0;
      part(".now").append(question);
      tell();
    }
    question.tabIndex = -1;
    if (focus) question.focus({ preventScroll: false });
  }

  /** @param {boolean} focus */
  function proceed(focus) {
    const one = best();
    if (one) open(one.fact, focus);
    else {
      home();
      tell();
      if (focus) part(".done").focus();
    }
  }

  function tell() {
    const waiting = next.some(({ fact }) => !given.answers.has(fact));
    const number = new Set([...given.answers.keys(), ...skipped].filter((fact) => fact !== current)).size + 1;
    const words_ = opened > 1 ? words.step : opened ? words.step_one : words.step_none;
    part(".step").textContent = current ? words_.replace("{}", String(number)).replace("{}", String(opened)) : "";
    const done = part(".done");
    done.textContent = waiting ? words.done_skipped : words.done;
    done.hidden = Boolean(current);
    part(".steps [data-action=next]").hidden = part(".steps [data-action=skip]").hidden = !current;
    part(".steps [data-action=skipped]").hidden = Boolean(current) || !waiting;
  }

  function list() {
    const answered = [...questions].filter(([fact]) => given.answers.has(fact));
    part(".answers").replaceChildren(...answered.map(([fact, question]) => {
      const row = document.createElement("div");
      const asked = document.createElement("dt");
      const told = document.createElement("dd");
      const change = document.createElement("button");
      const label = question.querySelector("legend")?.textContent || "";
      asked.textContent = label;
      change.type = "button";
      change.className = "change";
      change.dataset.ask = fact;
      change.textContent = words.change;
      change.setAttribute("aria-label", `${words.change} ${label}`);
      told.append(self.measuresFields.told(question, given.answers.get(fact) || ""), " ", change);
      row.append(asked, told);
      return row;
    }));
    part(".no-answers").hidden = answered.length > 0;
  }

  self.measuresSteps = {
    update(now, found) {
      const before = given.answers;
      given = now;
      if (found) {
        next = found;
        const settles = next.find(({ fact }) => fact === current)?.settles;
        if (settles !== undefined) opened = settles;
      }
      if ([...now.answers].join() !== [...before].join()) list();
      for (const fact of now.answers.keys()) skipped.delete(fact);
      if (!current && !form.classList.contains("all") && best()) proceed(false);
      else tell();
    },
    open,
    leave() {
      home();
      skipped.clear();
    },
    restart() {
      skipped.clear();
      home();
      next = JSON.parse(form.dataset.next || "[]");
      proceed(true);
    },
  };

  form.addEventListener("click", (event) => {
    const target = event.target instanceof Element ? event.target.closest("[data-ask], [data-action]") : null;
    const ask = target?.getAttribute("data-ask");
    const action = target?.getAttribute("data-action");
    if (ask) {
      event.preventDefault();
      open(ask, true);
      stepper.scrollIntoView({ block: "nearest" });
    } else if (action === "next" || action === "skip") {
      if (current && !given.answers.has(current)) skipped.add(current);
      proceed(true);
    } else if (action === "skipped") {
      skipped.clear();
      proceed(true);
    } else if (action === "all" && target) {
      home();
      const all = form.classList.toggle("all");
      target.setAttribute("aria-pressed", String(all));
      target.textContent = all ? words.one : words.all;
      if (all) part(".all-questions").scrollIntoView({ block: "start" });
      else proceed(true);
    }
  });
  part(".done").tabIndex = -1;
})();
