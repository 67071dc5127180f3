// The scale: which day is where, and what is written above.
const mostPixels = 14; // a day at most
const scale = { perDay: 1, from: 0, to: 0 };

const xOf = (day) => Math.round((day - scale.from) * scale.perDay);
const timeWidth = () => xOf(scale.to + 1);

const setSpan = () => {
  scale.from = mondayBefore(data.span[0] - 7);
  scale.to = data.span[1] + 14;
};

const margin = 24; // left and right of the first span to show

// fitTo chooses the scale on which the first span to show, with its margins, is so many pixels wide, and all that there is
// no narrower.
const fitTo = (pixels) => {
  const shown = (pixels - 2 * margin) / (data.show[1] - data.show[0] + 1);
  const all = pixels / (scale.to - scale.from + 1);
  scale.perDay = Math.min(mostPixels, Math.max(0.05, shown, all));
};

const zoomBy = (factor) => { scale.perDay = Math.min(mostPixels, Math.max(0.05, scale.perDay * factor)); };

// monthsFrom lists the first days of every so many months of the scale.
const monthsFrom = (step) => {
  const { year, month } = civil(scale.from);
  const list = [];
  for (let m = year * 12 + month - (month % step); ; m += step) {
    const day = dayOf(Math.floor(m / 12), m % 12, 1);
    if (day > scale.to) return list;
    list.push(day);
  }
};

const sayQuarter = (day) => `Q${Math.floor(civil(day).month / 3) + 1}`;

// tickLines are the lines of the heading: years above months, quarters or, close up, weeks.
const tickLines = () => {
  const perMonth = scale.perDay * 30.4;
  const years = { days: monthsFrom(12), say: (day) => String(civil(day).year), isYear: true };
  if (perMonth >= 150) {
    const weeks = [];
    for (let day = scale.from; day <= scale.to; day += 7) weeks.push(day);
    const months = { days: monthsFrom(1), say: (day) => `${monthNames[civil(day).month]} ${civil(day).year}`, isYear: true };
    return [months, { days: weeks, say: (day) => String(civil(day).day) }];
  }
  if (perMonth >= 26) return [years, { days: monthsFrom(1), say: (day) => monthNames[civil(day).month] }];
  if (perMonth * 3 >= 24) return [years, { days: monthsFrom(3), say: sayQuarter }];
  return [years];
};
