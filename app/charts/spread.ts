/**
 * Label rule 1 of the design language: sorted by height, labels are pushed apart, half each way, until none touch;
 * then the column is moved back inside its frame. Returns the heights in the order they were given.
 */
export function spread(heights: number[], gap: number, top: number, bottom: number): number[] {
  const order = heights.map((height, index) => ({ height, index })).sort((a, b) => a.height - b.height);
  const settle = () => {
    for (let round = 0; round < 60; round++) {
      let moved = false;
      for (let i = 1; i < order.length; i++) {
        const [above, below] = [order[i - 1], order[i]];
        if (!above || !below) continue;
        const missing = gap - (below.height - above.height);
        if (missing > 0.01) {
          above.height -= missing / 2;
          below.height += missing / 2;
          moved = true;
        }
      }
      if (!moved) return;
    }
  };
  settle();
  for (const [i, label] of order.entries()) label.height = Math.max(label.height, top + i * gap);
  for (const [i, label] of [...order].reverse().entries()) label.height = Math.min(label.height, bottom - i * gap);
  for (let i = 1; i < order.length; i++) {
    const [above, below] = [order[i - 1], order[i]];
    if (above && below && below.height - above.height < gap) below.height = above.height + gap;
  }
  const result = [...heights];
  for (const { index, height } of order) result[index] = Math.round(height * 10) / 10;
  return result;
}
