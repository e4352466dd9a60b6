// Searching the measures: MiniSearch over Han bigrams and words, then what the reader typed as a whole.
(() => {
  /** @typedef {import("./types").SearchRecord} SearchRecord */
  /** @typedef {import("./types").SearchHit} SearchHit */

  const HAN = /\p{Script=Han}/u;
  const RUNS = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu;
  const FIELDS = { title: 6, official: 3, words: 5, summary: 2, also: 2.5, text: 1.6, rest: 0.6 };
  const DIGITS = "零一二三四五六七八九";
  const FORMAL = "零壹贰叁肆伍陆柒捌玖";

  /** One spelling for what people write in several: width, case, thousands commas, 1万 and 一万.
   * @param {string} text */
  function plain(text) {
    return text
      .normalize("NFKC")
      .toLowerCase()
      .replace(/(\d)[, ](?=\d{3}(?!\d))/g, "$1")
      .replace(/[壹贰叁肆伍陆柒捌玖]/g, (digit) => DIGITS[FORMAL.indexOf(digit)])
      .replace(/[一二两三四五六七八九](?=万)/g, (digit) => String(digit === "两" ? 2 : DIGITS.indexOf(digit)))
      .replace(/(\d+(?:\.\d+)?)\s*(?:万|w(?![a-z]))/g, (_, number) => String(Math.round(Number(number) * 10000)))
      .replace(/(\d+(?:\.\d+)?)k(?![a-z])/g, (_, number) => String(Math.round(Number(number) * 1000)))
      .replace(/人民币|rmb|￥|¥/g, " ")
      .replace(/[’']s\b/g, "");
  }

  /** Plural and singular of an English word meet. @param {string} word */
  function stem(word) {
    if (word.length > 4 && word.endsWith("ies")) return `${word.slice(0, -3)}y`;
    if (word.length > 3 && word.endsWith("s") && !/(?:ss|us|is)$/.test(word)) return word.slice(0, -1);
    return word;
  }

  /** The terms of a text: words, and every two neighbouring Han characters.
   * @param {string} text @param {boolean} single also every single Han character */
  function terms(text, single) {
    const found = [];
    for (const [run] of plain(text).matchAll(RUNS)) {
      if (!HAN.test(run)) {
        found.push(stem(run));
        continue;
      }
      const letters = [...run];
      if (single || letters.length === 1) found.push(...letters);
      for (let at = 0; at + 1 < letters.length; at += 1) found.push(letters[at] + letters[at + 1]);
    }
    return found;
  }

  /** Words that say nothing about what is looked for. */
  const IDLE = new Set("a an and are at be by can do does for from get have how i if in is it my need of on or our the to we what when which who will with you your 什么 怎么 怎样 如何 可以 是否 我们 哪些 的吗 么办".split(" "));

  /** @param {SearchRecord[]} records */
  function engine(records) {
    const index = new MiniSearch({
      fields: Object.keys(FIELDS),
      idField: "url",
      tokenize: (text) => terms(text, true),
      processTerm: (term) => term,
      extractField: (record, field) => {
        if (field === "text") return record.sentences.map((/** @type {string[]} */ pair) => pair[1]).join(" ");
        const value = record[field];
        return Array.isArray(value) ? value.join(" | ") : value;
      },
    });
    index.addAll(records);

    /** @param {string[]} wanted */
    const lookUp = (wanted) =>
      index.search(wanted.join(" "), {
        boost: FIELDS,
        tokenize: () => wanted,
        prefix: (term) => !HAN.test(term) && term.length > 1,
        fuzzy: (term) => (!HAN.test(term) && term.length > 4 ? 0.2 : false),
        weights: { prefix: 0.6, fuzzy: 0.2 },
      });

    const prepared = records.map((record) => ({
      record,
      names: [...record.words, ...record.also, record.title].map((word) => squeeze(word)),
      title: squeeze(record.title) + squeeze(record.official),
      text: squeeze(record.sentences.map((pair) => pair[1]).join("")),
      rest: squeeze(record.summary + record.rest),
    }));

    /** @param {string} query @returns {SearchHit[]} */
    return function search(query) {
      const asked = terms(query, false);
      const useful = asked.filter((term) => !IDLE.has(term));
      const wanted = useful.length ? useful : asked;
      if (!wanted.length) return [];
      const hits = lookUp(wanted);
      if (!hits.length) hits.push(...lookUp(wanted.flatMap((term) => (HAN.test(term) ? [...term] : []))));
      const share = coverage(hits, records.length);
      const scores = new Map(hits.map((hit, at) => [hit.id, hit.score * share[at] ** 2]));
      const top = Math.max(1, ...scores.values());
      const whole = squeeze(query);
      const number = /^(?:第|m|no\.?|measure)?0?(\d{1,2})(?:项|条)?$/.exec(whole)?.[1];
      return prepared
        .map((entry) => ({ entry, score: (60 * (scores.get(entry.record.url) || 0)) / top + bonus(entry, whole, number) }))
        .filter(({ score }) => score > 4)
        .sort((one, other) => other.score - one.score || one.entry.record.no - other.entry.record.no)
        .map(({ entry }) => ({ ...entry.record, ...passage(entry.record, query, wanted) }));
    };
  }

  /** How much of what was asked each hit has, a rare word counting for more than a common one.
   * @param {import("minisearch").SearchResult[]} hits @param {number} total */
  function coverage(hits, total) {
    /** @type {Map<string, number>} */
    const frequency = new Map();
    for (const hit of hits) for (const term of hit.queryTerms) frequency.set(term, (frequency.get(term) || 0) + 1);
    const rarity = new Map([...frequency].map(([term, count]) => [term, Math.log(1 + total / count)]));
    const all = [...rarity.values()].reduce((sum, value) => sum + value, 0);
    return hits.map((hit) => hit.queryTerms.reduce((sum, term) => sum + (rarity.get(term) || 0), 0) / all);
  }

  /** A text as it is compared whole: one spelling, no spaces or marks. @param {string} text */
  const squeeze = (text) => (plain(text).match(RUNS) || []).map((run) => (HAN.test(run) ? run : stem(run))).join("");

  /** What the query as a whole adds to its words.
   * @param {{record: SearchRecord, names: string[], title: string, text: string, rest: string}} entry
   * @param {string} whole @param {string | undefined} number */
  function bonus(entry, whole, number) {
    if (number && entry.record.no === Number(number)) return 500;
    if (whole.length < 2) return 0;
    let best = 0;
    for (const name of entry.names) {
      if (name === whole) best = Math.max(best, 100);
      else if (name.includes(whole)) best = Math.max(best, 35 + (30 * whole.length) / name.length);
      else if (name.length > 1 && whole.includes(name)) best = Math.max(best, 55 * (name.length / whole.length));
    }
    if (entry.title.includes(whole)) best += 40;
    if (entry.text.includes(whole)) best += 25;
    else if (entry.rest.includes(whole)) best += 6;
    return best;
  }

  /** The sentence that shows why: the one with most of what was asked, else the summary.
   * @param {SearchRecord} record @param {string} query @param {string[]} wanted */
  function passage(record, query, wanted) {
    let best = { anchor: "", said: record.summary, score: 0 };
    for (const [anchor, said] of record.sentences) {
      const here = plain(said);
      const score = wanted.filter((term) => here.includes(term)).length + (here.includes(plain(query)) ? 2 : 0);
      if (score > best.score) best = { anchor, said, score };
    }
    return { anchor: best.anchor, said: best.said, wanted };
  }

  self.measuresSearch = engine(self.measuresSearchRecords || []);
})();
