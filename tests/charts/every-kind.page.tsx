import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderToStaticMarkup } from 'react-dom/server';
import { type ChartKind, chartKindWords, eventKinds } from '#db/vocabulary';
import { chartMarkup } from '~/charts/chart-markup';
import { ChartTable } from '~/charts/chart-table';
import { EventTag } from '~/charts/event-glyph';
import { AssuranceIcon, assuranceText, VariationIcon, variationText } from '~/charts/nhs-icons';
import type { RunChartData } from '~/charts/run-chart-data';
import { type Frame, frames } from '~/charts/run-chart-shapes';
import { tableMarkup } from '~/charts/table-markup';
import { DrawnHere } from '~/ui/drawn';
import { everyKind, specialCharts } from './believable';

/* A page of every chart, to be looked at: npm run charts -- charts.html */

const sizes: [string, Frame][] = [
  ['748', frames.full.wide],
  ['350', frames.full.narrow],
  ['510', frames.small.wide],
  ['350 small', frames.small.narrow],
];

function Shown({ name, data }: { name: string; data: RunChartData }) {
  return (
    <section>
      <h2>{name}</h2>
      <p>{data.sentence}</p>
      <div className="sizes">
        {sizes.map(([size, frame]) => (
          <DrawnHere key={size} markup={chartMarkup(data, frame, { id: `${name}${size}` })} />
        ))}
      </div>
      <ChartTable table={tableMarkup(data)} />
    </section>
  );
}

const types = [
  ['common_cause', null],
  ['special_cause_improvement', 'H'],
  ['special_cause_improvement', 'L'],
  ['special_cause_concern', 'H'],
  ['special_cause_concern', 'L'],
  ['special_cause_neutral_high', 'H'],
  ['special_cause_neutral_low', 'L'],
] as const;

function Icons() {
  return (
    <section>
      <h2>Icons and glyphs</h2>
      {types.map(([icon, letter]) => (
        <p key={`${icon}${letter}`}>
          <VariationIcon icon={icon} letter={letter} /> {variationText(icon, letter)}
        </p>
      ))}
      {(['consistent_pass', 'consistent_fail', 'inconsistent'] as const).map((icon) => (
        <p key={icon}>
          <AssuranceIcon icon={icon} /> <AssuranceIcon icon={icon} better="down" /> {assuranceText(icon)}
        </p>
      ))}
      {eventKinds.map((kind) => (
        <p key={kind}>
          <EventTag kind={kind} />
        </p>
      ))}
    </section>
  );
}

const read = (file: string) => readFileSync(join(import.meta.dirname, '../..', file));
// Fonts go into the page: a file may not load another file.
const css = read('app/ui/upcurve.css')
  .toString()
  .replace(/url\(\/fonts\/([^)]+)\)/g, (_, font) => {
    return `url(data:font/woff2;base64,${read(`public/fonts/${font}`).toString('base64')})`;
  });
const theme = process.argv[3] ?? 'light';
const charts = Object.entries(everyKind()) as [ChartKind, RunChartData][];
const body = renderToStaticMarkup(
  <main>
    <Icons />
    {charts.map(([kind, data]) => (
      <Shown key={kind} name={chartKindWords[kind]} data={data} />
    ))}
    {specialCharts().map(([name, data]) => (
      <Shown key={name} name={name} data={data} />
    ))}
  </main>,
);
const own = `main { padding: 24px; width: 1180px } section { margin-bottom: 40px } .only-narrow, .only-wide { display: block }
.sizes { display: flex; flex-wrap: wrap; gap: 12px; align-items: flex-start } .sizes svg { max-width: none; outline: 1px dotted var(--rule) }`;
const target = process.argv[2] ?? 'charts.html';
writeFileSync(
  target,
  `<!doctype html><html lang="en" data-theme="${theme}"><meta charset="utf-8"><title>Every chart</title><style>${css}${own}</style>${body}</html>`,
);
process.stdout.write(
  `${target}: ${charts.length + specialCharts().length} charts in ${sizes.length} sizes\n`,
);
