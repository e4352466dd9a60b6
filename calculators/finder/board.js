// The board: 43 rows made once by the build; an answer moves them between the groups and changes their lines.
(() => {
  const board = /** @type {HTMLElement | null} */ (document.querySelector(".finder .board"));
  if (!board) return;
  /** @type {Map<string, HTMLElement>} */
  const rows = new Map();
  for (const row of /** @type {NodeListOf<HTMLElement>} */ (board.querySelectorAll("[data-measure]"))) {
    rows.set(row.dataset.measure || "", row);
  }
  const groups = new Map([...board.querySelectorAll(".standing")].map((group) => [group.getAttribute("data-group") || "", {
    list: /** @type {HTMLElement} */ (group.querySelector("ol")),
    count: /** @type {HTMLElement} */ (group.querySelector(".badge")),
  }]));
  const bar = /** @type {HTMLElement} */ (board.querySelector(".bar-place"));
  const summary = /** @type {HTMLElement} */ (board.querySelector(".summary"));

  /** Put the rows of a group in the order of the notice, touching only those that are elsewhere. @param {HTMLElement} list @param {string[]} measures */
  function place(list, measures) {
    let before = list.firstElementChild;
    for (const measure of measures) {
      const row = rows.get(measure);
      if (row === before) before = before?.nextElementSibling || null;
      else if (row) list.insertBefore(row, before);
    }
  }

  /** Without rebuilding what is the same: what changes is painted at once. @param {Element | null} element @param {string} html @param {string} key */
  function replace(element, html, key) {
    if (!(element instanceof HTMLElement) || element.dataset[key] === html) return;
    element.dataset[key] = html;
    element.innerHTML = html; // made by Python, every value escaped there
  }

  /** @type {NonNullable<Window["measuresBoard"]>} */
  const shownBoard = {
    show(shown) {
      for (const { id, measures } of shown.groups) {
        const group = groups.get(id);
        if (!group) continue;
        place(group.list, measures);
        if (group.count.textContent !== String(measures.length)) group.count.textContent = String(measures.length);
      }
      for (const [measure, html] of Object.entries(shown.html)) replace(rows.get(measure)?.querySelector(".hint") || null, html, "line");
      bar.innerHTML = shown.bar;
      summary.textContent = shown.summary;
    },
    open: () => [...rows].filter(([, row]) => row.querySelector("details")?.open).map(([measure]) => measure),
    fill(html) {
      for (const [measure, told] of Object.entries(html)) replace(rows.get(measure)?.querySelector(".full") || null, told, "told");
    },
    onopen: null,
  };
  self.measuresBoard = shownBoard;

  for (const [measure, row] of rows) {
    row.querySelector("details")?.addEventListener("toggle", (event) => {
      if (!(event.target instanceof HTMLDetailsElement) || !event.target.open || !shownBoard.onopen) return;
      const full = row.querySelector(".full");
      if (full instanceof HTMLElement && !full.innerHTML) full.textContent = full.dataset.loading || "";
      shownBoard.onopen(measure);
    });
  }
})();
