// The tools above the chart: filters, zoom, opening and closing, chart or table.
const isTable = () => byID("as-table").getAttribute("aria-pressed") === "true";

// sayFound says what the filter leaves; where that is nothing, it says so in place of the chart or the table.
const sayFound = () => {
  const isNothing = found.length === 0;
  byID("shown").textContent = sayShown();
  byID("nothing").hidden = !isNothing;
  byID("nothing-said").textContent = isNothing ? `Nothing matches ${sayAsked()}.` : "";
  byID("with-table").hidden = isNothing || !isTable();
  byID("with-chart").hidden = isNothing || isTable();
};

const showFound = () => {
  sayFound();
  if (found.length === 0) return;
  if (isTable()) showTable();
  else redraw();
};

const setTable = (is) => {
  byID("as-table").setAttribute("aria-pressed", String(is));
  showFound();
};

// update shows what the filter leaves, in the chart or the table.
const update = () => {
  applyFilter();
  showFound();
};

const startForm = (form) => {
  form.addEventListener("input", (event) => { if (!["by", "compare"].includes(event.target.id)) update(); });
  form.addEventListener("submit", (event) => event.preventDefault());
  // The fields are empty only after the event.
  form.addEventListener("reset", () => setTimeout(() => {
    grouping = byID("by").value;
    byID("compare").value = String(compared);
    openFirst();
    update();
  }));
  byID("by").addEventListener("change", () => { grouping = byID("by").value; openFirst(); update(); });
  byID("compare").addEventListener("change", () => { readEarlier(); markCompared(); update(); });
  byID("clear-nothing").addEventListener("click", () => { clearFilter(); update(); byID("find").focus(); });
};

const startTools = () => {
  startForm(document.querySelector("#plan form"));
  byID("zoom-in").addEventListener("click", () => zoomChart(1.5));
  byID("zoom-out").addEventListener("click", () => zoomChart(1 / 1.5));
  byID("zoom-fit").addEventListener("click", fitChart);
  byID("open-all").addEventListener("click", () => { openEverything(); listRows(); redraw(); });
  byID("close-all").addEventListener("click", () => { opened.clear(); listRows(); redraw(); });
  byID("as-table").addEventListener("click", () => setTable(!isTable()));
};
