// The check on a measure's page: only its own questions; answers to others are carried along untouched.
(() => {
  /** @typedef {import("./types").Case} Case */
  const found = /** @type {HTMLFormElement | null} */ (document.querySelector("form.check"));
  const lang = document.documentElement.lang.startsWith("zh") ? "zh" : "en";
  const { complain, fill, settle, value } = self.measuresFields;
  if (!found) return;
  const form = found;
  const measure = form.dataset.measure || "";
  const show = { lang, root: form.dataset.root || "" };
  const questions = /** @type {HTMLFieldSetElement[]} */ ([...form.querySelectorAll(".question")]);
  const asOf = /** @type {HTMLInputElement | null} */ (form.querySelector("[name=as_of]"));
  const all = /** @type {HTMLAnchorElement} */ (form.querySelector(".all43"));
  const result = /** @type {HTMLElement} */ (form.querySelector(".result"));
  const finder = all.getAttribute("href") || "";
  /** @type {Case} */
  let given = { answers: new Map(), asOf: self.measuresDay.today() };

  const judge = self.measuresAsking.newest(async () => {
    const asked = given;
    const answer = await self.measuresAsking.ask(form, asked, { measures: [measure], show });
    if (!answer || asked !== given) return;
    result.innerHTML = answer.shown.html[measure]; // made by Python, every value escaped there
    self.measuresAsking.announce(form, result.querySelector(".headline")?.textContent || "");
  });

  /** @param {Case} now @param {boolean} address */
  function become(now, address) {
    given = now;
    const fragment = self.measuresCase.fragment(given);
    all.href = given.answers.size ? `${finder}#${fragment}` : finder;
    self.measuresDay.tell(form);
    if (!address || location.hash.slice(1) === fragment) return;
    self.measuresCase.keep(given);
    history.replaceState(null, "", given.answers.size ? `#${fragment}` : location.pathname + location.search);
    dispatchEvent(new HashChangeEvent("hashchange"));
  }

  /** @param {Case} now @param {boolean} address */
  function restore(now, address) {
    for (const question of questions) fill(question, now.answers.get(question.dataset.fact || "") || "");
    if (asOf) asOf.value = now.asOf;
    become(now, address);
  }

  /** @param {string} fragment */
  function reopen(fragment) {
    const { case: now, dropped } = self.measuresCase.parse(fragment);
    self.measuresCase.keep(now);
    restore(now, true);
    const line = /** @type {HTMLElement} */ (form.querySelector(".trouble"));
    const told = (line.dataset.dropped || "").replace("{}", dropped.join(lang === "zh" ? "、" : ", "));
    judge().then(() => { if (dropped.length) complain(form, [{ field: "", zh: told, en: told }]); });
  }

  /** The address that reopens this case. */
  const address = () => `${location.href.split("#")[0]}#${self.measuresCase.fragment(given)}`;

  form.addEventListener("input", (event) => {
    const field = event.target instanceof HTMLInputElement ? event.target : null;
    const question = field?.closest("fieldset");
    if (field && question) settle(question, field);
    const answers = new Map(given.answers);
    for (const one of questions) {
      const told = value(one);
      if (told) answers.set(one.dataset.fact || "", told);
      else answers.delete(one.dataset.fact || "");
    }
    become({ answers, asOf: asOf?.value || given.asOf }, true);
    judge();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("click", (event) => {
    const target = event.target instanceof HTMLElement ? event.target : null;
    const asked = target?.closest("[data-ask]")?.getAttribute("data-ask");
    if (asked) {
      event.preventDefault();
      const question = /** @type {HTMLElement | null} */ (form.querySelector(`#q-${asked}`));
      if (question) question.tabIndex = -1;
      question?.focus();
    }
    const action = target?.dataset.action;
    if (action === "link") self.measuresCopy?.(address(), /** @type {HTMLButtonElement} */ (target));
    if (action === "print") self.measuresPrint(form, address());
    if (action === "clear") {
      restore({ answers: new Map(), asOf: self.measuresDay.today() }, true);
      self.measuresCase.keep(given);
      judge();
    }
  });
  form.querySelector(".retry")?.addEventListener("click", () => judge());
  const warm = () => { self.measuresPython?.warm().catch(() => {}); };
  form.addEventListener("focusin", warm, { once: true });
  form.addEventListener("pointerenter", warm, { once: true });
  addEventListener("hashchange", () => {
    const fragment = location.hash.slice(1);
    if (!self.measuresCase.holds(fragment) || fragment === self.measuresCase.fragment(given)) return;
    reopen(fragment);
    form.scrollIntoView({ block: "start" });
  });
  for (const hidden of /** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll(".scripted"))) hidden.hidden = false;

  const fragment = location.hash.slice(1);
  const kept = self.measuresCase.kept();
  if (self.measuresCase.holds(fragment)) {
    reopen(fragment);
    document.getElementById("check")?.scrollIntoView({ block: "start" });
  } else if (kept) {
    restore(self.measuresCase.parse(kept).case, false);
    const concerns = questions.some((question) => given.answers.has(question.dataset.fact || ""));
    // Answers of this visit are judged when the reader comes to them, and not while the page is only read.
    const near = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      near.disconnect();
      judge();
    });
    if (concerns) near.observe(form);
  } else if (asOf) {
    asOf.value = given.asOf;
    self.measuresDay.tell(form);
  }
})();
