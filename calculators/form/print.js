// Printing one calculator and its answer alone, with the address that reopens it.
(() => {
  self.measuresPrint = (form, address) => {
    const section = form.closest(".calculator");
    const line = section?.querySelector(".printed .address");
    if (line) line.textContent = address;
    const day = section?.querySelector(".printed .today");
    if (day) day.textContent = self.measuresDay.today();
    section?.classList.add("alone");
    document.body.classList.add("print-one");
    addEventListener("afterprint", () => {
      section?.classList.remove("alone");
      document.body.classList.remove("print-one");
    }, { once: true });
    print();
  };
})();
