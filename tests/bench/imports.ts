/**
 * What reading a file of 100,000 rows costs, as CSV and as an Excel workbook: the time from bytes to rows, the memory
 * it takes, and the longest time nobody else had a turn.
 *
 *   npm run bench:imports
 */
import { loadavg } from 'node:os';
import { fileTable } from '../../app/imports/file-table.server';
import { observationSteps } from '../../app/imports/observations';
import { mappingSteps } from '../../app/imports/shape';
import { inTurns } from '../../app/imports/steps';
import { number, text, workbookParts, zip } from '../imports/archives';

const rows = 100_000;
/** Schools by months, as wide as teams keep them; some 10 MB of text. */
const columns = [
  'School',
  'Month',
  'Group',
  'Days attended',
  'Days possible',
  'Rate',
  'Entered by the office of',
];
const cellsOf = (at: number): (string | number)[] => [
  `School ${Math.floor(at / 600)} of Maple Falls, Washington County`,
  `${1980 + Math.floor((at % 600) / 12)}-${String((at % 12) + 1).padStart(2, '0')}`,
  'All Students',
  4000 + (at % 997),
  5000,
  Number((((4000 + (at % 997)) / 5000) * 100).toFixed(2)),
  'the district',
];

function csv(): Buffer {
  const lines = Array.from({ length: rows }, (_, at) =>
    cellsOf(at)
      .map((cell) => (String(cell).includes(',') ? `"${cell}"` : cell))
      .join(','),
  );
  return Buffer.from([columns.join(','), ...lines].join('\r\n'));
}

function xlsx(): Buffer {
  const words = new Map<string, number>();
  const shared = (word: string) => {
    if (!words.has(word)) words.set(word, words.size);
    return words.get(word);
  };
  const row = (cells: (string | number)[], line: number) =>
    `<row r="${line}">${cells
      .map((cell, at) => {
        const place = `${'ABCDEFG'[at]}${line}`;
        return typeof cell === 'number'
          ? number(place, String(cell))
          : `<c r="${place}" t="s"><v>${shared(cell)}</v></c>`;
      })
      .join('')}</row>`;
  const header = `<row r="1">${columns.map((word, at) => text(`${'ABCDEFG'[at]}1`, word)).join('')}</row>`;
  const body = Array.from({ length: rows }, (_, at) => row(cellsOf(at), at + 2)).join('');
  const strings = `<sst>${[...words.keys()].map((word) => `<si><t>${word}</t></si>`).join('')}</sst>`;
  return zip(workbookParts([{ name: 'Data', rows: header + body }], { strings }));
}

const megabytes = (bytes: number) => (bytes / 1024 / 1024).toFixed(1);

async function measure(name: string, bytes: Buffer): Promise<void> {
  global.gc?.();
  await new Promise((resolve) => setTimeout(resolve, 200));
  const before = process.memoryUsage.rss();
  let most = before;
  let longest = 0;
  let last = performance.now();
  const clock = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 2);
  const started = performance.now();
  const processor = process.cpuUsage();
  const table = await fileTable(bytes);
  const opened = performance.now();
  const mapping = await inTurns(mappingSteps(table));
  const result = await inTurns(observationSteps(table, mapping));
  const ended = performance.now();
  const used = process.cpuUsage(processor);
  clearInterval(clock);
  if (result.rows.length + result.refused.count < rows)
    throw new Error(`${name}: only ${result.rows.length} rows.`);
  console.log(
    [
      name.padEnd(6),
      megabytes(bytes.length).padStart(8),
      ((ended - started) / 1000).toFixed(2).padStart(9),
      ((opened - started) / 1000).toFixed(2).padStart(12),
      ((used.user + used.system) / 1e6).toFixed(2).padStart(13),
      longest.toFixed(0).padStart(14),
      megabytes(most - before).padStart(11),
    ].join(''),
  );
}

console.log(
  `${rows.toLocaleString('en-US')} rows of ${columns.length} columns; load average ${loadavg()[0]?.toFixed(1)}\n`,
);
console.log('file        MB  whole, s   to cells, s   processor, s   longest, ms   memory, MB');
for (const make of [csv, xlsx]) {
  const bytes = make();
  await measure(make.name, bytes);
}
