// Tables that are sorted by their headings and searched by a field. What has no value sorts last either way.
const sortKey = (row, column) => {
  const cell = row.cells[column];
  const text = cell.hasAttribute("data-sort") ? cell.getAttribute("data-sort") : cell.textContent.trim();
  if (text === "" || text === "–") return null;
  const number = Number(text.replace("−", "-").replace(/[,£%+]/g, ""));
  return Number.isNaN(number) ? dayIn(text) ?? text : number;
};

const compareKeys = (a, b) => {
  if (typeof a === "number" && typeof b === "number") return a - b;
  return String(a).localeCompare(String(b), "en-GB", { numeric: true });
};

// dayIn is the day that a text such as "3 May 2027" says; null if it says none.
const dayIn = (text) => {
  const [, day, month, year] = text.match(/^(\d{1,2}) ([A-Z][a-z]{2}) (\d{4})$/) ?? [];
  return monthNames.includes(month) ? dayOf(Number(year), monthNames.indexOf(month), Number(day)) : null;
};

const sortBy = (table, column, direction) => {
  const lines = table.tBodies[0];
  const keyed = [...lines.rows].map((row, order) => ({ row, order, key: sortKey(row, column) }));
  keyed.sort((a, b) => {
    if (a.key === null || b.key === null) return (a.key === null) - (b.key === null) || a.order - b.order;
    return direction * compareKeys(a.key, b.key) || a.order - b.order;
  });
  lines.append(...keyed.map((each) => each.row));
  refold(table);
};

const makeSortable = (table) => {
  const heads = [...table.tHead.rows[0].cells];
  heads.forEach((cell, column) => {
    const button = make("button", { type: "button", text: cell.textContent });
    cell.setAttribute("data-head", cell.textContent); // for paper, which repeats headings but no buttons in them
    cell.replaceChildren(button);
    button.addEventListener("click", () => {
      const rises = cell.getAttribute("aria-sort") !== "ascending";
      heads.forEach((each) => each.removeAttribute("aria-sort"));
      cell.setAttribute("aria-sort", rises ? "ascending" : "descending");
      sortBy(table, column, rises ? 1 : -1);
    });
  });
};

const sayMatches = (n, of, noun, typed) => (n === 0
  ? `Nothing matches “${typed}”: all ${sayNumber(of)} ${noun} are hidden.`
  : `${sayNumber(n)} of ${sayNumber(of)} ${noun} match.`);

// rowTexts are what the rows say, made when they are first searched.
const rowTexts = new WeakMap();
const textOf = (row) => {
  if (!rowTexts.has(row)) rowTexts.set(row, fold(row.textContent));
  return rowTexts.get(row);
};

const makeSearchable = (field) => {
  const table = byID(field.getAttribute("data-finds"));
  const said = byID(`${table.id}-shown`);
  field.form.addEventListener("submit", (event) => event.preventDefault());
  field.addEventListener("input", () => {
    const wanted = fold(field.value).split(/\s+/).filter((word) => word !== "");
    const lines = [...table.tBodies[0].rows];
    const passes = (row) => wanted.every((word) => textOf(row).includes(word));
    lines.forEach((row) => (passes(row) ? leftOut.delete(row) : leftOut.add(row)));
    refold(table);
    said.textContent = wanted.length === 0 ? "" : sayMatches(lines.filter((row) => !leftOut.has(row)).length, lines.length, table.getAttribute("data-noun"), field.value.trim());
  });
};

const startTables = () => {
  startFolds();
  document.querySelectorAll("table.sorts").forEach(makeSortable);
  document.querySelectorAll("[data-finds]").forEach(makeSearchable);
};
