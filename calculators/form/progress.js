// How far Python is, in every line of the page that is there to say so.
(() => {
  const python = self.measuresPython;
  const megabytes = (/** @type {number} */ bytes) => (bytes / 1e6).toFixed(1);
  if (!python) return;
  python.onprogress = ({ step, done, total }) => {
    for (const line of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".progress"))) {
      const words = line.dataset[step] || "";
      line.textContent = words.replace("{}", megabytes(done)).replace("{}", megabytes(total));
      line.hidden = !words;
    }
  };
})();
