// Tables that are sorted by their headings and searched by a field. What has no value sorts last either way.
const sortKey = (row, column) => {
  const cell = row.cells[column];
  const text = cell.hasAttribute("data-sort") ? cell.getAttribute("data-sort") : cell.textContent.trim();
  if (text === "" || text === "–") return null;
  return text !== "" && !Number.isNaN(Number(text)) ? Number(text) : text;
};

const compareKeys = (a, b) => {
  if (typeof a === "number" && typeof b === "number") return a - b;
  return String(a).localeCompare(String(b), "en-GB", { numeric: true });
};

const sortBy = (table, column, direction) => {
  const lines = table.tBodies[0];
  const keyed = [...lines.rows].map((row, order) => ({ row, order, key: sortKey(row, column) }));
  keyed.sort((a, b) => {
    if (a.key === null || b.key === null) return (a.key === null) - (b.key === null) || a.order - b.order;
    return direction * compareKeys(a.key, b.key) || a.order - b.order;
  });
  lines.append(...keyed.map((each) => each.row));
};

const makeSortable = (table) => {
  const heads = [...table.tHead.rows[0].cells];
  heads.forEach((cell, column) => {
    const button = make("button", { type: "button", text: cell.textContent });
    cell.replaceChildren(button);
    button.addEventListener("click", () => {
      const rises = cell.getAttribute("aria-sort") !== "ascending";
      heads.forEach((each) => each.removeAttribute("aria-sort"));
      cell.setAttribute("aria-sort", rises ? "ascending" : "descending");
      sortBy(table, column, rises ? 1 : -1);
    });
  });
};

const makeSearchable = (field) => {
  const table = byID(field.getAttribute("data-finds"));
  const said = byID(`${table.id}-shown`);
  field.form.addEventListener("submit", (event) => event.preventDefault());
  field.addEventListener("input", () => {
    const wanted = fold(field.value).split(/\s+/).filter((word) => word !== "");
    const lines = [...table.tBodies[0].rows];
    lines.forEach((row) => { row.hidden = !wanted.every((word) => fold(row.textContent).includes(word)); });
    const shown = lines.filter((row) => !row.hidden).length;
    said.textContent = wanted.length === 0 ? "" : `${sayNumber(shown)} of ${sayNumber(lines.length)} ${table.getAttribute("data-noun")} shown; ${sayNumber(lines.length - shown)} hidden.`;
  });
};

const startTables = () => {
  document.querySelectorAll("table.sorts").forEach(makeSortable);
  document.querySelectorAll("[data-finds]").forEach(makeSearchable);
};
