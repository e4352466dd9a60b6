// A tariff in tiers as a small table: rows added and removed, and pasted from a spreadsheet.
(() => {
  const PARTS = /** @type {const} */ (["from_day", "to_day", "rate"]);

  /** @param {HTMLElement} field */
  const body = (field) => /** @type {HTMLTableSectionElement} */ (field.querySelector(".tariff tbody"));
  /** @param {HTMLElement} field */
  const rows = (field) => [...body(field).rows];
  /** @param {HTMLTableRowElement} row @param {string} name */
  const input = (row, name) => /** @type {HTMLInputElement} */ (row.querySelector(`.${name}`));
  /** @param {HTMLTableRowElement} row */
  const filled = (row) => PARTS.some((name) => input(row, name).value.trim());

  /** Every row says its own number. @param {HTMLElement} field */
  function number(field) {
    rows(field).forEach((row, at) => {
      for (const labelled of row.querySelectorAll("[aria-label]")) {
        const label = labelled.getAttribute("aria-label") || "";
        labelled.setAttribute("aria-label", label.replace(/\d+/, String(at + 1)));
      }
    });
  }

  /** @param {HTMLElement} field */
  function add(field) {
    const all = rows(field);
    const row = /** @type {HTMLTableRowElement} */ (all[all.length - 1].cloneNode(true));
    for (const name of PARTS) {
      input(row, name).value = "";
      input(row, name).removeAttribute("aria-invalid");
    }
    body(field).append(row);
    number(field);
    return row;
  }

  /** @param {HTMLElement} field @param {number} count */
  function room(field, count) {
    while (rows(field).length < Math.max(count, 1)) add(field);
  }

  /** @param {HTMLElement} field @param {HTMLTableRowElement} row */
  function remove(field, row) {
    const at = rows(field).indexOf(row);
    if (rows(field).length === 1) for (const name of PARTS) input(row, name).value = "";
    else row.remove();
    number(field);
    const left = rows(field);
    input(left[Math.min(at, left.length - 1)], "from_day").focus();
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }

  /** The number of a day, as tariffs print it: `第6天`, `6`, `day 6+`. @param {string} text */
  const day = (text) => text.replace(/^\D*(\d+)\D*$/, "$1").trim();

  /** One pasted line: day and rate, both days and rate, or `6-10` and rate; null where there are no figures.
   * @param {string} line @returns {import("./types").Tier | null} */
  function tier(line) {
    const cells = line.split("\t").map((cell) => cell.trim()).filter((cell) => cell);
    if (cells.length < 2 || !/\d/.test(cells[0]) || !/\d/.test(cells[cells.length - 1])) return null;
    const both = /^\D*(\d+)\D+(\d+)\D*$/.exec(cells[0]);
    const from = both ? both[1] : day(cells[0]);
    const to = both ? both[2] : cells.length > 2 ? day(cells[1]) : "";
    return { from_day: from, to_day: to, rate: cells[cells.length - 1] };
  }

  /** @param {HTMLElement} field @param {ClipboardEvent} event */
  function pasted(field, event) {
    const text = event.clipboardData?.getData("text") || "";
    if (!/[\t\n]/.test(text.trim())) return; // one cell: as any other field
    event.preventDefault();
    const tiers = text.split(/\r?\n/).map(tier).filter((one) => one !== null);
    if (!tiers.length) {
      const place = /** @type {HTMLElement} */ (field.querySelector(".error"));
      place.textContent = place.dataset.noRows || "";
      place.hidden = false;
      return;
    }
    self.measuresTariff.write(field, tiers);
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }

  self.measuresTariff = {
    read: (field) => rows(field).filter(filled).map((row) => {
      /** @type {import("./types").Tier} */
      const told = {};
      for (const name of PARTS) if (input(row, name).value.trim()) told[name] = input(row, name).value.trim();
      return told;
    }),
    write(field, tiers) {
      room(field, tiers.length);
      rows(field).forEach((row, at) => {
        for (const name of PARTS) input(row, name).value = tiers[at]?.[name] || "";
      });
    },
    cell(field, row, name) {
      const found = rows(field).filter(filled)[row];
      return found ? input(found, PARTS.find((part) => part === name) || "from_day") : null;
    },
    unfinished: (field) => 1 + rows(field).findIndex((row) => filled(row) && !(input(row, "from_day").value.trim() && input(row, "rate").value.trim())),
    bind(field) {
      const table = /** @type {HTMLElement} */ (field.querySelector(".tariff"));
      table.addEventListener("paste", (event) => pasted(field, event));
      field.addEventListener("click", (event) => {
        const button = event.target instanceof HTMLButtonElement ? event.target : null;
        const row = button?.closest("tr");
        if (button?.dataset.action === "remove-row" && row instanceof HTMLTableRowElement) remove(field, row);
        if (button?.dataset.action === "add-row") input(add(field), "from_day").focus();
      });
    },
  };
})();
