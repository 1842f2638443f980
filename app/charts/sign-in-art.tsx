import { Wheel, type WheelCentre, type WheelStates } from './wheel';

const done: WheelStates = { plan: 'done', do: 'done', study: 'done', act: 'done' };
const studying: WheelStates = { plan: 'done', do: 'done', study: 'now', act: 'todo' };

const treads: {
  width: number;
  rise: number;
  wheel?: { size: number; states: WheelStates; centre: WheelCentre };
}[] = [
  { width: 118, rise: 0, wheel: { size: 44, states: done, centre: 'adapt' } },
  { width: 116, rise: 32, wheel: { size: 48, states: done, centre: 'adopt' } },
  { width: 106, rise: 44, wheel: { size: 52, states: done, centre: 'abandon' } },
  { width: 98, rise: 60, wheel: { size: 58, states: done, centre: 'adopt' } },
  { width: 92, rise: 80, wheel: { size: 64, states: done, centre: 'adapt' } },
  { width: 94, rise: 104, wheel: { size: 72, states: studying, centre: 'S' } },
  { width: 1200, rise: 132 },
];

const floor = 640;
const corners = treads.map((tread, i) => ({
  ...tread,
  left: treads.slice(0, i).reduce((sum, { width }) => sum + width, 0),
  y: floor - treads.slice(0, i + 1).reduce((sum, { rise }) => sum + rise, 0),
}));
const stairs = `M0 ${floor}${corners.map(({ y, width }) => `V${y}h${width}`).join('')}`;

/** Wheels climb a ramp: the drawing beside the sign-in form. */
export function SignInArt() {
  return (
    <svg
      className="art"
      viewBox="0 0 700 641.2"
      preserveAspectRatio="xMinYMax meet"
      role="img"
      aria-label="A staircase of improvement cycles that climbs faster with each step"
    >
      <path className="art-mass" d={`${stairs}V642H0z`} />
      <path className="art-line" d={stairs} />
      {corners.map(
        ({ left, width, y, wheel }) =>
          wheel && (
            <Wheel
              key={left}
              decorative
              size={wheel.size}
              states={wheel.states}
              centre={wheel.centre}
              x={left + width / 2 - wheel.size / 2}
              y={y - wheel.size - 9}
            />
          ),
      )}
    </svg>
  );
}
