// The rows of the chart: the tree of groups and activities, as far as it is open and passes the filter.
const few = 400; // as many activities are shown opened when a filter leaves no more

let opened = new Set();
let grouping = "byPhase";
let found = activities; // what passes the filter
let rows = [];

// groupKey names a group for as long as the page lives.
const groupKeys = new Map();
const numberGroups = (groups, prefix) => {
  (groups ?? []).forEach((group, k) => {
    groupKeys.set(group, `${prefix}/${k}`);
    numberGroups(group.groups, `${prefix}/${k}`);
  });
};
numberGroups(data.byPhase, "byPhase");
numberGroups(data.byTrust, "byTrust");

const topGroups = () => data[grouping] ?? [];

const allOf = (group) => [...(group.rows ?? []), ...(group.groups ?? []).flatMap(allOf)];

// openFirst opens as much as is useful at the start: if the outermost groups are few, those that hold other groups.
const openFirst = () => {
  const isFew = topGroups().length <= 12;
  opened = new Set(topGroups().filter((group) => isFew && group.groups && group.level !== "rest").map((group) => groupKeys.get(group)));
};

const openEverything = () => { opened = new Set(groupKeys.values()); };

// nameOfGroup is its name; of the trusts that stand together, so many as pass the filter.
const nameOfGroup = (group, passes) => {
  if (group.level !== "rest" || !isAsked()) return group.name;
  return sayCount(group.groups.filter((each) => allOf(each).some((i) => passes.has(i))).length, "more trust");
};

const rowsOf = (group, level, passes, parent) => {
  const members = allOf(group).filter((i) => passes.has(i));
  if (members.length === 0) return [];
  const key = groupKeys.get(group);
  const isOpen = opened.has(key);
  const row = { key, level, parent, group, members, isOpen, name: nameOfGroup(group, passes) };
  if (!isOpen) return [row];
  const inner = (group.groups ?? []).flatMap((each) => rowsOf(each, level + 1, passes, key));
  const own = (group.rows ?? []).filter((i) => passes.has(i))
    .map((i) => ({ key: activities[i].id, level: level + 1, parent: key, activity: activities[i] }));
  return [row, ...inner, ...own];
};

const listRows = () => {
  const passes = new Set(found.map((activity) => activity.at));
  rows = topGroups().flatMap((group) => rowsOf(group, 1, passes, null));
};

const applyFilter = () => {
  readFilter();
  const { passing, counts } = sift();
  found = isAsked() ? passing : activities;
  sayCounts(counts);
  if (isAsked() && found.length <= few) openEverything();
  listRows();
};

// reveal opens the groups above an activity. It is false if the filter hides it.
const reveal = (activity) => {
  if (!found.includes(activity)) return false;
  const openTo = (group) => {
    const isInside = (group.rows ?? []).includes(activity.at) || (group.groups ?? []).some(openTo);
    if (isInside) opened.add(groupKeys.get(group));
    return isInside;
  };
  topGroups().some(openTo);
  listRows();
  return true;
};

// sayShown says how many activities the filter shows and hides.
const sayShown = () => {
  const all = activities.length;
  if (!isAsked()) return `All ${sayCount(all, "activity", "activities")} are shown.`;
  const hidden = all - found.length;
  return `${sayNumber(found.length)} of ${sayCount(all, "activity", "activities")} shown; ${sayNumber(hidden)} hidden by the filters.`;
};
