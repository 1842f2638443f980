/* What of a team fits one letter sheet: its ramps, the newest first, then its charts. */

/** A letter page less its margins, at the size that print scales the page to. */
export const sheet = { width: 1030, height: 1390 };

/** The team's name, its aim, and the line that says what was left out. */
const headHeight = 140;
/** A ramp's name and sentence over it, and the space under it. */
const overRamp = 78;
export const chartRow = { height: 290, columns: 3 };
/** A ramp is drawn smaller where that lets it in, but no smaller than can be read. */
const smallest = 0.62;

export interface SheetPlan {
  /** How much of its size each ramp is drawn at; null: left out. */
  ramps: (number | null)[];
  /** How many charts, from the first on. */
  charts: number;
}

/** `rampHeights`: at full size, in the order of importance. */
export function planSheet(rampHeights: readonly number[], charts: number): SheetPlan {
  const rows = Math.ceil(charts / chartRow.columns);
  // One row of charts has its place; more get what the ramps leave.
  let left = sheet.height - headHeight - Math.min(rows, 1) * chartRow.height;
  const ramps = rampHeights.map((height) => {
    const scale = Math.min(1, (left - overRamp) / height);
    if (scale < smallest) return null;
    left -= height * scale + overRamp;
    return Math.floor(scale * 100) / 100;
  });
  const more = Math.floor(left / chartRow.height);
  const shownRows = Math.min(rows, Math.min(rows, 1) + more);
  return { ramps, charts: Math.min(charts, shownRows * chartRow.columns) };
}
