// Long tables: the first lines are shown, the rest is counted and shown when it is asked for. Without the script all are.
const foldAt = 100;

// A long table is a list of lines, or of groups of lines, some of which a search leaves out.
const linesOf = (table) => (table.hasAttribute("data-groups") ? [...table.tBodies] : [...table.tBodies[0].rows]);

const leftOut = new WeakSet(); // lines that a search leaves out
const limits = new WeakMap(); // how many lines of a table are shown
const more = new WeakMap(); // what stands below a table

// refold shows the first lines of a table that no search leaves out.
const refold = (table) => {
  const passing = linesOf(table).filter((line) => !leftOut.has(line));
  const limit = limits.get(table) ?? Infinity;
  const shown = new Set(passing.slice(0, limit));
  for (const line of linesOf(table)) line.hidden = !shown.has(line);
  const rest = passing.length - shown.size;
  const below = more.get(table);
  if (!below) return;
  below.hidden = rest === 0;
  below.querySelector("span").textContent = `${sayNumber(rest)} more ${table.getAttribute("data-noun")} not shown.`;
  below.querySelector(".next").textContent = `Show ${sayNumber(Math.min(rest, foldAt))} more`;
};

const showLines = (table, limit) => {
  limits.set(table, limit);
  refold(table);
  if (more.get(table).hidden) table.closest(".scroll").focus({ preventScroll: true });
};

const makeFolding = (table) => {
  if (linesOf(table).length <= foldAt) return;
  const button = (className, text, limit) => {
    const element = make("button", { type: "button", class: className, text });
    element.addEventListener("click", () => showLines(table, limit()));
    return element;
  };
  const below = make("p", { class: "more" }, make("span"),
    button("next", "", () => limits.get(table) + foldAt), button("all", "Show all", () => Infinity));
  table.closest(".scroll").after(below);
  more.set(table, below);
  limits.set(table, foldAt);
  refold(table);
};

const startFolds = () => document.querySelectorAll("table[data-noun]").forEach(makeFolding);
