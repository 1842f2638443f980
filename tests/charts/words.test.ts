import { describe, expect, test } from 'vitest';
import type { ChartPoint } from '~/charts/run-chart-data';
import { formatValue, readingInWords, ruleLine, sentenceFor } from '~/charts/words';
import type { RunChartReading, Signal } from '~/statistics/run-chart';
import { aMeasure, attended } from './samples';

const points = (count: number): ChartPoint[] =>
  aMeasure(Array.from({ length: count }, (_, i) => 50 + (i % 2))).points;

function aReading(signals: Partial<Signal>[], useful = 24, enough = true): RunChartReading {
  const phase = { start: 0, end: useful - 1, centre: 50, baselineEnd: useful - 1, useful };
  const whole: Signal = {
    rule: 'shift',
    side: 'above',
    points: [],
    completedAt: 0,
    count: 0,
    limit: 0,
    verdict: 'better',
    phase: 0,
  };
  return { phases: [phase], signals: signals.map((signal) => ({ ...whole, ...signal })), enough };
}

/** Twelve points whose median is 50.25. */
const before = [50, 52, 49, 53, 48, 51, 50.5, 49.5, 52, 48, 51.5, 48.5];
const span = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);

describe('the sentence over a run chart', () => {
  test('a shift in the good direction is an improvement with its count and first day', () => {
    const { sentence } = aMeasure(attended, { frozen: 12 });
    expect(sentence).toMatch(/^Improvement\. Shift: 9 points above the median since Oct 26\./);
  });

  test('the same shift is a concern where lower is better', () => {
    const { sentence } = aMeasure(attended, { frozen: 12, better: 'down' });
    expect(sentence).toMatch(/^Concern\. Shift: 9 points above the median since Oct 26\./);
  });

  test('a shift of a measure without a good direction is only a signal', () => {
    const { sentence } = aMeasure(attended, { frozen: 12, better: 'neither' });
    expect(sentence).toMatch(/^Signal\. Shift: 9 points above the median/);
  });

  test('a shift that has ended says from when to when', () => {
    const ended = { points: span(4, 11), count: 8, verdict: 'neutral', past: 'ended' } as const;
    expect(sentenceFor(aReading([ended]), points(24), { better: 'up' })).toBe(
      'No signal now. Shift: 8 points above the median from Aug 31 to Oct 19. It has ended.',
    );
  });

  test('an improvement that went back to the baseline is not the headline', () => {
    const values = [...before, 56, 57, 55, 58, 56, 57, 55, 58, 56, 50, 51, 49, 50.5, 48, 52, 49, 51, 48, 50];
    const data = aMeasure(values, { frozen: 12 });
    expect(data.sentence).toBe(
      'No signal now. Shift: 9 points above the median from Oct 26 to Dec 21. It has ended.',
    );
    expect(readingInWords(data.reading, data.points, { better: 'up' })).toMatchObject({
      verdict: 'none',
      others: [],
    });
  });

  test('a series that got worse is not headlined by the good points it began with', () => {
    const worse = [90, 93, 91, 92, 90, 91, 93, 92, 91, 84, 82, 86, 87, 78, 85, 80, 83, 86, 79, 81];
    const { sentence } = aMeasure(worse);
    expect(sentence).not.toContain('Improvement');
    expect(sentence).toContain('The level changed after Sep 28: the 9 points before were above the median.');
  });

  test('what goes on is the headline, and what ended before it comes after', () => {
    const ended = { points: span(0, 8), count: 9, side: 'below', verdict: 'neutral', past: 'ended' } as const;
    const trend = {
      rule: 'trend',
      side: 'falling',
      points: span(2, 8),
      count: 7,
      verdict: 'neutral',
    } as const;
    const going = { points: span(12, 20), count: 9 };
    const { word, others } = readingInWords(
      aReading([{ ...trend, past: 'ended' }, ended, going]),
      points(24),
      { better: 'up' },
    );
    expect(word).toBe('Improvement');
    expect(others).toEqual([
      'Shift: 9 points below the median from Aug 3 to Sep 28. It has ended.',
      'Trend: 7 points falling from Aug 17 to Sep 28. It has ended.',
    ]);
  });

  test('points on the median after a shift do not end it', () => {
    const data = aMeasure([...before, 56, 57, 55, 58, 56, 57, 55, 58, 50.25, 50.25], { frozen: 12 });
    expect(data.sentence).toBe('Improvement. Shift: 8 points above the median since Oct 26.');
  });

  test('a trend names its direction', () => {
    const reading = aReading([
      { rule: 'trend', side: 'rising', points: span(18, 23), count: 6, verdict: 'worse' },
    ]);
    expect(sentenceFor(reading, points(24), { better: 'down' })).toBe(
      'Concern. Trend: 6 points rising since Dec 7.',
    );
  });

  test('without a signal the ups and downs look normal', () => {
    const values = [50, 51, 49, 52, 48, 51, 49, 50.5, 49.5, 51, 49, 50.2];
    expect(aMeasure(values).sentence).toBe('No signal yet. The ups and downs look normal.');
  });

  test('a run that is nearly a shift says how many points a shift needs', () => {
    const values = [50, 52, 49, 53, 48, 52, 55, 56, 57, 58, 59];
    const reading = {
      ...aReading([], 10),
      phases: [{ start: 0, end: 10, centre: 51, baselineEnd: 4, useful: 11 }],
    };
    expect(sentenceFor(reading, aMeasure(values).points, { better: 'up' })).toBe(
      'No signal yet: 6 points above the median. A shift needs 7.',
    );
  });

  test('the number a shift needs is that of the rule set', () => {
    const values = [...Array(8).fill(50), 49, 51, 52, 53, 54, 55];
    const reading = {
      ...aReading([], 14),
      phases: [{ start: 0, end: 13, centre: 50, baselineEnd: 7, useful: 14 }],
    };
    const given = aMeasure(values).points;
    expect(sentenceFor(reading, given, { better: 'up', ruleSet: 'ihi' })).toContain('A shift needs 6.');
    expect(sentenceFor(reading, given, { better: 'up', ruleSet: 'nhs' })).toContain('A shift needs 7.');
  });

  test('too few points are counted', () => {
    expect(aMeasure([50, 51, 49, 52, 48, 53]).sentence).toBe('Too few points to test: 6 of 10.');
    expect(aMeasure([]).sentence).toBe('Too few points to test: 0 of 10.');
    expect(aMeasure([50]).sentence).toBe('Too few points to test: 1 of 10.');
  });

  test('many points on the median test nothing, and the sentence says why', () => {
    expect(aMeasure(Array(14).fill(5)).sentence).toBe('Too few points off the median to test: 0 of 10.');
  });

  test('few crossings are an unusual pattern and no improvement', () => {
    const reading = aReading([{ rule: 'crossings', side: null, count: 6, limit: 8, verdict: 'neutral' }]);
    expect(sentenceFor(reading, points(24), { better: 'up' })).toBe(
      'Unusual pattern: the line crosses the median 6 times in 24 points; chance gives 8 or more.',
    );
    expect(readingInWords(reading, points(24), { better: 'up' }).verdict).toBe('none');
  });

  test('too many runs are said with the number that chance gives', () => {
    const reading = aReading([
      { rule: 'too many runs', side: null, count: 20, limit: 18, verdict: 'neutral' },
    ]);
    expect(sentenceFor(reading, points(24), { better: 'up' })).toBe(
      'Unusual pattern: the line makes 20 runs in 24 points; chance gives 18 or fewer.',
    );
  });

  test('the newest shift comes first, earlier ones after it, and few crossings are the same news', () => {
    const reading = aReading([
      { rule: 'crossings', side: null, count: 3, limit: 8, verdict: 'neutral' },
      { side: 'below', points: span(0, 8), count: 9, verdict: 'neutral', past: 'before' },
      { points: span(15, 23), count: 9 },
    ]);
    const values = points(24).map((point, i) => ({ ...point, value: i < 9 ? 45 : 55 }));
    const { word, text, others } = readingInWords(reading, values, { better: 'up' });
    expect(word).toBe('Improvement');
    expect(text).toBe('Shift: 9 points above the median since Nov 16');
    expect(others).toEqual(['The level changed after Sep 28: the 9 points before were below the median.']);
  });
});

describe('a chart with a new phase', () => {
  const twoPhases = (signals: Partial<Signal>[], enough: boolean): RunChartReading => {
    const { signals: read, phases } = aReading(signals);
    const [first] = phases;
    const later = { start: 24, end: 29, centre: 50.5, baselineEnd: 29, useful: enough ? 12 : 6 };
    return { phases: first ? [first, later] : [later], signals: read, enough };
  };
  const old: Partial<Signal> = { points: span(12, 23), count: 12, verdict: 'neutral', past: 'phase' };

  test('is headed by the newest phase, and tells the earlier one after it', () => {
    const { word, text, others } = readingInWords(twoPhases([old], true), points(30), { better: 'up' });
    expect([word, text]).toEqual(['No signal yet', 'The ups and downs look normal']);
    expect(others).toEqual(['In the phase before: 12 points above the median from Oct 26 to Jan 11.']);
  });

  test('counts the points of the newest phase where they are too few', () => {
    const { word, others } = readingInWords(twoPhases([old], false), points(30), { better: 'up' });
    expect(word).toBe('Too few points to test');
    expect(others).toHaveLength(1);
  });

  test('says a signal of the newest phase first', () => {
    const now: Partial<Signal> = { phase: 1, points: span(24, 29), count: 6 };
    const { word, text } = readingInWords(twoPhases([old, now], true), points(30), { better: 'up' });
    expect([word, text]).toEqual(['Improvement', 'Shift: 6 points above the median since Jan 18']);
  });
});

describe('the rule set by name', () => {
  test('Anhøj rules say the real numbers for this many points', () => {
    expect(ruleLine(aReading([], 24), 'anhoej')).toBe(
      'For 24 points, a shift is 9 or more points in a row on one side of the median; fewer than 8 crossings are an unusual pattern (Anhøj rules).',
    );
  });

  test('IHI and NHS rules name themselves', () => {
    expect(ruleLine(aReading([], 24), 'ihi')).toMatch(
      /^A shift is 6 .* a trend is 5 .* \(IHI run chart rules\)\.$/,
    );
    expect(ruleLine(aReading([], 24), 'nhs')).toMatch(/^A shift is 7 .* \(NHS Making Data Count rules\)\.$/);
  });

  test('a short chart says from where rules test', () => {
    expect(ruleLine(aReading([], 6, false), 'anhoej')).toContain('from 10 points on; this chart has 6');
  });
});

describe('a value in its unit', () => {
  test.each([
    [88.66, { kind: 'percent', decimals: 1 } as const, '88.7%'],
    [1234.5, { kind: 'count', decimals: 0 } as const, '1,235'],
    [3.25, { kind: 'rate', decimals: 1, suffix: 'per 100 students' } as const, '3.3 per 100 students'],
    [38, { kind: 'mean', decimals: 0, suffix: 'min' } as const, '38 min'],
    [-1200, { kind: 'money', decimals: 0 } as const, '−$1,200'],
    [1, { kind: 'days', decimals: 0 } as const, '1 day'],
    [12, { kind: 'days', decimals: 0 } as const, '12 days'],
    [-0.04, { kind: 'percent', decimals: 1 } as const, '0.0%'],
  ])('%d', (value, unit, words) => {
    expect(formatValue(value, unit)).toBe(words);
  });

  test('a long suffix stays out of the drawing', () => {
    expect(formatValue(3, { kind: 'rate', decimals: 0, suffix: 'per 100 students' }, { brief: true })).toBe(
      '3',
    );
    expect(formatValue(3, { kind: 'mean', decimals: 0, suffix: 'min' }, { brief: true })).toBe('3 min');
  });
});
