// Days as the forms need them: today where the reader is, and a date in words beside the browser's own field.
(() => {
  const lang = document.documentElement.lang.startsWith("zh") ? "zh" : "en";

  const options = /** @type {const} */ ({ year: "numeric", month: "long", day: "numeric", weekday: "short", timeZone: "UTC" });
  const style = new Intl.DateTimeFormat(lang === "zh" ? "zh-CN" : "en-GB", options);

  self.measuresDay = {
    today() {
      const now = new Date();
      const two = (/** @type {number} */ part) => String(part).padStart(2, "0");
      return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
    },
    inWords(iso) {
      const [year, month, day] = iso.split("-").map(Number);
      if (!year || !month || !day) return "";
      return style.format(new Date(Date.UTC(year, month - 1, day))).replace(/日(?=周|星期)/, "日 ");
    },
    tell(form) {
      for (const field of form.querySelectorAll("input[type=date]")) {
        const line = field.parentElement?.querySelector(".in-words");
        if (line && field instanceof HTMLInputElement) line.textContent = self.measuresDay.inWords(field.value);
      }
    },
  };
})();
