// The start: the page is whole without any of this.
document.documentElement.classList.add("scripted");
startColours();
startTables();
if (activities.length > 0) {
  offerChoices();
  openFirst();
  applyFilter();
  startChart();
  startKeys();
  startTools();
  sayFound();
  makeLegend();
  showHint();
  byID("filter-box").open = innerWidth > 760;
  let width = innerWidth;
  addEventListener("resize", () => {
    if (innerWidth === width || byID("plan").hidden || isTable()) return;
    width = innerWidth;
    redraw();
  });
}
if (activities.length === 0) document.querySelector("#plan .script-only").hidden = true;
startViews();
