// How often a tab asks anew. A hundred tabs hear of the same change at the same moment: if each asked again after the same time, all
// would go on asking at once, and what is urgent would wait behind them.

const MOST_FOR_SLOWNESS = 400; // so that a page that asks four times a second still asks once a second

/** Milliseconds until the next request: at least `least`, more when the desk took long to answer, and for each tab a little different. */
export function untilNext(least, took) {
  return (least + Math.min(took * 4, MOST_FOR_SLOWNESS)) * (1 + Math.random() / 2);
}
