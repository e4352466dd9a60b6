// What every page does beyond being read: menu, scheme, reading language, copying a link, switching language.
(() => {
  const root = document.documentElement;

  /** @param {string} name @param {string} value */
  function remember(name, value) {
    root.dataset[name] = value;
    try {
      localStorage.setItem(`measures.${name}`, value);
    } catch {
      // Not remembered beyond this page.
    }
  }

  function menu() {
    const button = /** @type {HTMLButtonElement | null} */ (document.querySelector(".top .menu"));
    const nav = document.getElementById("main-nav");
    if (!button || !nav) return;
    button.hidden = false;
    button.addEventListener("click", () => {
      const open = nav.classList.toggle("open");
      button.setAttribute("aria-expanded", String(open));
    });
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !nav.classList.contains("open")) return;
      nav.classList.remove("open");
      button.setAttribute("aria-expanded", "false");
      button.focus();
    });
  }

  function scheme() {
    const button = /** @type {HTMLButtonElement | null} */ (document.querySelector(".scheme"));
    if (!button) return;
    button.hidden = false;
    button.addEventListener("click", () => {
      const dark = root.dataset.scheme ? root.dataset.scheme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
      remember("scheme", dark ? "light" : "dark");
    });
  }

  function reading() {
    const groups = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".reading"));
    const show = () => {
      const chosen = root.dataset.reading || "both";
      for (const button of document.querySelectorAll("[data-reading][aria-pressed]")) {
        button.setAttribute("aria-pressed", String(button.getAttribute("data-reading") === chosen));
      }
    };
    for (const group of groups) {
      group.hidden = false;
      group.addEventListener("click", (event) => {
        const value = event.target instanceof HTMLElement && event.target.getAttribute("data-reading");
        if (value) remember("reading", value);
        show();
      });
    }
    show();
  }

  /** @param {string} text */
  async function copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      const field = document.createElement("textarea");
      field.value = text;
      document.body.append(field);
      field.select();
      const done = document.execCommand("copy");
      field.remove();
      return done;
    }
  }

  /** Copy an address and say on the button whether it worked. @param {string} address @param {HTMLButtonElement} button */
  async function copied(address, button) {
    const said = /** @type {HTMLElement | null} */ (document.querySelector(".said"));
    button.dataset.label ??= button.textContent || "";
    const done = await copy(address);
    button.focus();
    const message = (done ? said?.dataset.copied : said?.dataset.failed) || "";
    button.textContent = message;
    if (said) said.textContent = message;
    setTimeout(() => { button.textContent = button.dataset.label || ""; }, 2000);
  }

  function copying() {
    for (const button of /** @type {NodeListOf<HTMLButtonElement>} */ (document.querySelectorAll("button.copy"))) {
      button.hidden = false;
      button.addEventListener("click", () => copied(new URL(button.dataset.copy || "", location.href).href, button));
    }
    self.measuresCopy = copied;
  }

  // The other language opens at the same anchor, or with the same filters.
  function languages() {
    for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll("a.language"))) {
      const address = link.getAttribute("href") || "";
      const follow = () => link.setAttribute("href", address + location.hash);
      addEventListener("hashchange", follow);
      link.addEventListener("pointerdown", follow);
      link.addEventListener("focus", follow);
      link.addEventListener("click", follow);
      follow();
    }
  }

  menu();
  scheme();
  reading();
  copying();
  languages();
})();
