// Light or dark: as the device has it, unless the reader chooses. The choice is remembered where the browser allows.
const rememberedAs = "epr-colours";

const remembered = () => {
  try { return localStorage.getItem(rememberedAs) ?? ""; } catch { return ""; }
};

const setColours = (colours) => {
  if (colours === "") document.documentElement.removeAttribute("data-colours");
  else document.documentElement.setAttribute("data-colours", colours);
};

const startColours = () => {
  const select = byID("colours");
  const before = remembered();
  select.value = ["light", "dark"].includes(before) ? before : "";
  setColours(select.value);
  select.addEventListener("change", () => {
    setColours(select.value);
    try { localStorage.setItem(rememberedAs, select.value); } catch { /* a browser that keeps nothing */ }
  });
};
