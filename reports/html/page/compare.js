// The comparison with an earlier schedule: a baseline or the last version. What has the same dates is not in the data.
const earlier = (data.earlier ?? []).map((each) => ({
  name: each.name,
  isNew: new Set(each.new),
  dates: new Map(each.at.map((at, k) => [at, { start: each.start[k], finish: each.finish[k], later: each.later[k] }])),
}));

let compared = (data.earlier ?? []).findIndex((each) => each.chosen); // position in earlier, −1 for none

// wasOf is when an activity was to be, null if it was not there.
const wasOf = (activity, k = compared) => {
  if (earlier[k].isNew.has(activity.at)) return null;
  return earlier[k].dates.get(activity.at) ?? { start: activity.start, finish: activity.finish, later: 0 };
};

// groupWas is the same for a group.
const groupWas = (group, k = compared) => {
  const was = group.was?.[k] ?? null;
  if (was === null) return null;
  const [start, finish, later] = was.length === 0 ? [group.start, group.finish, 0] : was;
  return { start, finish, later };
};

const rowWas = (row) => {
  if (compared < 0) return null;
  return row.activity ? wasOf(row.activity) : groupWas(row.group);
};

// sayWas is "3 May 2027 to 5 May 2027: 14 days later now".
const sayWas = (was) => (was === null ? "not in it" : `${sayDates(was)}: ${sayLater(was.later)} now`);

const changes = {
  later: (activity) => (wasOf(activity)?.later ?? 0) > 0,
  sooner: (activity) => (wasOf(activity)?.later ?? 0) < 0,
  same: (activity) => wasOf(activity)?.later === 0,
  added: (activity) => wasOf(activity) === null,
};

const offerEarlier = () => {
  byID("compare-field").hidden = earlier.length === 0;
  byID("moved-field").hidden = earlier.length === 0;
  byID("compare").append(make("option", { value: -1, text: "Nothing" }),
    ...earlier.map((each, k) => make("option", { value: k, text: each.name })));
  byID("compare").value = String(compared);
};

const readEarlier = () => {
  compared = Number(byID("compare").value);
  byID("of-moved").disabled = compared < 0;
  if (compared < 0) byID("of-moved").value = "";
  forgetValues("moved");
};
