// Every case and part of the reference vectors, one test each. The vectors are not ours to keep: they are read from
// ../shared, and where that folder is absent these tests are counted as not run.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readRunChart } from '../../app/statistics/run-chart';
import { type GapVector, readGap, readTrend, readVector, type TestCase, type TrendVector } from './vectors';

interface Case extends TestCase {
  id: string;
  title: string;
  expected: Record<string, unknown>;
  recommended?: { policy: string; how: string; expectedAs?: string };
}
interface Vectors {
  cases: Case[];
  gapVectors: Record<string, (GapVector & { id: string; expected: Record<string, unknown> })[]>;
  trendVectors: (TrendVector & { id: string; note: string; expected: Record<string, unknown> })[];
}

/** Parts of `expected` that the app does not offer, or that say something of the reference only. */
const NOT_OFFERED = new Set([
  'powerbiSpc',
  'infiniteInReference',
  'screeningChanges',
  'glmIdentity',
  'epiAgrees',
]);
const NOT_OFFERED_WITHIN = new Set([
  'runLimitsTable',
  'runsVerdictTable',
  'reported',
  'glmIdentity',
  'epiAgrees',
  'centre@qcc',
  'sd@qcc',
  'lower@qcc',
  'upper@qcc',
  'note@qcc',
]);

const here = dirname(fileURLToPath(import.meta.url));
// Mutants are tried in a copy two folders further down (stryker.config.json).
const places = [process.cwd(), resolve(here, '../..'), resolve(here, '../../../..')].map((root) =>
  resolve(root, '../shared/vectors/public.json'),
);
const found = places.find((place) => existsSync(place));

if (found === undefined) {
  test.skip('the reference vectors were not run: ../shared/vectors/public.json is not on this machine', () => {});
} else {
  const vectors = JSON.parse(readFileSync(found, 'utf8')) as Vectors;
  for (const testCase of vectors.cases) {
    testChart(testCase, vectors.cases);
    testRunChart(testCase, vectors.cases);
  }
  for (const vector of Object.values(vectors.gapVectors).flat()) {
    test(`gap vector ${vector.id} is what the reference says`, () => {
      const { relativeChange = null, ...rest } = vector.expected;
      expectNear({ relativeChange, ...rest }, { relativeChange: null, ...readGap(vector) }, 1e-9, vector.id);
    });
  }
  for (const vector of vectors.trendVectors) {
    test(`trend vector ${vector.id} (${vector.note}) is what the reference says`, () => {
      expectNear(vector.expected, readTrend(vector), 1e-8, vector.id);
    });
  }
}

function testChart(testCase: Case, all: readonly Case[]): void {
  const expected = expectedOf(testCase, all);
  for (const [part, value] of Object.entries(expected)) {
    if (NOT_OFFERED.has(part)) continue;
    test(`${testCase.id}: ${part} (${testCase.title})`, () => {
      const said = readVector(testCase);
      const tolerance = toleranceOf(said.values as (number | null)[]);
      expectNear(
        value === 'same as input.values' ? testCase.input.values : value,
        said[part],
        tolerance,
        part,
        part,
      );
    });
  }
  if (testCase.recommended?.policy === 'application' && 'referenceError' in testCase.expected) {
    test(`${testCase.id}: ${testCase.recommended.how}`, () => {
      const said = readVector(testCase);
      if (testCase.input.values?.length === 0) {
        expect(said).toMatchObject({
          n: 0,
          values: [],
          phases: [],
          lines: { byPhase: [] },
          sigmaSignals: [],
        });
      } else {
        expect(Object.keys(said)).toEqual(['referenceError']);
        expect(said.referenceError).toMatch(/zero time .* record times more finely .* or use a g chart/);
      }
    });
  }
}

/** The run chart that pages draw says of a case what the reference does, from ten useful points on. */
function testRunChart(testCase: Case, all: readonly Case[]): void {
  const expected = expectedOf(testCase, all) as { phases?: { runsSignal: boolean; nUseful: number }[] };
  const { values, freeze, breaks, exclude } = testCase.input;
  if (testCase.chart !== 'run' || !values || !expected.phases) return;
  test(`${testCase.id}: the run chart signals where the reference does (${testCase.title})`, () => {
    const reading = readRunChart({
      values,
      frozen: freeze ?? 0,
      breaks,
      excluded: exclude,
      better: 'neither',
    });
    expect(reading.phases.map(({ useful }) => useful)).toEqual(
      expected.phases?.map(({ nUseful }) => nUseful),
    );
    const signalling = new Set(reading.signals.map(({ phase }) => phase));
    expected.phases?.forEach(({ runsSignal, nUseful }, phase) => {
      expect(signalling.has(phase)).toBe(runsSignal && nUseful >= 10);
    });
  });
}

/** What the app should say: the reference's answer, or what the case's policy puts in its place. */
function expectedOf(testCase: Case, all: readonly Case[]): Record<string, unknown> {
  const { expected, recommended } = testCase;
  if (recommended?.policy !== 'application') return expected;
  if ('referenceError' in expected) return {};
  if (recommended.expectedAs) return all.find(({ id }) => id === recommended.expectedAs)?.expected ?? {};
  if (recommended.how.startsWith('screening left no variation')) {
    const { linesUnscreened, sigmaSignalsUnscreened, nhsUnscreened } = expected;
    return { ...expected, lines: linesUnscreened, sigmaSignals: sigmaSignalsUnscreened, nhs: nhsUnscreened };
  }
  if ('pbcharts' in expected) {
    const { n, values, phases, pbcharts } = expected;
    const { centre, lower, upper, sigmaSignals } = (pbcharts as { screened: Record<string, unknown> })
      .screened;
    return { n, values, phases, pbcharts, lines: { centre, lower, upper }, sigmaSignals };
  }
  return expected;
}

/** The file's own tolerance: 1e-9 × (max − min of the values) plus 4e-15 × the largest magnitude. */
function toleranceOf(values: readonly (number | null)[]): number {
  const present = (values ?? []).filter((value) => value !== null);
  if (present.length === 0) return 0;
  const [least, most] = [Math.min(...present), Math.max(...present)];
  return 1e-9 * (most - least) + 4e-15 * Math.max(Math.abs(least), Math.abs(most));
}

function expectNear(expected: unknown, said: unknown, tolerance: number, path: string, part = ''): void {
  if (Array.isArray(expected)) {
    expect(Array.isArray(said), `${path} is a list`).toBe(true);
    const list = said as unknown[];
    expect(list.length, `${path}: length`).toBe(expected.length);
    expected.forEach((value, i) => {
      expectNear(value, list[i], tolerance, `${path}[${i}]`, part);
    });
  } else if (typeof expected === 'object' && expected !== null) {
    for (const [key, value] of Object.entries(expected)) {
      if (NOT_OFFERED_WITHIN.has(key) || NOT_OFFERED_WITHIN.has(`${key}@${part}`)) continue;
      expectNear(
        value,
        (said as Record<string, unknown> | undefined)?.[key],
        tolerance,
        `${path}.${key}`,
        part,
      );
    }
  } else if (typeof expected === 'number' && typeof said === 'number') {
    // The file prints 15 digits, so a line far above its values needs its own 4e-15.
    const slack =
      part === '' ? tolerance * Math.max(1e-3, Math.abs(expected)) : tolerance + 4e-15 * Math.abs(expected);
    expect(Math.abs(said - expected), `${path}: ${said} instead of ${expected}`).toBeLessThanOrEqual(slack);
  } else expect(said, path).toEqual(expected);
}
