import { Wheel, type WheelCentre, type WheelStates } from '~/charts/wheel';

interface Step {
  width: number;
  rise: number;
  wheel?: { size: number; centre: WheelCentre; states: WheelStates };
}

const done: WheelStates = { plan: 'done', do: 'done', study: 'done', act: 'done' };
const steps: Step[] = [
  { width: 118, rise: 0, wheel: { size: 44, centre: 'adapt', states: done } },
  { width: 116, rise: 32, wheel: { size: 48, centre: 'adopt', states: done } },
  { width: 106, rise: 44, wheel: { size: 52, centre: 'abandon', states: done } },
  { width: 98, rise: 60, wheel: { size: 58, centre: 'adopt', states: done } },
  { width: 92, rise: 80, wheel: { size: 64, centre: 'adapt', states: done } },
  {
    width: 94,
    rise: 104,
    wheel: { size: 72, centre: 'S', states: { plan: 'done', do: 'done', study: 'now', act: 'todo' } },
  },
  // The last step runs out of the picture.
  { width: 1200, rise: 132 },
];
const floor = 640;

function layOut() {
  let [x, y] = [0, floor];
  return steps.map((step) => {
    y -= step.rise;
    const placed = { ...step, x, y };
    x += step.width;
    return placed;
  });
}

/** Cycles on a staircase that climbs faster with each step: the picture beside the sign-in form. */
export function Staircase() {
  const placed = layOut();
  const line = `M0 ${floor}${placed.map((step) => `V${step.y}h${step.width}`).join('')}`;
  return (
    <svg
      className="art"
      viewBox="0 0 700 641.2"
      preserveAspectRatio="xMinYMax meet"
      role="img"
      aria-label="A staircase of improvement cycles that climbs faster with each step"
    >
      <path className="art-mass" d={`${line}V642H0z`} />
      <path className="art-line" d={line} />
      {placed.map((step) =>
        step.wheel ? (
          <Wheel
            key={step.x}
            {...step.wheel}
            decorative
            x={step.x + step.width / 2 - step.wheel.size / 2}
            y={step.y - step.wheel.size - 9}
          />
        ) : null,
      )}
    </svg>
  );
}
