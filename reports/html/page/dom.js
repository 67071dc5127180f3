// Elements are made here and nowhere else. Text is only ever set as text, never as markup.
const byID = (id) => document.getElementById(id);

// fill sets attributes; "text" is the text content and "class" the class. What is null or false is left out.
const fill = (element, attributes, children) => {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === "text") element.textContent = value;
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null));
  return element;
};

const make = (name, attributes = {}, ...children) => fill(document.createElement(name), attributes, children);

const draw = (name, attributes = {}, ...children) =>
  fill(document.createElementNS("http://www.w3.org/2000/svg", name), attributes, children);

// place sets where an element stands, in pixels.
const place = (element, where) => {
  for (const [side, pixels] of Object.entries(where)) element.style[side] = `${pixels}px`;
  return element;
};
