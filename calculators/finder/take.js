// Taking a case away: link, paper, files; and opening a saved one again. What they contain is made by Python.
(() => {
  const form = /** @type {HTMLFormElement | null} */ (document.querySelector("form.finder"));
  if (!form) return;
  const lang = document.documentElement.lang.startsWith("zh") ? "zh" : "en";
  const words = /** @type {Record<string, string>} */ (JSON.parse(form.dataset.words || "{}"));
  const paper = /** @type {HTMLElement} */ (document.querySelector(".paper"));
  const place = /** @type {HTMLElement} */ (form.querySelector(".reopened"));
  const chooser = /** @type {HTMLInputElement} */ (form.querySelector(".saved-file"));
  const LONGEST = 60_000; // characters; what we save has a fraction of that
  const show = { lang, root: "" };

  /** The case that the address holds, with what Python refuses left out beforehand. */
  function now() {
    const { case: given } = self.measuresCase.parse(location.hash.slice(1));
    const faulty = new Set([...form?.querySelectorAll(".question") || []]
      .filter((question) => question.querySelector(".error:not([hidden])"))
      .map((question) => question.getAttribute("data-fact") || ""));
    return { answers: self.measuresCase.request(given, faulty), as_of: given.asOf, show };
  }

  /** @param {string} format */
  const saved = (format) => self.measuresAsking.call(/** @type {HTMLFormElement} */ (form), "save", { ...now(), format });

  async function print() {
    const file = await saved("paper");
    if (!file?.ok) return;
    paper.innerHTML = file.text; // made by Python, every value escaped there
    const address = paper.querySelector(".address");
    if (address) address.textContent = location.href;
    paper.hidden = false;
    document.body.classList.add("print-paper");
    addEventListener("afterprint", () => {
      paper.hidden = true;
      document.body.classList.remove("print-paper");
    }, { once: true });
    self.print();
  }

  /** @param {string} format */
  async function download(format) {
    const file = await saved(format);
    if (file?.ok) self.measuresDownload(file.name, file.type, file.text);
  }

  /** @param {File} file */
  async function reopen(file) {
    const text = file.size <= 4 * LONGEST ? await file.text().catch(() => "") : "";
    const request = { text: text.slice(0, LONGEST), as_of: self.measuresDay.today(), show };
    const answer = await self.measuresAsking.call(/** @type {HTMLFormElement} */ (form), "reopen", request);
    if (!answer) return;
    place.hidden = false;
    if (!answer.ok) {
      place.textContent = [words.unreadable, ...answer.errors.map((/** @type {any} */ error) => error[lang])].join(" ");
      return;
    }
    place.innerHTML = answer.html; // made by Python, every value escaped there
    location.hash = self.measuresCase.fragment(self.measuresCase.fromRequest(answer.answers, self.measuresDay.today()));
    place.scrollIntoView({ block: "nearest" });
  }

  chooser.addEventListener("change", () => {
    const file = chooser.files?.[0];
    if (file) reopen(file);
    chooser.value = ""; // the same file can be chosen again
  });
  form.addEventListener("click", (event) => {
    const button = event.target instanceof HTMLButtonElement ? event.target : null;
    const action = button?.dataset.action;
    if (action === "link" && button) self.measuresCopy?.(location.href, button);
    if (action === "print") print();
    if (action === "json" || action === "csv") download(action);
    if (action === "open") chooser.click();
  });
})();
