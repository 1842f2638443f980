import type { Decision } from '#db/vocabulary';
import { DecisionShape } from './decision-glyph';

/** How far one phase of a cycle is. `late` is in progress past its due day. */
export type ArcState = 'done' | 'now' | 'late' | 'todo';
export interface WheelStates {
  plan: ArcState;
  do: ArcState;
  study: ArcState;
  act: ArcState;
}
export type WheelCentre = 'P' | 'D' | 'S' | 'A' | Decision;

const arcs = [
  { phase: 'plan', letter: 'P', hue: 'p', word: 'Plan' },
  { phase: 'do', letter: 'D', hue: 'd', word: 'Do' },
  { phase: 'study', letter: 'S', hue: 's', word: 'Study' },
  { phase: 'act', letter: 'A', hue: 'a', word: 'Act' },
] as const;

const stateWords: Record<ArcState, string> = {
  done: 'done',
  now: 'in progress',
  late: 'in progress, overdue',
  todo: 'not started',
};

export function wheelInWords(states: WheelStates): string {
  return arcs.map(({ phase, word }) => `${word} ${stateWords[states[phase]]}`).join(', ');
}

const tenth = (n: number) => Math.round(n * 10) / 10;

function at(center: number, radius: number, degrees: number): [number, number] {
  const angle = ((degrees - 90) * Math.PI) / 180;
  return [tenth(center + radius * Math.cos(angle)), tenth(center + radius * Math.sin(angle))];
}

function arcPath(center: number, radius: number, from: number, to: number): string {
  return `M${at(center, radius, from).join(' ')}A${radius} ${radius} 0 0 1 ${at(center, radius, to).join(' ')}`;
}

function LateFlag({
  center,
  radius,
  degrees,
  scale = 1,
}: Record<'center' | 'radius' | 'degrees', number> & { scale?: number }) {
  const [x, y] = at(center, radius, degrees);
  return (
    <g transform={`translate(${x} ${y}) rotate(${degrees + 180}) scale(${scale})`}>
      <path className="w-flag" d="M-5.2 4.2L0-5.2 5.2 4.2z" />
    </g>
  );
}

function Centre({ centre }: { centre: WheelCentre }) {
  const arc = arcs.find(({ letter }) => letter === centre);
  if (arc) {
    return (
      <text x="24" y="24" dy=".355em" className={`w-c w-${arc.hue}`} fontSize="16.8">
        {arc.letter}
      </text>
    );
  }
  return (
    <g transform="translate(15.8 15.8) scale(.82)">
      <DecisionShape decision={centre as Decision} />
    </g>
  );
}

export interface WheelProps {
  states: WheelStates;
  /** 18 and 26 carry no centre; 34, 50, 58 and 84 may. */
  size?: number;
  centre?: WheelCentre | null;
  /** True where the words stand beside the wheel. */
  decorative?: boolean;
  label?: string;
  /** Place inside another drawing. */
  x?: number;
  y?: number;
}

/** Four arcs clockwise from twelve. Done is solid, in progress hollow, not started a line, late carries a flag. */
export function Wheel({ states, size = 50, centre, decorative = false, label, x, y }: WheelProps) {
  const small = size < 22;
  const radius = 17.2;
  const stroke = small ? 8 : 6.6;
  const gap = small ? 9 : 7;
  const inset = ((1.9 / radius) * 180) / Math.PI;
  const name = decorative ? undefined : (label ?? wheelInWords(states));
  return (
    <svg
      className="wheel"
      width={size}
      height={size}
      x={x}
      y={y}
      viewBox="0 0 48 48"
      role={name ? 'img' : undefined}
      aria-label={name}
      aria-hidden={name ? undefined : true}
    >
      {arcs.map(({ phase, hue }, i) => {
        const [from, to, state] = [i * 90 + gap, i * 90 + 90 - gap, states[phase]];
        if (state === 'todo')
          return <path key={phase} className="w-todo" d={arcPath(24, radius, from, to)} />;
        return (
          <g key={phase}>
            <path className={`w-arc w-${hue}`} d={arcPath(24, radius, from, to)} strokeWidth={stroke} />
            {state !== 'done' && (
              <path
                className="w-hole"
                d={arcPath(24, radius, from + inset, to - inset)}
                strokeWidth={tenth(stroke - 3.6)}
              />
            )}
            {state === 'late' && <LateFlag center={24} radius={20.6} degrees={i * 90 + 45} />}
          </g>
        );
      })}
      {centre && size >= 30 && <Centre centre={centre} />}
    </svg>
  );
}

export interface WheelBigProps {
  states: WheelStates;
  /** "Cycle 5", over the middle word. */
  top: string;
  /** "Study". */
  mid: string;
  size?: number;
  label?: string;
}

/** The wheel with its letters and two words, 148 px and up. */
export function WheelBig({ states, top, mid, size = 172, label }: WheelBigProps) {
  const [radius, stroke, gap] = [56, 22, 3.5];
  const inset = ((2.4 / radius) * 180) / Math.PI;
  return (
    <svg
      className="wheel wheel-big"
      width={size}
      height={size}
      viewBox="0 0 160 160"
      role="img"
      aria-label={label ?? `${top}. ${wheelInWords(states)}`}
    >
      {arcs.map(({ phase, hue, letter }, i) => {
        const [from, to, state] = [i * 90 + gap, i * 90 + 90 - gap, states[phase]];
        const [x, y] = at(80, radius, i * 90 + 45);
        const tone = state === 'done' ? 'w-l-on' : state === 'todo' ? 'w-l-off' : `w-${hue}`;
        return (
          <g key={phase}>
            {state === 'todo' ? (
              <path
                className="w-todo"
                d={arcPath(80, radius - stroke / 2, from, to) + arcPath(80, radius + stroke / 2, from, to)}
              />
            ) : (
              <path className={`w-arc w-${hue}`} d={arcPath(80, radius, from, to)} strokeWidth={stroke} />
            )}
            {(state === 'now' || state === 'late') && (
              <path
                className="w-hole"
                d={arcPath(80, radius, from + inset, to - inset)}
                strokeWidth={stroke - 4.8}
              />
            )}
            <text className={`w-l ${tone}`} x={x} y={y} dy=".36em">
              {letter}
            </text>
            {state === 'late' && <LateFlag center={80} radius={74} degrees={i * 90 + 45} scale={1.9} />}
          </g>
        );
      })}
      <text className="w-top" x="80" y="70">
        {top}
      </text>
      <text className="w-mid" x="80" y="95">
        {mid}
      </text>
    </svg>
  );
}
