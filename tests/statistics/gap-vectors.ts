// Gap and trend vectors through the app's own functions, in the shape of their `expected`. No arithmetic here.
import { estimateTrend, lastFiveYears, proportionTrend, rateTrend } from '../../app/statistics/annual-trend';
import { type FourCells, gapChange, rateGapChange, relativeChange } from '../../app/statistics/gap-change';
import { newcombe, pooledTest, rateGap, type Share } from '../../app/statistics/gaps';
import { type Margin, publishedDifference } from '../../app/statistics/margins';
import { rateRatio } from '../../app/statistics/rates';

type Column = (number | null)[];
type Cell = [count: number, of: number];
interface FourCellInput {
  groupA: { before: Cell; after: Cell };
  groupB: { before: Cell; after: Cell };
}
interface MarginInput {
  estimate1: number;
  moe90_1: Margin;
  estimate2: number;
  moe90_2: Margin;
}

export interface GapVector {
  type?: 'proportion' | 'rate';
  input: FourCellInput | MarginInput | [x1: number, n1: number, x2: number, n2: number];
}

/** What the app says of a gap vector; its three shapes are told apart by their input. */
export function readGap(vector: GapVector): Record<string, unknown> {
  const { input } = vector;
  if (Array.isArray(input)) {
    const [x1, n1, x2, n2] = input;
    const { difference, low, high } = newcombe({ x1, n1, x2, n2 });
    return { difference, lower95: low, upper95: high };
  }
  if ('estimate1' in input) return readMargins(input);
  return vector.type === 'rate' ? readRates(input) : readProportions(input);
}

function readMargins(input: MarginInput) {
  const difference = publishedDifference(
    { estimate: input.estimate1, margin: input.moe90_1 },
    { estimate: input.estimate2, margin: input.moe90_2 },
  );
  return {
    se1: difference.standardErrors[0],
    se2: difference.standardErrors[1],
    difference: difference.difference,
    moe90: difference.margin,
    z: difference.z,
    p: difference.p,
    significantAt90: difference.significantAt90,
  };
}

const share = ([count, of]: Cell): Share => ({ count, of });

function cellsOf({ groupA, groupB }: FourCellInput): FourCells {
  return {
    focus: { before: share(groupA.before), after: share(groupA.after) },
    reference: { before: share(groupB.before), after: share(groupB.after) },
  };
}

function changeOf(cells: FourCells, kind: 'proportion' | 'rate') {
  const change = kind === 'proportion' ? gapChange(cells) : rateGapChange(cells);
  const relative = relativeChange(cells, kind);
  return {
    change: {
      estimate: change.estimate,
      seWald: change.standardError,
      zWald: change.z,
      p: change.p,
      ...(change.interval && { mover95: [change.interval.low, change.interval.high] }),
    },
    relativeChange: relative && {
      ratioOfRatios: relative.ratioOfRatios,
      seLog: relative.standardError,
      z: relative.z,
      p: relative.p,
      ci95: [relative.low, relative.high],
    },
  };
}

function readProportions(input: FourCellInput) {
  const cells = cellsOf(input);
  const at = (when: 'before' | 'after') => {
    const counts = {
      x1: cells.focus[when].count,
      n1: cells.focus[when].of,
      x2: cells.reference[when].count,
      n2: cells.reference[when].of,
    };
    const { difference, low, high } = newcombe(counts);
    const { z, p } = pooledTest(counts);
    return { gap: difference, zPooled: z, p, newcombe95: [low, high] };
  };
  return { before: at('before'), after: at('after'), ...changeOf(cells, 'proportion') };
}

function readRates(input: FourCellInput) {
  const cells = cellsOf(input);
  const { focus, reference } = cells;
  const after = rateRatio(focus.after, reference.after);
  return {
    before: { gap: rateGap(focus.before, reference.before) },
    after: {
      gap: rateGap(focus.after, reference.after),
      rateRatio: after.ratio,
      rateRatioExact95: [after.low, after.high],
      pExact: after.p,
    },
    ...changeOf(cells, 'rate'),
  };
}

export interface TrendVector {
  type: string;
  input: {
    numerators?: Column;
    denominators?: Column;
    estimates?: Column;
    values?: Column;
    standardErrors?: Column;
    se?: Column;
  };
}

/** What the app says of a yearly series: one test over its last five years. */
export function readTrend({ type, input }: TrendVector): Record<string, unknown> {
  const tops = input.numerators ?? input.estimates ?? input.values ?? [];
  const bottoms = input.denominators ?? input.standardErrors ?? input.se ?? [];
  const years = lastFiveYears(tops.map((top, year) => top !== null && typeof bottoms[year] === 'number'));
  if (!years) return {};
  const pairs = years.map((year) => [tops[year], bottoms[year]] as [number, number]);
  if (type === 'proportion') {
    const trend = proportionTrend(pairs.map(share));
    return {
      chiSquareTrend: trend.chiSquare,
      p: trend.p,
      direction: trend.direction,
      heterogeneityChiSquare: trend.heterogeneity,
      logitSlope: trend.logitSlope,
      logitSlopeSE: trend.logitSlopeStandardError,
    };
  }
  if (type === 'rate') {
    const { logSlope, standardError, z, p, annualRateRatio } = rateTrend(pairs.map(share));
    return { logSlope, se: standardError, z, p, annualRateRatio };
  }
  const { slope, standardError, chiSquare, p, direction } = estimateTrend(
    pairs.map(([estimate, error]) => ({ estimate, standardError: error })),
  );
  return { slope, se: standardError, chiSquare, p, direction };
}
