// Several dates kept on the page, and any of them as a calendar file.
(() => {
  /** @typedef {import("./types").Request} Request */
  const lang = document.documentElement.lang.startsWith("zh") ? "zh" : "en";
  const section = /** @type {HTMLElement | null} */ (document.querySelector(".my-dates"));
  /** @type {{ request: Request, headline: string, address: string }[]} */
  const kept = [];

  /** @param {Request[]} requests */
  async function download(requests) {
    const python = self.measuresPython;
    if (!python) return;
    const answer = JSON.parse(await python.call("calendar", JSON.stringify({ items: requests, lang })));
    if (!answer.ok) return;
    const name = requests.length === 1 ? `${requests[0].rule}.ics` : "measures-dates.ics";
    self.measuresDownload(name, "text/calendar", answer.ics);
  }

  function show() {
    if (!section) return;
    section.hidden = kept.length === 0;
    const list = /** @type {HTMLElement} */ (section.querySelector("ul"));
    list.replaceChildren(...kept.map((entry, at) => {
      const row = document.createElement("li");
      const link = document.createElement("a");
      link.href = entry.address;
      link.textContent = entry.headline;
      const remove = document.createElement("button");
      remove.type = "button";
      remove.className = "quiet";
      remove.textContent = section.dataset.remove || "";
      remove.addEventListener("click", () => { kept.splice(at, 1); show(); });
      row.append(link, " ", remove);
      return row;
    }));
  }

  section?.querySelector("[data-action=export]")?.addEventListener("click", () => { download(kept.map((entry) => entry.request)); });
  section?.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (link) setTimeout(() => location.reload());
  });

  self.measuresDates = {
    download,
    keep(request, headline, address) {
      const same = JSON.stringify(request);
      if (!kept.some((entry) => JSON.stringify(entry.request) === same)) kept.push({ request, headline, address });
      show();
      section?.scrollIntoView({ block: "nearest" });
    },
  };
})();
