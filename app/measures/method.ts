import { chartKindWords } from '#db/vocabulary';
import type { Unit } from '~/charts/run-chart-data';
import { plural } from '~/ui/words';
import type { ControlFigures } from './control-reading';
import { medianWords } from './lead';
import type { Measure } from './measure';
import type { MeasureReading } from './reading';

/**
 * How the chart was made, so that somebody else can make the same: its kind, what its middle and σ come from, whether
 * steps were screened, and how firm its limits are.
 */
export function methodLine(measure: Measure, reading: MeasureReading): string {
  const { kind, control, chart } = reading;
  const name = kind === 'run' ? 'Run chart' : chartKindWords[kind];
  const made = [name, medianWords(measure, reading)];
  if (control) made.push(...limitsWords(control, chart.unit), ...rangeWords(measure, control));
  return `${made.join('. ')}.`;
}

function limitsWords(control: ControlFigures, unit: Unit): string[] {
  const { sigma, sigmaVaries, overdispersion, points, standing } = control;
  const said: string[] = [];
  if (sigma !== null) {
    const of = sigmaVaries ? ' for the newest; it is smaller for larger groups' : '';
    said.push(`Limits at 3 σ, with σ = ${sigmaWords(sigma, unit)}${of}`);
  }
  if (overdispersion !== null) {
    const times = overdispersion.toLocaleString('en-US', { maximumFractionDigits: 2 });
    said.push(
      overdispersion < 1.05 && overdispersion > 0.95
        ? `σ_z = ${times}: the points vary as chance alone would have them`
        : `σ_z = ${times}: the points vary ${times} times as much as chance alone would have them`,
    );
  }
  const from = `from ${plural(points, 'point')}`;
  const firmness = {
    'not allowed': 'No limits yet: they need 6 points',
    trial: `Trial limits, ${from}: dashed until there are 12`,
    provisional: `Limits ${from}; they are firm from 20`,
    firm: `Firm limits, ${from}`,
  };
  return [...said, firmness[standing]];
}

/** "1.3 points" for a share, else the number with its unit. */
function sigmaWords(sigma: number, unit: Unit): string {
  const number = sigma.toLocaleString('en-US', { maximumSignificantDigits: 3 });
  if (unit.kind === 'percent') return `${number} points`;
  if (unit.kind === 'money') return `$${number}`;
  if (unit.kind === 'days') return `${number} days`;
  return unit.suffix ? `${number} ${unit.suffix}` : number;
}

function rangeWords({ isScreened }: Measure, { hasRanges, screenedOut }: ControlFigures): string[] {
  if (!hasRanges) return [];
  if (!isScreened) return ['Steps from one point to the next are not screened, as in the NHS tool'];
  return [
    `Extreme steps from one point to the next were screened out once: ${screenedOut === 0 ? 'there were none' : screenedOut}`,
  ];
}
