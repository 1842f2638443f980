import type { Decision } from '#db/vocabulary';
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
  /** One column of the plot, full height: where hovering reads this point. */
  hit: { x: number; width: number };
  text: string;
  newest: boolean;
}

export interface SideLabel {
  kind: 'value' | 'goal' | 'median';
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

export interface RunChartScene {
  width: number;
  height: number;
  full: boolean;
  narrow: boolean;
  plot: { left: number; right: number; top: number; bottom: number };
  fontSize: number;
  yTicks: { y: number; text: string; line: boolean }[];
  xTicks: AxisTick[];
  medians: { d: string; extended: boolean }[];
  goal: number | null;
  line: string;
  signals: PlacedSignal[];
  points: ScenePoint[];
  pointScale: number;
  cycles: SceneCycle[];
  discRadius: number;
  labels: SideLabel[];
  /** The reserved line over the plot; it names the newest value until a point is chosen. */
  readout: string | null;
  empty: string | null;
}
