// Days are counted from 1 January 1970; 0 stands for no day. Nothing here asks what day it is today.
const monthNames = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const millisecondsOfDay = 86_400_000;

const civil = (day) => {
  const date = new Date(day * millisecondsOfDay);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth(), day: date.getUTCDate() };
};

const dayOf = (year, month, day) => Date.UTC(year, month, day) / millisecondsOfDay;

// sayDay is "30 Apr 2027".
const sayDay = (day) => {
  if (!day) return "–";
  const { year, month, day: ofMonth } = civil(day);
  return `${ofMonth} ${monthNames[month]} ${year}`;
};

// mondayBefore is the Monday on or before a day; 1 January 1970 was a Thursday.
const mondayBefore = (day) => day - ((((day + 3) % 7) + 7) % 7);
