// The details of an activity beside the chart: dates, team, float, and why it is when it is. What the pointer or the
// keyboard is on is shown until one is pinned.
let pinned = null;
let leading = new Set(); // the chain that leads to the pinned one
const details = byID("details");

const facts = (pairs) => make("dl", {}, ...pairs.filter(([, value]) => value !== "" && value !== null)
  .flatMap(([name, value]) => [make("dt", { text: name }), make("dd", { dir: "auto", text: value })]));

// thenOf says when something was to be in each earlier schedule; null where there is none.
const thenOf = (was) => {
  if (earlier.length === 0) return null;
  const list = facts(earlier.map((each, k) => [each.name, sayWas(was(k))]));
  list.classList.add("then");
  return make("div", {}, make("h4", { text: "As it was" }), list);
};

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

const mostSteps = 12; // of a chain, until more are asked for

const chainOf = (activity) => {
  const { back, further } = chainTo(activity);
  const list = make("ol", { class: "chain" }, stepOf(activity, true), ...back.slice(0, mostSteps).map((each) => stepOf(each, false)));
  return [make("h4", { text: "Why then" }), list, moreOf(list, back.slice(mostSteps)),
    further > 0 ? make("p", { class: "quiet", text: `A chain of ${sayCount(further, "more activity", "more activities")} leads there.` }) : null];
};

// moreOf is a button that tells the rest of a chain; null if all is told.
const moreOf = (list, rest) => {
  if (rest.length === 0) return null;
  const button = make("button", { type: "button", text: `Show ${sayCount(rest.length, "more step")}` });
  button.addEventListener("click", () => {
    const steps = rest.map((each) => stepOf(each, false));
    list.append(...steps);
    button.remove();
    steps[0].querySelector("button").focus();
  });
  return button;
};

const pinLine = (activity) => {
  const button = make("button", { type: "button", text: pinned === activity ? "Let go" : "Pin", "aria-pressed": String(pinned === activity) });
  button.addEventListener("click", () => (pinned === activity ? letGo() : pin(activity)));
  return make("div", { class: "state" }, button, pinned === activity ? make("span", { class: "quiet", text: "Pinned: what leads here is marked in the chart." }) : null);
};

const showActivity = (activity) => details.replaceChildren(
  ...[make("h3", { dir: "auto", text: activity.name }), pinLine(activity), factsOf(activity), ...chainOf(activity), thenOf((k) => wasOf(activity, k))].filter((each) => each !== null));

const showGroup = (row) => {
  const { group } = row;
  details.replaceChildren(make("h3", { dir: "auto", text: row.name }), facts([
    ["Dates", `${sayDay(group.start)} to ${sayDay(group.finish)}`],
    ["Activities", `${sayNumber(group.done)} done of ${sayNumber(group.of)}`],
    ["Promise", group.promise ? `${sayDay(group.promise)}: ${saySlack(group.slack)}` : "none"],
    ["Rating", `${group.glyph} ${group.rating}`],
  ]), ...[group.level === "rest" ? null : thenOf((k) => groupWas(group, k))].filter((each) => each !== null), make("p", { class: "hint", text: row.isOpen ? "Open. Left arrow or a click closes it." : "Closed. Right arrow or a click opens it." }));
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
  leading = new Set(chainTo(activity).back.map((each) => each.at));
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
    sayFound();
  }
  reveal(activity);
  redraw();
  pin(activity);
  centreRow(activity.id);
  if (takesFocus) focusRow(activity.id);
  scrollToDay(activity.start);
};
