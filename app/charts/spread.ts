interface Height {
  at: number;
  size: number;
  index: number;
}

const half = (above: Height, below: Height) => (above.size + below.size) / 2;

/**
 * Label rule 1 of the design language: sorted by height, labels are pushed apart, half each way, until none touch;
 * then the column is moved back inside its frame. `sizes` are the heights labels take, one for all or one each.
 * Returns the centers in the order they were given.
 */
export function spread(centers: number[], sizes: number | number[], top: number, bottom: number): number[] {
  const order: Height[] = centers
    .map((at, index) => ({ at, index, size: typeof sizes === 'number' ? sizes : (sizes[index] ?? 0) }))
    .sort((a, b) => a.at - b.at);
  const pairs = order.slice(1).map((below, i) => [order[i] as Height, below] as const);
  for (let round = 0; round < 80; round++) {
    let moved = false;
    for (const [above, below] of pairs) {
      const missing = half(above, below) - (below.at - above.at);
      if (missing <= 0.01) continue;
      above.at -= missing / 2;
      below.at += missing / 2;
      moved = true;
    }
    if (!moved) break;
  }
  // Down from the top, up from the bottom, and down once more for what rounding left.
  const first = order[0];
  const last = order.at(-1);
  if (last) last.at = Math.min(last.at, bottom - last.size / 2);
  for (const [above, below] of [...pairs].reverse())
    above.at = Math.min(above.at, below.at - half(above, below));
  if (first) first.at = Math.max(first.at, top + first.size / 2);
  for (const [above, below] of pairs) below.at = Math.max(below.at, above.at + half(above, below));
  const result = [...centers];
  for (const { index, at } of order) result[index] = Math.round(at * 10) / 10;
  return result;
}
