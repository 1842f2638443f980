// Writes the figures of "How we read charts": app/help/simulated.ts. Run by `npm run simulate`; takes two to three minutes.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  AFTER,
  afterChangeRate,
  BEFORE,
  beforeAfterRate,
  CHART_POINTS,
  chartRate,
  POWER_POINTS,
  READINGS,
  type Reading,
  SEED,
  SIDES,
  SPREADS,
} from './simulations';

/** 20,000 series put a figure of 5 % within 0.3 points, and one of 50 % within 0.7, 19 times in 20. */
const SERIES = Number(process.argv[2] ?? 20_000);
const root = fileURLToPath(new URL('../..', import.meta.url));
const file = path.join(root, 'app/help/simulated.ts');

const percent = (share: number | null) => (share === null ? null : Math.round(share * 1000) / 10);
const readings = Object.entries<Reading>(READINGS);
const charts = (points: number[], shift: number) =>
  Object.fromEntries(
    readings.map(([name, reading]) => [
      name,
      points.map((n) => percent(chartRate(reading, n, shift, SERIES))),
    ]),
  );
const changes = (correlation: number, shift: number) =>
  BEFORE.map((before) =>
    AFTER.map((after) => percent(afterChangeRate({ before, after, correlation, shift }, SERIES))),
  );
const counts = (p: number, shift: number) =>
  SIDES.map((points) =>
    SPREADS.map((sigmaZ) => percent(beforeAfterRate({ points, of: 30, p, sigmaZ, shift }, SERIES))),
  );

const figures: [name: string, what: string, value: unknown][] = [
  ['seed', 'The seed, and how many series stand behind each figure.', SEED],
  ['series', '', SERIES],
  ['chartPoints', 'Points of a chart; the columns of `falseSignals`.', CHART_POINTS],
  [
    'falseSignals',
    'Charts of pure noise in which a reading fires; null where the app does not test.',
    charts(CHART_POINTS, 0),
  ],
  ['powerPoints', 'Points of a chart; the columns of `foundShifts`.', POWER_POINTS],
  [
    'foundShifts',
    'Charts whose level rises by 1 or 1.5 σ half way, or after the frozen points, in which a reading fires.',
    { one: charts(POWER_POINTS, 1), oneAndAHalf: charts(POWER_POINTS, 1.5) },
  ],
  ['before', 'Points before a change: the rows of what follows; and after it: the columns.', BEFORE],
  ['after', '', AFTER],
  [
    'falseVerdicts',
    'Unchanged series called improved or worsened after a change: noise, and noise with autocorrelation 0.3.',
    { independent: changes(0, 0), correlated: changes(0.3, 0) },
  ],
  [
    'foundChanges',
    'Series that rise by 1 or 1.5 σ and are called improved.',
    { one: changes(0, 1), oneAndAHalf: changes(0, 1.5) },
  ],
  ['sides', 'Points on each side of a comparison of counts: the rows of what follows.', SIDES],
  ['spreads', 'How far counts spread, in units of what chance gives (σ_z): the columns.', SPREADS],
  [
    'falseComparisons',
    'Unchanged counts out of 30 called improved or worsened, at 30 % and at 10 %.',
    { thirty: counts(0.3, 0), ten: counts(0.1, 0) },
  ],
  [
    'foundComparisons',
    'Counts out of 30 at 30 % that rise by 1 or 1.5 σ of a point and are called improved.',
    { one: counts(0.3, 1), oneAndAHalf: counts(0.3, 1.5) },
  ],
];

const lines = figures.map(
  ([name, what, value]) =>
    `${what ? `\n/** ${what} */\n` : ''}export const ${name} = ${JSON.stringify(value)};\n`,
);
writeFileSync(
  file,
  `// Made by \`npm run simulate\` (tests/statistics/simulate.ts) with the app's own functions; not written by hand.
// ${SERIES.toLocaleString('en-US')} simulated series behind each figure, seed ${SEED}. Figures are percent.
${lines.join('')}`,
);
spawnSync(
  path.join(root, 'node_modules/.bin/biome'),
  ['check', '--write', '--config-path=.biome.json', file],
  {
    cwd: root,
    stdio: 'inherit',
  },
);
