// The door against the reference vectors and a real file, both beside the project; where they are absent these tests
// are counted as not run.
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { type PlainIndicator, type PlainObservation, readIndicator } from './readings';

const beside = (place: string) => resolve(process.cwd(), '../shared', place);
const vectorFile = beside('vectors/public.json');
const newHaven = beside('data/new-haven-graduation-by-race.csv');

type Cell = [count: number, of: number];
interface GapVector {
  id: string;
  type?: 'proportion' | 'rate';
  input: { groupA?: { before: Cell; after: Cell }; groupB?: { before: Cell; after: Cell } };
  expected: {
    before: { gap: number };
    after: { gap: number };
    change: { estimate: number; seWald: number; mover95?: [number, number] };
  };
}

if (existsSync(vectorFile)) {
  const { gapVectors } = JSON.parse(readFileSync(vectorFile, 'utf8')) as {
    gapVectors: Record<string, GapVector[]>;
  };
  for (const { id, type, input, expected } of Object.values(gapVectors).flat()) {
    const { groupA, groupB } = input;
    if (!groupA || !groupB) continue;
    test(`through the door, gap vector ${id} is what the reference says`, () => {
      const at = (period: string, group: string, [numerator, denominator]: Cell): PlainObservation => ({
        period,
        group,
        numerator,
        denominator,
      });
      const { gap } = readIndicator({
        kind: type === 'rate' ? 'rate' : 'proportion',
        direction: 'lower',
        focus: 'A',
        reference: 'B',
        observations: [
          at('2012', 'A', groupA.before),
          at('2012', 'B', groupB.before),
          at('2016', 'A', groupA.after),
          at('2016', 'B', groupB.after),
        ],
      });
      expect(gap.baseline).toBeCloseTo(expected.before.gap, 12);
      expect(gap.latest).toBeCloseTo(expected.after.gap, 12);
      expect(gap.change).toBeCloseTo(expected.change.estimate, 12);
      const [low, high] = gap.interval ?? [];
      const { estimate, seWald, mover95 } = expected.change;
      const normal = 1.959963984540054 * seWald;
      const [least, most] = mover95 ?? [estimate - normal, estimate + normal];
      expect(low).toBeCloseTo(least, 9);
      expect(high).toBeCloseTo(most, 9);
    });
  }
} else {
  test.skip('the gap vectors were not run through the door: ../shared/vectors/public.json is not here', () => {});
}

if (existsSync(newHaven)) {
  const rows = Papa.parse<string[]>(readFileSync(newHaven, 'utf8')).data;
  const periods = rows[5]?.slice(3) ?? [];
  const observations = rows.slice(6).flatMap((row) =>
    periods.flatMap((period, index): PlainObservation[] => {
      const cell = row[index + 3];
      if (cell === undefined || cell === 'N/A') return [];
      const group = row[2] ?? '';
      return cell === '*'
        ? [{ period, group, suppressed: true }]
        : [{ period, group, value: Number(cell) / 100 }];
    }),
  );
  const plain: PlainIndicator = {
    kind: 'proportion',
    direction: 'higher',
    focus: 'Black',
    reference: 'White',
    observations,
  };

  test('New Haven: the Black–white gap closed from 15.5 to 4.8 points, white students did not improve', () => {
    const { gap, verdict, status } = readIndicator(plain);
    expect(gap.baseline).toBeCloseTo(-0.155, 12);
    expect(gap.latest).toBeCloseTo(-0.048, 12);
    expect(gap.ratioLatest).toBeCloseTo(0.79 / 0.838, 12);
    expect(gap.interval).toBeNull();
    expect(verdict).toBe('focus only');
    // The file has no figures for everyone.
    expect(status).toBe('no data');
  });

  test('New Haven: a group that is held back every year has no gap', () => {
    expect(readIndicator({ ...plain, focus: 'Asian' })).toMatchObject({
      verdict: 'no data',
      gap: { baseline: null, latest: null, change: null },
    });
  });
} else {
  test.skip('New Haven was not read through the door: ../shared/data is not here', () => {});
}
