// The details of an activity beside the chart: dates, team, float, and why it is when it is. What the pointer or the
// keyboard is on is shown until one is pinned.
let pinned = null;
let leading = new Set(); // the chain that leads to the pinned one
const details = byID("details");

const facts = (pairs) => make("dl", {}, ...pairs.filter(([, value]) => value !== "" && value !== null)
  .flatMap(([name, value]) => [make("dt", { text: name }), make("dd", { dir: "auto", text: value })]));

const factsOf = (activity) => facts([
  ["Dates", sayDates(activity)],
  ["Work", activity.days > 0 ? sayCount(activity.days, "working day") : ""],
  ["Kind", kindOf(activity).name],
  ["State", activity.state],
  ["Team", sayTeams(activity)],
  ["Float", sayFloat(activity)],
  ["Cliff", activity.cliff === null ? "" : `${sayCount(activity.cliff, "working day")} before a go-live is pushed past a blackout`],
  ["Promise", activity.promise ? `${sayDay(activity.promise)}: ${saySlack(activity.slack)}` : ""],
  ["Forecast", activity.forecast ? `P50 ${activity.forecast.p50}, P80 ${activity.forecast.p80}${activity.forecast.chance ? `; ${activity.forecast.chance} to keep its promise` : ""}` : ""],
  ["Critical", texts(activity.critical).length > 0 ? `on the critical chain of ${texts(activity.critical).join(", ")}` : ""],
  ["Phase", nameOf(data.phases, activity.phase)],
  ["Trust", nameOf(data.trusts, activity.trust)],
  ["Site", activity.site],
  ["Workflow", activity.workflow],
  ["Owner", activity.owner],
  ["Id", activity.id],
]);

const stepOf = (activity, isFirst) => {
  const button = make("button", { type: "button" }, make("bdi", { text: activity.name }));
  button.addEventListener("click", () => goTo(activity, true));
  const why = whyOf(activity);
  return make("li", {},
    isFirst ? make("strong", {}, make("bdi", { text: activity.name })) : button,
    make("div", { class: "quiet", text: sayDates(activity) }),
    make("ul", {}, ...(why.length > 0 ? why : ["waits for nothing"]).map((phrase) => make("li", { dir: "auto", text: phrase }))));
};

const chainOf = (activity) => {
  const further = furtherOf(activity);
  return [make("h4", { text: "Why then" }),
    make("ol", { class: "chain" }, stepOf(activity, true), ...backOf(activity).map((each) => stepOf(each, false))),
    further > 0 ? make("p", { class: "quiet", text: `A chain of ${sayCount(further, "more activity", "more activities")} leads there.` }) : null];
};

const pinLine = (activity) => {
  const button = make("button", { type: "button", text: pinned === activity ? "Let go" : "Pin", "aria-pressed": String(pinned === activity) });
  button.addEventListener("click", () => (pinned === activity ? letGo() : pin(activity)));
  return make("div", { class: "state" }, button, pinned === activity ? make("span", { class: "quiet", text: "Pinned: what leads here is marked in the chart." }) : null);
};

const showActivity = (activity) => details.replaceChildren(
  ...[make("h3", { dir: "auto", text: activity.name }), pinLine(activity), factsOf(activity), ...chainOf(activity)].filter((each) => each !== null));

const showGroup = (row) => {
  const { group } = row;
  details.replaceChildren(make("h3", { dir: "auto", text: group.name }), facts([
    ["Dates", `${sayDay(group.start)} to ${sayDay(group.finish)}`],
    ["Activities", `${sayNumber(group.done)} done of ${sayNumber(group.of)}`],
    ["Promise", group.promise ? `${sayDay(group.promise)}: ${saySlack(group.slack)}` : "none"],
    ["Rating", `${group.glyph} ${group.rating}`],
  ]), make("p", { class: "hint", text: row.isOpen ? "Open. Left arrow or a click closes it." : "Closed. Right arrow or a click opens it." }));
};

const showHint = () => details.replaceChildren(make("h3", { text: "Details" }),
  make("p", { class: "hint", text: "Point at an activity, or move to it with the arrow keys, to see its dates, its team, its float and why it is when it is. A click or Enter pins it." }));

// show tells of a row unless something is pinned.
const show = (row) => {
  if (pinned !== null || !row) return;
  if (row.activity) showActivity(row.activity);
  else showGroup(row);
};

const pin = (activity) => {
  pinned = activity;
  leading = new Set(backOf(activity).map((each) => each.at));
  showActivity(activity);
  details.scrollTop = 0;
  showDay(activity.start);
  markAll();
};

const letGo = () => {
  const was = pinned;
  pinned = null;
  leading = new Set();
  markAll();
  if (was !== null) { showHint(); if (reveal(was)) { redraw(); focusRow(was.id); } }
};

// goTo shows an activity in the chart and pins it; what a filter hides is shown by clearing the filter.
const goTo = (activity, takesFocus) => {
  if (!found.includes(activity)) {
    clearFilter();
    applyFilter();
  }
  reveal(activity);
  redraw();
  pin(activity);
  if (takesFocus) focusRow(activity.id);
  scrollToDay(activity.start);
};
