import type { Decision } from '#db/vocabulary';
import type { RampBand, RampStep } from './ramp';
import { textWidth } from './text-width';
import { wrapped } from './wrap';

/* What the two drawings of a ramp share: shapes and words with their places. Nothing here knows of a browser. */

export interface RampWords {
  key: string;
  text: string;
  x: number;
  /** The line the letters stand on. */
  y: number;
  size: number;
  tone: 'head' | 'ink' | 'soft' | 'late';
  /** The address of the cycle that the words name. */
  href?: string;
}

export interface RampLine {
  key: string;
  kind: 'tread' | 'now' | 'ended' | 'next' | 'branch' | 'level';
  d: string;
}

export interface RampScene {
  width: number;
  height: number;
  masses: { key: string; x: number; y: number; width: number; height: number; isOpen: boolean }[];
  lines: RampLine[];
  words: RampWords[];
  wheels: { step: RampStep; x: number; y: number; size: number }[];
  glyphs: { key: string; decision: Decision; x: number; y: number }[];
}

export const glyphSize = 16;

export const levelColumn = 96;

export interface PlacedBand {
  band: RampBand;
  /** The column of its first step. */
  column: number;
  /** What it branches from; null for the trunk. */
  from: { band: PlacedBand; position: number } | null;
}

export function emptyScene(width: number): RampScene {
  return { width, height: 0, masses: [], lines: [], words: [], wheels: [], glyphs: [] };
}

/** What the words under a tread are, from its top to its bottom. */
type Part = {
  text: string;
  size: number;
  tone: RampWords['tone'];
  most: number;
  gap: number;
  href?: string;
  decision?: Decision;
};

export function isNext(step: RampStep): boolean {
  return step.isAsked === true || Object.values(step.states).every((state) => state === 'todo');
}

export const lineKind = (step: RampStep): RampLine['kind'] => {
  if (step.decision === 'abandon') return 'ended';
  if (step.isAsked) return 'next';
  return step.current ? 'now' : 'tread';
};

function partsOf(step: RampStep): Part[] {
  const { decision } = step;
  const said = decision ? decision.charAt(0).toUpperCase() + decision.slice(1) : (step.next ?? '');
  const parts: Part[] = [
    { text: step.isAsked ? 'Next' : `Cycle ${step.number}`, size: 13, tone: 'ink', most: 1, gap: 0 },
    { text: step.dates, size: 13, tone: 'soft', most: 2, gap: 0 },
    { text: step.idea, size: 16, tone: 'head', most: 4, gap: 2, href: step.href },
    { text: step.scale, size: 13.5, tone: 'soft', most: 2, gap: 1 },
    { text: step.counts, size: 13.5, tone: 'soft', most: 2, gap: 0 },
    {
      text: said,
      size: 13.5,
      tone: step.isLate ? 'late' : 'ink',
      most: 3,
      gap: 7,
      decision: decision ?? undefined,
    },
    { text: step.ended ?? '', size: 13.5, tone: 'soft', most: 3, gap: 1 },
    { text: step.result ?? '', size: 13.5, tone: 'ink', most: 4, gap: 3 },
  ];
  return parts.filter(({ text }) => text !== '');
}

const lineHeight = 1.3;

/** The words of a step in a column, from `top` down: what they are, and where they end. */
export function stepWords(step: RampStep, x: number, top: number, width: number) {
  const words: RampWords[] = [];
  const glyphs: RampScene['glyphs'] = [];
  let y = top;
  for (const part of partsOf(step)) {
    const { size, tone, href, decision } = part;
    const indent = decision ? glyphSize + 6 : 0;
    const isBold = tone === 'head' || tone === 'late';
    const lines = cut(wrapped(part.text, width - indent, size, isBold), part.most, width - indent, size);
    y += part.gap;
    if (decision) glyphs.push({ key: step.id, decision, x, y: y + 1 });
    for (const [position, text] of lines.entries()) {
      const key = `${step.id} ${tone} ${y} ${position}`;
      words.push({ key, text, x: x + indent, y: y + size, size, tone, ...(href ? { href } : {}) });
      y += Math.max(size * lineHeight, decision && position === 0 ? glyphSize + 2 : 0);
    }
  }
  return { words, glyphs, bottom: y };
}

/** No more lines than there is room for; the last says that more follows. */
function cut(lines: string[], most: number, width: number, size: number): string[] {
  if (lines.length <= most) return lines;
  const kept = lines.slice(0, most);
  let last = kept[most - 1] ?? '';
  while (last !== '' && textWidth(`${last} …`, size, true) > width) last = last.slice(0, -1).trimEnd();
  return [...kept.slice(0, -1), `${last} …`.trim()];
}

export const tenth = (value: number) => Math.round(value * 10) / 10;
