// The data of the page, and one object for each activity. See data.go for what the lists hold.
const data = JSON.parse(byID("data").textContent);

const texts = (numbers) => numbers.map((number) => data.texts[number]);

const activityAt = (i) => {
  const lists = data.activities;
  const pairs = lists.needs[i];
  const needs = [];
  for (let k = 0; k < pairs.length; k += 2) needs.push({ team: pairs[k], amount: pairs[k + 1] });
  return {
    at: i, id: lists.id[i], name: lists.name[i], kind: lists.kind[i], phase: lists.phase[i], trust: lists.trust[i],
    site: lists.site[i], workflow: lists.workflow[i], owner: lists.owner[i],
    start: lists.start[i], finish: lists.finish[i], days: lists.days[i], state: data.states[lists.state[i]], needs,
    float: lists.float[i], byRule: lists.byRule[i], goals: lists.goals[i], cliff: lists.cliff[i],
    promise: lists.promise[i], slack: lists.slack[i], critical: lists.critical[i], closed: lists.closed[i],
    forecast: null,
  };
};

const activities = (data.activities.id ?? []).map((_, i) => activityAt(i));
for (const forecast of data.activities.forecasts ?? []) activities[forecast.activity].forecast = forecast;

const numberByID = new Map(activities.map((activity) => [activity.id, activity.at]));

const kindOf = (activity) => data.kinds[activity.kind];
const bandOf = (activity) => kindOf(activity).band;
const isGoLive = (activity) => kindOf(activity).name === "Go-live";
const isEvent = (activity) => bandOf(activity) === "" || isGoLive(activity);
const whyOf = (activity) => texts(data.activities.why[activity.at]);

// The chains that do not go on as that of the activity before them does.
const wholeChains = new Map((data.activities.chains ?? []).map((chain) => [chain.activity, chain]));

// chainTo is what leads to an activity, from what it waits for backwards, and how many more there are before.
const chainTo = (activity) => {
  const back = [];
  for (let at = activity.at; at >= 0;) {
    const whole = wholeChains.get(at);
    if (whole) return { back: [...back, ...whole.back.map((i) => activities[i])], further: whole.further };
    at = data.activities.back[at];
    if (at >= 0) back.push(activities[at]);
  }
  return { back, further: 0 };
};
const nameOf = (names, number) => (number < 0 ? "" : names[number]);
