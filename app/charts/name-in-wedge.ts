import type { GroupLine, GroupScene } from './group-scene';
import { textWidth } from './text-width';

export interface GapBracket {
  d: string;
  /** The newest gap has its number in the column of names. */
  text: { x: number; y: number; words: string; anchor: 'start' | 'end'; inWedge: boolean } | null;
}

export interface NameInWedge {
  x: number;
  y: number;
  words: string;
}

export const lineOf = (scene: GroupScene, role: string) => scene.lines.find((line) => line.role === role);

/** Height of a line at x; null over a break, where the line is not drawn. */
function heightAt(line: GroupLine | undefined, x: number): number | null {
  const points = line?.points ?? [];
  const next = points.findIndex((point) => point.x >= x);
  const [before, after] = [points[next - 1], points[next]];
  if (after && after.x === x) return after.y;
  if (!before || !after || after.index !== before.index + 1) return null;
  return before.y + ((after.y - before.y) * (x - before.x)) / (after.x - before.x);
}

/** The first place along the line of all where its name touches neither group nor a bracket's number. */
export function nameInside(words: string, scene: GroupScene, brackets: GapBracket[]): NameInWedge | null {
  const [focus, reference] = [lineOf(scene, 'focus'), lineOf(scene, 'reference')];
  const width = textWidth(words, 13);
  const taken = brackets.flatMap(({ text }) => {
    if (!text) return [];
    const size = textWidth(text.words, 16, true);
    const left = text.anchor === 'end' ? text.x - size : text.x;
    return [{ left: left - 14, right: left + size + 14, top: text.y - 12, bottom: text.y + 12 }];
  });
  for (const point of lineOf(scene, 'all')?.points ?? []) {
    const box = { left: point.x + 7, right: point.x + 7 + width, top: point.y - 20, bottom: point.y - 4 };
    if (box.right > scene.plot.right - 10) continue;
    const clear = [box.left, (box.left + box.right) / 2, box.right].every((x) => {
      const heights = [heightAt(focus, x), heightAt(reference, x)];
      const [a, b] = heights;
      if (a == null || b == null) return false;
      return Math.min(a, b) < box.top - 6 && Math.max(a, b) > box.bottom + 6;
    });
    const hits = taken.some(
      (b) => box.left < b.right && b.left < box.right && box.top < b.bottom && b.top < box.bottom,
    );
    if (clear && !hits) return { x: box.left, y: Math.round((point.y - 8) * 10) / 10, words };
  }
  return null;
}
