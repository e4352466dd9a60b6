// The finder: every answer settles the board, stands in the address, and can be undone.
(() => {
  /** @typedef {import("./types").Case} Case */
  /** @typedef {Extract<import("./types").Answer, { ok: true }>} Settled */
  const found = /** @type {HTMLFormElement | null} */ (document.querySelector("form.finder"));
  if (!found || !self.measuresBoard || !self.measuresSteps) return;
  const form = found;
  const board = self.measuresBoard;
  const steps = self.measuresSteps;
  const lang = document.documentElement.lang.startsWith("zh") ? "zh" : "en";
  const show = { lang, root: "" };
  const { complain, fill, forgive, settle, value } = self.measuresFields;
  const questions = /** @type {HTMLFieldSetElement[]} */ ([...form.querySelectorAll(".question")]);
  const asOf = /** @type {HTMLInputElement} */ (form.querySelector("[name=as_of]"));
  const undo = /** @type {HTMLButtonElement} */ (form.querySelector("[data-action=undo]"));
  const soFar = form.querySelector(".so-far"); // on a phone the board is out of sight below
  /** @type {Case} */
  let given = { answers: new Map(), asOf: self.measuresDay.today() };
  /** @type {string[]} */
  const past = [];

  /** Boards already worked out, by the fragment of their case: undoing and changing back cost nothing. @type {Map<string, Settled>} */
  const known = new Map();
  const settleBoard = self.measuresAsking.newest(async () => {
    const asked = given;
    const answer = await self.measuresAsking.ask(form, asked, { detail: "board", show });
    if (!answer || asked !== given) return;
    if (!form.querySelector(".error:not([hidden])")) known.set(self.measuresCase.fragment(asked), answer);
    present(answer);
  });

  /** @param {Settled} answer */
  function present(answer) {
    board.show(answer.shown);
    if (soFar) soFar.textContent = answer.shown.summary;
    steps.update(given, answer.next);
    self.measuresAsking.announce(form, answer.shown.summary);
    const open = board.open();
    if (open.length) details(open);
  }

  /** Work out, while the finger is still down, what letting go will answer: a browser shows an answer that comes
   * after the click one frame later than one that is there. @param {Event} event */
  async function foresee(event) {
    const label = event.target instanceof Element ? event.target.closest(".choices label") : null;
    const box = label?.querySelector("input");
    const question = box?.closest("fieldset");
    if (!box || !question || self.measuresPython?.state !== "ready") return;
    const before = value(question);
    box.checked = box.type === "radio" || !box.checked;
    settle(question, box);
    const ahead = { answers: answered(), asOf: given.asOf };
    fill(question, before);
    const fragment = self.measuresCase.fragment(ahead);
    if (known.has(fragment)) return;
    const request = { answers: self.measuresCase.request(ahead), as_of: ahead.asOf, detail: "board", show };
    const answer = JSON.parse(await self.measuresPython.call("eligibility", JSON.stringify(request)).catch(() => "{}"));
    if (answer.ok) known.set(fragment, answer);
  }

  function answered() {
    const answers = new Map(questions.map((question) => [question.dataset.fact || "", value(question)]));
    for (const [fact, told] of answers) if (!told) answers.delete(fact);
    return answers;
  }

  /** @param {string[]} measures */
  async function details(measures) {
    const answer = await self.measuresAsking.ask(form, given, { measures, show });
    if (answer) board.fill(answer.shown.html);
  }
  board.onopen = (measure) => { details([measure]); };

  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let recording;
  /** The address, the list of answers, what is kept: once the board is painted, which the reader waits for. */
  function record() {
    const fragment = self.measuresCase.fragment(given);
    if (location.hash.slice(1) !== fragment) {
      history.replaceState(null, "", given.answers.size || past.length ? `#${fragment}` : location.pathname + location.search);
      dispatchEvent(new HashChangeEvent("hashchange"));
    }
    self.measuresCase.keep(given);
    undo.disabled = past.length === 0;
    self.measuresDay.tell(form);
    steps.update(given, null);
  }

  /** Take over a case. @param {Case} now */
  function become(now) {
    given = now;
    const ready = known.get(self.measuresCase.fragment(now));
    if (ready) {
      forgive(form);
      present(ready);
    } else settleBoard();
    clearTimeout(recording);
    recording = setTimeout(record, 50);
  }

  /** Fill every field from a case. @param {Case} now */
  function restore(now) {
    for (const question of questions) fill(question, now.answers.get(question.dataset.fact || "") || "");
    asOf.value = now.asOf;
    become(now);
  }

  function changed() {
    past.push(self.measuresCase.fragment(given));
    become({ answers: answered(), asOf: asOf.value || self.measuresDay.today() });
  }

  /** @param {string} fragment */
  function reopen(fragment) {
    const { case: now, dropped } = self.measuresCase.parse(fragment);
    steps.leave();
    restore(now);
    if (dropped.length === 0) return;
    const line = /** @type {HTMLElement} */ (form.querySelector(".trouble"));
    const told = (line.dataset.dropped || "").replace("{}", dropped.join(lang === "zh" ? "、" : ", "));
    // After the first answer, which takes away what was said before.
    settleBoard().then(() => complain(form, [{ field: "", zh: told, en: told }]));
  }

  form.addEventListener("input", (event) => {
    const field = event.target instanceof HTMLInputElement ? event.target : null;
    const question = field?.closest("fieldset");
    if (!field || field.type === "file") return;
    if (question) settle(question, field);
    changed();
  });
  form.addEventListener("pointerdown", foresee);
  form.addEventListener("keydown", (event) => { if (event.key === " ") foresee(event); });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("click", (event) => {
    const action = event.target instanceof HTMLButtonElement ? event.target.dataset.action : "";
    // An example fills the list of answers above it: back to where its result begins.
    if (event.target instanceof Element && event.target.closest(".examples a")) setTimeout(() => form.scrollIntoView(), 100);
    if (action === "undo" && past.length) restore(self.measuresCase.parse(past.pop() || "").case);
    if (action === "restart") {
      past.length = 0;
      /** @type {HTMLElement} */ (form.querySelector(".reopened")).hidden = true;
      restore({ answers: new Map(), asOf: self.measuresDay.today() });
      steps.restart();
    }
  });
  form.querySelector(".retry")?.addEventListener("click", () => settleBoard());
  addEventListener("hashchange", () => {
    const fragment = location.hash.slice(1);
    if (!self.measuresCase.holds(fragment) || fragment === self.measuresCase.fragment(given)) return;
    past.push(self.measuresCase.fragment(given));
    reopen(fragment);
  });
  for (const hidden of /** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll(".scripted"))) hidden.hidden = false;
  form.classList.add("ready");

  const fragment = location.hash.slice(1);
  if (self.measuresCase.holds(fragment)) reopen(fragment);
  else if (self.measuresCase.kept()) reopen(self.measuresCase.kept());
  else {
    asOf.value = given.asOf;
    self.measuresDay.tell(form);
    self.measuresPython?.warm().catch(() => {});
  }
})();
