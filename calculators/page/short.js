// A short address leads to its measure, at the same anchor.
location.replace(new URL((document.documentElement.dataset.to || "") + location.hash, location.href));
