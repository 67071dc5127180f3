// The chart: a tree grid that scrolls. Only the rows that can be seen are in the document, so that it stays quick
// with many thousand activities.
const chart = byID("chart");
const made = new Map(); // rows in the document, by key
let head = null;
let lines = null;
let body = null;
let current = null; // key of the row that the keyboard is on

const fixedWidth = () => head.querySelector(".fixed").getBoundingClientRect().width;
const spare = 8; // rows kept above and below what is seen

const makeHead = () => {
  head = make("div", { role: "row", class: "head", "aria-rowindex": 1 },
    make("div", { class: "fixed", role: "presentation" },
      make("div", { role: "columnheader", class: "name", text: "Activity" }),
      make("div", { role: "columnheader", class: "from", text: "Start" }),
      make("div", { role: "columnheader", class: "to", text: "Finish" }),
      make("div", { role: "columnheader", class: "change", text: "Change, days" }),
      make("div", { role: "columnheader", class: "room", text: "Slack, float" })),
    make("div", { role: "columnheader", class: "time", "aria-label": "Timeline" }));
};

const makeTicks = () => {
  const time = head.querySelector(".time");
  time.replaceChildren();
  lines.replaceChildren();
  for (const line of tickLines()) {
    const strip = make("div", { class: "ticks", "aria-hidden": "true" });
    line.days.forEach((day, k) => {
      const next = k + 1 < line.days.length ? line.days[k + 1] : scale.to + 1;
      const from = Math.max(0, xOf(day));
      const width = xOf(next) - from;
      const words = line.say(day);
      strip.append(place(make("div", { class: "tick", text: width >= words.length * 7 + 4 ? words : "" }), { left: from, width: Math.max(0, width) }));
      lines.append(place(make("div", { class: line.isYear ? "rule year" : "rule" }), { left: from }));
    });
    time.append(strip);
  }
  for (let lane = 0; lane < data.lanes; lane++) time.append(makeLane(lane));
  lines.append(place(make("div", { class: "today" }), { left: xOf(data.status) }));
  place(time, { width: timeWidth() });
};

const makeLane = (lane) => {
  const strip = make("div", { class: "lane", "aria-hidden": "true" });
  for (const closure of data.blackouts.filter((each) => each.lane === lane)) {
    const left = xOf(closure.from);
    const width = xOf(closure.to + 1) - left;
    strip.append(place(make("div", { class: closure.soft ? "closure soft" : "closure", text: width >= Math.min(48, closure.name.length * 7 + 4) ? closure.name : "", title: closure.name }), { left, width: Math.max(3, width) }));
  }
  return strip;
};

// sayChange is how many days later than in the schedule compared with; "new" of what was not there.
const sayChange = (row) => {
  if (compared < 0) return "";
  const was = rowWas(row);
  return was === null ? "new" : saySigned(was.later);
};

const makeCells = (row) => {
  const { activity, group } = row;
  const of = activity ?? group;
  const name = row.name ?? of.name;
  const twist = activity ? "" : row.isOpen ? "▾" : "▸";
  const room = activity ? activity.state === "done" || activity.float === null ? "–" : sayNumber(activity.float) : saySigned(group.slack);
  const told = activity ? sayMarks(activity)
    : `${sayCount(row.members.length, "activity", "activities")}${group.slack === null ? "" : `, ${group.rating}`}`;
  return [
    make("div", { class: "fixed", role: "presentation" },
      make("div", { role: "gridcell", class: "name", title: name },
        make("span", { class: "twist", "aria-hidden": "true", text: twist }), make("bdi", { text: name })),
      make("div", { role: "gridcell", class: "from", text: sayDay(of.start) }),
      make("div", { role: "gridcell", class: "to", text: sayDay(of.finish) }),
      make("div", { role: "gridcell", class: "change", text: sayChange(row) }),
      make("div", { role: "gridcell", class: "room" },
        make("span", { "aria-hidden": "true", text: activity ? room : group.slack === null ? "" : `${group.glyph} ${room}` }),
        make("span", { class: "unseen", text: activity ? `Float ${sayFloat(activity)}` : saySlack(group.slack) }))),
    make("div", { role: "gridcell", class: "time" }, make("span", { class: "unseen", text: told }), drawRow(row)),
  ];
};

const makeRow = (row, index) => {
  const element = make("div", {
    role: "row", class: `level-${row.level}`, tabindex: row.key === current ? 0 : -1, "aria-level": row.level, "aria-rowindex": index + 2,
    "aria-expanded": row.group ? String(row.isOpen) : null, "data-key": row.key,
  }, ...makeCells(row));
  place(element, { top: index * rowHeight() });
  place(element.querySelector(".time"), { width: timeWidth() });
  mark(element, row);
  return element;
};

// mark shows which row is pinned, and which lead to it.
const mark = (element, row) => {
  const isPinned = row.activity !== undefined && row.activity === pinned;
  element.classList.toggle("pinned", isPinned);
  element.classList.toggle("leads", row.activity !== undefined && leading.has(row.activity.at));
  if (isPinned) element.setAttribute("aria-current", "true");
  else element.removeAttribute("aria-current");
  for (const bar of element.querySelectorAll("[data-at]")) {
    const at = Number(bar.getAttribute("data-at"));
    bar.classList.toggle("leads", leading.has(at) || pinned !== null && pinned.at === at);
  }
};

const markAll = () => {
  rows.forEach((row) => made.has(row.key) && mark(made.get(row.key), row));
  drawLinks();
};

// showRows puts the rows that can be seen into the document and takes the others out, but for the one with the focus.
const showRows = () => {
  const height = rowHeight();
  const first = Math.max(0, Math.floor(chart.scrollTop / height) - spare);
  const last = Math.min(rows.length, Math.ceil((chart.scrollTop + chart.clientHeight) / height) + spare);
  const wanted = new Set(rows.slice(first, last).map((row) => row.key));
  if (current !== null) wanted.add(current);
  for (const [key, element] of made) {
    if (!wanted.has(key)) { element.remove(); made.delete(key); }
  }
  rows.forEach((row, index) => {
    if (!wanted.has(row.key) || made.has(row.key)) return;
    const element = makeRow(row, index);
    made.set(row.key, element);
    const after = rows.slice(index + 1, index + 60).find((each) => made.has(each.key));
    body.insertBefore(element, after ? made.get(after.key) : null);
  });
};

// markCompared gives the change a column of its own while there is something to compare with.
const markCompared = () => { chart.classList.toggle("compares", compared >= 0); };

// redraw makes the chart anew, and leaves the focus where it was.
const redraw = () => {
  const hadFocus = chart.contains(document.activeElement);
  if (!rows.some((row) => row.key === current)) current = rows.length > 0 ? rows[0].key : null;
  made.clear();
  body.replaceChildren();
  makeTicks();
  const height = Math.max(1, rows.length) * rowHeight();
  place(lines, { height, width: timeWidth(), left: fixedWidth() });
  place(body, { height, width: timeWidth() + fixedWidth(), marginTop: -height });
  lines.append(linkLayer);
  drawLinks();
  place(chart, { height: height + head.offsetHeight + (chart.offsetHeight - chart.clientHeight) + 1 });
  chart.setAttribute("aria-rowcount", rows.length + 1);
  showRows();
  if (hadFocus) focusRow(current, false);
};

// centreRow brings a row to a third of the height of the chart, and the chart into view.
const centreRow = (key) => {
  const index = rows.findIndex((row) => row.key === key);
  const room = chart.clientHeight - head.offsetHeight - rowHeight();
  chart.scrollTop = index * rowHeight() - room / 3;
  chart.scrollIntoView({ block: "nearest" });
};

// focusRow moves the keyboard to a row and brings it into view.
const focusRow = (key, scrolls = true) => {
  const index = rows.findIndex((row) => row.key === key);
  if (index < 0) return;
  const before = made.get(current);
  if (before) before.tabIndex = -1;
  current = key;
  const height = rowHeight();
  if (scrolls) {
    const top = index * height;
    const room = chart.clientHeight - head.offsetHeight - height;
    if (top < chart.scrollTop) chart.scrollTop = top;
    else if (top > chart.scrollTop + room) chart.scrollTop = top - room;
  }
  showRows();
  const element = made.get(key);
  element.tabIndex = 0;
  element.focus({ preventScroll: true });
  const { top, bottom } = element.getBoundingClientRect();
  if (bottom > innerHeight) scrollBy(0, bottom - innerHeight + height);
  else if (top < 0) scrollBy(0, top - 2 * height);
};

const leastWidth = 420; // of the timeline: on a phone it scrolls

// scrollToDay brings a day into view, a third from the left.
const scrollToDay = (day) => { chart.scrollLeft = Math.max(0, xOf(day) - (chart.clientWidth - fixedWidth()) / 3); };

// showDay is the same for a day that is not in view; one that is stays where it is.
const showDay = (day) => {
  const x = xOf(day) - chart.scrollLeft;
  if (x < 0 || x > chart.clientWidth - fixedWidth()) scrollToDay(day);
};

const fitChart = () => {
  markCompared();
  fitTo(Math.max(leastWidth, chart.clientWidth - fixedWidth() - 2));
  redraw();
  chart.scrollLeft = Math.max(0, xOf(data.show[0]) - margin);
};

// zoomChart zooms about a place of the timeline, in pixels from its left edge as it is seen: the middle unless told.
const zoomChart = (factor, about = (chart.clientWidth - fixedWidth()) / 2) => {
  const day = (chart.scrollLeft + about) / scale.perDay;
  zoomBy(factor);
  redraw();
  chart.scrollLeft = day * scale.perDay - about;
};

const startChart = () => {
  setSpan();
  makeHead();
  lines = make("div", { class: "lines", role: "presentation" });
  body = make("div", { class: "rows", role: "rowgroup" });
  chart.append(make("div", { role: "rowgroup", class: "head-group" }, head), lines, body);
  chart.addEventListener("scroll", () => requestAnimationFrame(showRows), { passive: true });
};
