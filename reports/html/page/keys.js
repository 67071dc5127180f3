// The pointer and the keyboard in the chart, after the pattern of a tree grid.
const rowAt = (target) => {
  const element = target instanceof Element ? target.closest(".rows [role='row'][data-key]") : null;
  return element ? rows.find((row) => row.key === element.getAttribute("data-key")) : undefined;
};

// pointed is what the pointer is on: one bar of a group, or a whole row.
const pointed = (event) => {
  const bar = event.target instanceof Element ? event.target.closest("[data-at]") : null;
  return bar ? { activity: activities[Number(bar.getAttribute("data-at"))] } : rowAt(event.target);
};

const toggle = (row, opens) => {
  if (!row.group || row.isOpen === opens) return;
  if (opens) opened.add(row.key);
  else opened.delete(row.key);
  listRows();
  redraw();
};

const moveBy = (row, steps) => {
  const index = rows.indexOf(row);
  focusRow(rows[Math.min(rows.length - 1, Math.max(0, index + steps))].key);
};

const right = (row) => {
  if (row.group && !row.isOpen) toggle(row, true);
  else if (row.group) moveBy(row, 1);
};

const left = (row) => {
  if (row.group && row.isOpen) toggle(row, false);
  else if (row.parent) focusRow(row.parent);
};

const enter = (row) => {
  if (row.group) { toggle(row, !row.isOpen); return; }
  pin(row.activity);
  details.focus({ preventScroll: true });
  details.scrollIntoView({ block: "nearest" });
};

const pageRows = () => Math.max(1, Math.floor(chart.clientHeight / rowHeight()) - 3);

const keys = {
  ArrowDown: (row) => moveBy(row, 1),
  ArrowUp: (row) => moveBy(row, -1),
  ArrowRight: right,
  ArrowLeft: left,
  Home: (row) => moveBy(row, -rows.length),
  End: (row) => moveBy(row, rows.length),
  PageDown: (row) => moveBy(row, pageRows()),
  PageUp: (row) => moveBy(row, -pageRows()),
  Enter: enter,
  " ": enter,
  Escape: () => letGo(),
  "+": () => zoomChart(1.5),
  "=": () => zoomChart(1.5),
  "-": () => zoomChart(1 / 1.5),
  0: () => fitChart(),
};

const startKeys = () => {
  chart.addEventListener("keydown", (event) => {
    const row = rowAt(event.target);
    if (!row || !Object.hasOwn(keys, event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    keys[event.key](row);
  });
  details.addEventListener("keydown", (event) => { if (event.key === "Escape") letGo(); });
  chart.addEventListener("focusin", (event) => {
    const row = rowAt(event.target);
    if (row && row.key !== current) { const before = made.get(current); if (before) before.tabIndex = -1; current = row.key; made.get(current).tabIndex = 0; }
    show(row);
  });
  chart.addEventListener("pointerover", (event) => show(pointed(event)));
  chart.addEventListener("click", (event) => {
    const row = pointed(event);
    if (!row) return;
    if (row.activity) pin(row.activity);
    else { focusRow(row.key, false); toggle(row, !row.isOpen); }
  });
  chart.addEventListener("wheel", (event) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const about = event.clientX - chart.getBoundingClientRect().left - fixedWidth();
    zoomChart(event.deltaY < 0 ? 1.2 : 1 / 1.2, Math.max(0, about));
  }, { passive: false });
};
