// Asking Python about a case: answers that it refuses are named beside their fields and left out, the others count.
(() => {
  const { complain, failed, forgive } = self.measuresFields;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let settling;

  self.measuresAsking = {
    async call(form, name, request) {
      try {
        if (!self.measuresPython) return null;
        return JSON.parse(await self.measuresPython.call(name, JSON.stringify(request)));
      } catch (error) {
        failed(form, error);
        return null;
      }
    },
    async ask(form, given, rest) {
      const request = { as_of: given.asOf, ...rest };
      const asked = { ...request, answers: self.measuresCase.request(given) };
      const answer = await self.measuresAsking.call(form, "eligibility", asked);
      if (!answer) return null;
      forgive(form);
      if (answer.ok) return answer;
      const faulty = complain(form, answer.errors);
      if (!faulty.size) return null;
      const again = { ...request, answers: self.measuresCase.request(given, faulty) };
      const second = await self.measuresAsking.call(form, "eligibility", again);
      return second?.ok ? second : null;
    },
    newest(work) {
      /** @type {Promise<void> | undefined} */
      let running;
      let waiting = false;
      const all = async () => {
        while (waiting) {
          waiting = false;
          await work();
        }
        running = undefined;
      };
      return () => {
        waiting = true;
        running ??= all();
        return running;
      };
    },
    announce(form, sentence) {
      clearTimeout(settling);
      settling = setTimeout(() => {
        const line = form.querySelector(".announced");
        if (line) line.textContent = sentence;
      }, 700);
    },
  };
})();
