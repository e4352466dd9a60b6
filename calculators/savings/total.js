// Several savings added up on the page: Python says what the total is, what is not counted twice, and why.
(() => {
  /** @typedef {import("./types").Entry} Entry */
  const lang = document.documentElement.lang.startsWith("zh") ? "zh" : "en";
  const section = /** @type {HTMLElement | null} */ (document.querySelector(".my-savings"));
  if (!section) return;
  const { part, complain, forgive, failed, announce } = self.measuresForm;
  const { fragment, parsed, address } = self.measuresSaving;
  const list = /** @type {HTMLElement} */ (section.querySelector(".kept"));
  /** @type {Entry[]} */
  let kept = [];

  const scope = () => /** @type {HTMLInputElement} */ (section.querySelector("[name=scope]:checked")).value;

  function asked() {
    const year = scope() === "year";
    const cases = kept.map(({ case: { lever, inputs, example }, times, goods }) => ({
      lever, inputs, example, ...(year && times ? { times } : {}), ...(year && goods ? { goods } : {}),
    }));
    return { scope: scope(), cases };
  }

  /** The fragment that reopens the whole list. */
  function state() {
    const told = new URLSearchParams({ v: "1", list: scope() });
    for (const { case: given, times, goods } of kept) told.append("case", fragment(given, { times, goods }));
    return told.toString();
  }

  /** One labelled field of an entry. @param {Entry} entry @param {"times" | "goods"} name @param {number} at */
  function field(entry, name, at) {
    const place = document.createElement("div");
    const label = document.createElement("label");
    const input = document.createElement("input");
    const error = document.createElement("p");
    place.className = `field ${name}`;
    input.id = `kept-${at}-${name}`;
    input.name = name;
    input.value = entry[name];
    input.autocomplete = "off";
    if (name === "times") input.inputMode = "numeric";
    else input.maxLength = 40;
    label.htmlFor = input.id;
    label.textContent = list.dataset[name] || "";
    error.className = "error";
    error.hidden = true;
    input.addEventListener("input", () => { entry[name] = input.value.trim(); calculate(); });
    place.append(label, input, error);
    return place;
  }

  /** @param {Entry} entry @param {number} at */
  function row(entry, at) {
    const item = document.createElement("li");
    const link = document.createElement("a");
    const title = document.querySelector(`form.savings[data-lever="${entry.case.lever}"]`)?.getAttribute("aria-label") || "";
    link.href = `#${fragment(entry.case)}`;
    link.textContent = title;
    const said = document.createElement("span");
    said.className = "said-so";
    said.textContent = entry.headline;
    const tag = document.createElement("span");
    tag.className = "badge open";
    tag.textContent = list.dataset.example || "";
    tag.hidden = entry.case.example.length === 0;
    const remove = document.createElement("button");
    remove.type = "button";
    remove.className = "quiet";
    remove.textContent = list.dataset.remove || "";
    remove.setAttribute("aria-label", `${remove.textContent} ${title}`);
    remove.addEventListener("click", () => { kept = kept.filter((one) => one !== entry); draw(); });
    const error = document.createElement("p");
    error.className = "error";
    error.hidden = true;
    const year = document.createElement("div");
    year.className = "year";
    if (scope() === "year") year.append(field(entry, "times", at), field(entry, "goods", at));
    item.className = "entry";
    item.append(link, " ", tag, " ", said, " ", remove, year, error);
    return item;
  }

  function draw() {
    if (!section) return;
    section.hidden = kept.length === 0;
    list.replaceChildren(...kept.map(row));
    return calculate();
  }

  /** @param {import("./types").Complaint} error */
  function told(error) {
    const [, at = "", name = ""] = /^cases\[(\d+)\]\.?(\w*)/.exec(error.field) || [];
    const item = list.children[Number(at || "-1")];
    const input = item?.querySelector(`[name="${name}"]`);
    if (input || !item) return complain(/** @type {HTMLElement} */ (section), input, error[lang]);
    const place = /** @type {HTMLElement} */ (item.querySelector(":scope > .error"));
    place.textContent = error[lang];
    place.hidden = false;
  }

  let turn = 0;
  async function calculate() {
    const python = self.measuresPython;
    if (!section || !python || !kept.length) return;
    const mine = (turn += 1);
    try {
      const show = { lang, root: "", key: "my-savings-total" };
      const answer = JSON.parse(await python.call("combine", JSON.stringify({ ...asked(), show })));
      if (mine !== turn) return;
      forgive(section);
      part(section, "result").classList.toggle("stale", !answer.ok);
      part(section, "actions").hidden = !answer.ok;
      if (!answer.ok) return answer.errors.forEach(told);
      part(section, "result").innerHTML = answer.html;
      /** @type {{ headline: import("../dates/types").Words }[]} */ (answer.cases).forEach((one, at) => {
        const said = list.children[at]?.querySelector(".said-so");
        if (said) said.textContent = one.headline[lang];
      });
      announce(section, answer.headline[lang]);
    } catch (error) {
      failed(section, error);
    }
  }

  async function download() {
    const answer = JSON.parse(await self.measuresPython?.call("combine", JSON.stringify({ ...asked(), csv: lang })) || "{}");
    if (answer.ok) self.measuresDownload("savings-total.csv", "text/csv", answer.csv);
  }

  section.addEventListener("change", (event) => {
    if (event.target instanceof HTMLInputElement && event.target.name === "scope") draw();
  });
  section.addEventListener("click", (event) => {
    const button = event.target instanceof HTMLButtonElement ? event.target : null;
    if (button?.dataset.action === "csv") download().catch((error) => failed(section, error));
    if (button?.dataset.action === "link") self.measuresCopy?.(address(state()), button);
    if (button?.dataset.action === "print") self.measuresPrint(section, address(state()));
  });
  part(section, "retry").addEventListener("click", () => { forgive(section); calculate(); });

  self.measuresTotal = {
    keep(given, headline) {
      const same = fragment(given);
      if (!kept.some((entry) => fragment(entry.case) === same)) kept.push({ case: given, headline, times: "", goods: "" });
      draw();
      section.scrollIntoView({ block: "start" });
    },
    restore(told) {
      const dropped = [];
      kept = [];
      for (const text of told.getAll("case")) {
        const one = parsed(text);
        if (one) kept.push({ case: one.case, headline: "", times: one.more.get("times") || "", goods: one.more.get("goods") || "" });
        else dropped.push(text);
      }
      const wanted = /** @type {HTMLInputElement | null} */ (section.querySelector(`[name=scope][value="${CSS.escape(told.get("list") || "")}"]`));
      if (wanted) wanted.checked = true;
      else dropped.push(`list=${told.get("list")}`);
      draw();
      section.scrollIntoView({ block: "start" });
      return dropped;
    },
  };
})();
