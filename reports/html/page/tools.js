// The tools above the chart: filters, zoom, opening and closing, chart or table.
const isTable = () => byID("as-table").getAttribute("aria-pressed") === "true";

const setTable = (is) => {
  byID("as-table").setAttribute("aria-pressed", String(is));
  byID("with-table").hidden = !is;
  byID("with-chart").hidden = is;
  if (is) showTable();
  else redraw();
};

// update shows what the filter leaves, in the chart or the table.
const update = () => {
  applyFilter();
  byID("shown").textContent = sayShown();
  if (isTable()) showTable();
  else redraw();
};

const startTools = () => {
  const form = document.querySelector("#plan form");
  form.addEventListener("input", (event) => { if (event.target.id !== "by") update(); });
  form.addEventListener("submit", (event) => event.preventDefault());
  // The fields are empty only after the event.
  form.addEventListener("reset", () => setTimeout(() => { grouping = byID("by").value; openFirst(); update(); }));
  byID("by").addEventListener("change", () => { grouping = byID("by").value; openFirst(); update(); });
  byID("zoom-in").addEventListener("click", () => zoomChart(1.5));
  byID("zoom-out").addEventListener("click", () => zoomChart(1 / 1.5));
  byID("zoom-fit").addEventListener("click", fitChart);
  byID("open-all").addEventListener("click", () => { openEverything(); listRows(); redraw(); });
  byID("close-all").addEventListener("click", () => { opened.clear(); listRows(); redraw(); });
  byID("as-table").addEventListener("click", () => setTable(!isTable()));
};
