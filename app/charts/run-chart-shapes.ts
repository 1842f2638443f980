import type { Decision, EventKind } from '#db/vocabulary';
import type { ControlBand } from './control-band';
import type { MedianPath } from './median-line';
import type { Tone } from './run-chart-data';
import type { PlacedSignal } from './signal-marks';
import type { AxisTick } from './time-axis';

/* What a laid-out run chart is made of: positions in px and words, nothing left to decide. */

export interface Frame {
  width: number;
  height: number;
  full: boolean;
}

export const frames: Record<'full' | 'small', { wide: Frame; narrow: Frame }> = {
  full: { wide: { width: 748, height: 420, full: true }, narrow: { width: 350, height: 320, full: true } },
  small: { wide: { width: 510, height: 206, full: false }, narrow: { width: 350, height: 198, full: false } },
};

export interface ScenePoint {
  id: string;
  x: number;
  y: number;
  mark: Tone | 'ghost';
  /** Beyond a limit: a ring around it, in this tone. */
  ring: Tone | null;
  /** One column of the plot, full height: where hovering reads this point. */
  hit: { x: number; width: number };
  text: string;
  newest: boolean;
}

export interface SideLabel {
  kind: 'value' | 'goal' | 'median' | 'upper' | 'lower';
  text: string;
  x: number;
  y: number;
  tone: Tone;
}

export interface SceneCycle {
  id: string;
  number: number;
  name: string;
  x: number;
  y: number;
  guide: string;
  /** The bar from the disc to the decision, or null where only discs fit. */
  until: number | null;
  ended: boolean;
  decision: Decision | null;
}

export interface SceneEvent {
  id: string;
  kind: EventKind;
  name: string;
  x: number;
  y: number;
  guide: string;
  /** The line to its last day, under the glyph. */
  span: string;
  words: { x: number; y: number; text: string } | null;
}

export interface RunChartScene {
  width: number;
  height: number;
  full: boolean;
  narrow: boolean;
  plot: { left: number; right: number; top: number; bottom: number };
  fontSize: number;
  yTicks: { y: number; text: string; line: boolean }[];
  xTicks: AxisTick[];
  /** The usual range of a control chart; null on a run chart. */
  band: (ControlBand & { isTrial: boolean }) | null;
  medians: MedianPath[];
  /** Height of the goal in force, and the line with its steps. */
  goal: number | null;
  goalLine: string;
  line: string;
  signals: PlacedSignal[];
  points: ScenePoint[];
  pointScale: number;
  cycles: SceneCycle[];
  discRadius: number;
  events: SceneEvent[];
  labels: SideLabel[];
  /** The reserved line over the plot; it names the newest value until a point is chosen. */
  readout: string | null;
  empty: string | null;
}
