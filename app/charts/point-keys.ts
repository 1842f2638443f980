import { type RefObject, useEffect } from 'react';

/** Which point a key leads to; null where the key is not ours. */
export function pointAfter(key: string, here: number, count: number): number | null {
  switch (key) {
    case 'ArrowLeft':
      return Math.max(here - 1, 0);
    case 'ArrowRight':
      return Math.min(here + 1, count - 1);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}

/** The chart is one tab stop; arrow keys, Home and End move between its points. */
export function usePointKeys(chart: RefObject<HTMLElement>): void {
  useEffect(() => {
    const box = chart.current;
    if (!box) return;
    const move = (event: KeyboardEvent) => {
      const focused = document.activeElement;
      const points: Element[] = [...(focused?.closest('svg')?.querySelectorAll('.pt') ?? [])];
      const here = focused ? points.indexOf(focused) : -1;
      const next = here < 0 ? null : pointAfter(event.key, here, points.length);
      if (next === null || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      points[here]?.setAttribute('tabindex', '-1');
      points[next]?.setAttribute('tabindex', '0');
      (points[next] as SVGGElement).focus();
    };
    box.addEventListener('keydown', move);
    return () => box.removeEventListener('keydown', move);
  }, [chart]);
}
