// Filtering the list of measures. The choices live in the fragment: `#flow=import&goods=aquatic`.
(() => {
  const form = /** @type {HTMLFormElement | null} */ (document.querySelector("form.filters"));
  if (!form) return;
  const status = /** @type {HTMLElement} */ (form.querySelector("[role=status]"));
  const more = /** @type {HTMLButtonElement} */ (form.querySelector(".unlimited"));
  const selects = /** @type {HTMLSelectElement[]} */ ([...form.querySelectorAll("select")]);
  const items = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(".list > li")]);
  const groups = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(".group")]);
  let unlimited = false;

  /** 2: has the value; 1: not limited in this respect; 0: neither.
   * @param {HTMLElement} item @param {string} key @param {string} value */
  function fit(item, key, value) {
    const own = (item.dataset[key] || "").split(" ");
    if (!value || own.includes(value)) return 2;
    return own.includes("any") ? 1 : 0;
  }

  /** @param {string} template @param {number} count */
  const counted = (template, count) => template.replace("{}", String(count));

  function apply() {
    let found = 0;
    let looser = 0;
    for (const item of items) {
      const worst = Math.min(...selects.map((select) => fit(item, select.name, select.value)));
      if (worst === 1) looser += 1;
      item.hidden = !(worst === 2 || (worst === 1 && unlimited));
      if (!item.hidden) found += 1;
    }
    for (const group of groups) group.hidden = !group.querySelector(".list > li:not([hidden])");
    const { one = "", many = "", none = "" } = status.dataset;
    status.textContent = found === 0 ? none : counted(found === 1 ? one : many, found);
    more.hidden = looser === 0;
    more.textContent = counted((unlimited ? more.dataset.hide : more.dataset.show) || "", looser);
  }

  function write() {
    const chosen = new URLSearchParams();
    for (const select of selects) if (select.value) chosen.set(select.name, select.value);
    if (unlimited) chosen.set("more", "1");
    const state = chosen.toString();
    history.replaceState(null, "", state ? `#${state}` : location.pathname + location.search);
    dispatchEvent(new HashChangeEvent("hashchange"));
  }

  function read() {
    const kept = new URLSearchParams(location.hash.slice(1));
    for (const select of selects) {
      const value = kept.get(select.name) || "";
      select.value = [...select.options].some((option) => option.value === value) ? value : "";
    }
    unlimited = kept.get("more") === "1";
    apply();
  }

  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", () => { apply(); write(); });
  form.addEventListener("reset", () => setTimeout(() => { unlimited = false; apply(); write(); }));
  more.addEventListener("click", () => { unlimited = !unlimited; apply(); write(); });
  addEventListener("hashchange", (event) => { if (event.isTrusted) read(); });
  read();
})();
