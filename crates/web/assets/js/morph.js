// Turns the page into its fresh copy without touching what the person is doing in it.
import { Idiomorph } from "./idiomorph.esm.js";
import { tick } from "./ticking.js";
import { countAgain } from "./told.js";
import { tell } from "./toast.js";
import { markEdges } from "./views.js";

// The parts of the frame that the desk draws anew; what is not there (an open menu) stays as it is.
const PARTS = ["call-bar", "wrap-up", "rail", "bell", "main", "ring"];

export function morphPage(html) {
  const fresh = morphParts(html, PARTS);
  document.title = fresh.title;
  tell(fresh);
  countAgain();
}

/** Turns only these parts into their fresh copies. */
export function morphParts(html, parts) {
  const fresh = new DOMParser().parseFromString(html, "text/html");
  for (const id of parts) {
    const [now, next] = [document.getElementById(id), fresh.getElementById(id)];
    if (now && next) Idiomorph.morph(now, next, { morphStyle: "outerHTML", callbacks });
  }
  countAgain();
  tick();
  markEdges();
  return fresh;
}

const callbacks = {
  beforeNodeMorphed: (old) => !isKept(old),
  beforeNodeRemoved: (old) => !isKept(old),
  beforeAttributeUpdated: (name, element) => !isTheirs(name, element),
};

// How somebody has set up the page: what is folded out, and the panes, which the fresh copy may know only as they were.
function isTheirs(name, element) {
  if (name === "open") return element.matches("details, dialog");
  if (["data-list", "data-side", "data-away"].includes(name)) return element.matches("main.desk");
  if (["aria-expanded", "aria-valuenow"].includes(name)) return element.matches("[data-fold], [data-grip]");
  return false;
}

function isKept(node) {
  return node instanceof Element && (node.hasAttribute("data-keep") || isBeingEdited(node));
}

// A field in the hand, or one that holds something the desk has not been told yet.
function isBeingEdited(field) {
  if (!field.matches("input, textarea, select")) return false;
  if (field === document.activeElement) return true;
  if (field.matches("select")) return [...field.options].some((option) => option.selected !== option.defaultSelected);
  if (field.matches("[type=checkbox], [type=radio]")) return field.checked !== field.defaultChecked;
  return field.value !== field.defaultValue;
}
