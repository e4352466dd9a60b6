// What every calculator's form does: an error beside its field, a failure as a sentence, the answer said once.
(() => {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let settling;

  /** @param {HTMLElement} form @param {string} name */
  const part = (form, name) => /** @type {HTMLElement} */ (form.querySelector(`.${name}`));

  self.measuresForm = {
    part,
    complain(form, field, message) {
      const place = field?.closest(".field")?.querySelector(".error") || form.querySelector(".trouble");
      if (!(place instanceof HTMLElement)) return;
      place.textContent = place.textContent ? `${place.textContent} ${message}` : message;
      place.hidden = false;
      field?.setAttribute("aria-invalid", "true");
    },
    forgive(form) {
      for (const place of /** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll(".error, .trouble"))) {
        place.textContent = "";
        place.hidden = true;
      }
      for (const field of form.querySelectorAll("[aria-invalid]")) field.removeAttribute("aria-invalid");
      part(form, "retry").hidden = true;
    },
    failed(form, error) {
      self.measuresForm.forgive(form);
      self.measuresForm.complain(form, null, error instanceof Error ? error.message : String(error));
      part(form, "retry").hidden = !(error instanceof Error && "retry" in error && error.retry);
    },
    announce(form, sentence) {
      clearTimeout(settling);
      settling = setTimeout(() => { part(form, "announced").textContent = sentence; }, 700);
    },
    warms(form) {
      const warm = () => { self.measuresPython?.warm().catch(() => {}); };
      form.addEventListener("focusin", warm, { once: true });
      form.addEventListener("pointerenter", warm, { once: true });
      for (const hidden of /** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll(".live"))) hidden.hidden = false;
    },
    kept(address) {
      history.replaceState(null, "", address);
      dispatchEvent(new HashChangeEvent("hashchange")); // the link to the other language follows
    },
  };
})();
