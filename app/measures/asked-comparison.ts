import { inStretch, type Stretch, type WrittenStretch, writtenStretch } from './asked-days';
import type { Measure } from './measure';
import { addDays, type Calendar, nextStart, periodNoun, periodStart } from './periods';
import type { TestedCycle } from './reading';
import type { SeriesPoint } from './series';

export interface TwoStretches {
  first: Stretch;
  second: Stretch;
}

export interface AskedComparison {
  first: WrittenStretch;
  second: WrittenStretch;
  /** Null where something is wrong: it is said at its field. */
  stretches: TwoStretches | null;
}

export interface ComparisonChoice extends TwoStretches {
  words: string;
}

const separator = '..';
const written = ({ from, to }: Stretch) => `${from}${separator}${to}`;

/** ?a=2026-09-01..2026-10-31&b=2026-11-01..2026-12-18 */
export const comparisonAddress = ({ first, second }: TwoStretches) =>
  `?${new URLSearchParams({ a: written(first), b: written(second) })}`;

/** What the form without script asks for, as an address to be kept; null where it is one already. */
export function addressOfForm(params: URLSearchParams): string | null {
  const names = ['aFrom', 'aTo', 'bFrom', 'bTo'] as const;
  if (!names.some((name) => params.has(name))) return null;
  const [aFrom, aTo, bFrom, bTo] = names.map((name) => (params.get(name) ?? '').trim().slice(0, 20));
  return comparisonAddress({
    first: { from: aFrom ?? '', to: aTo ?? '' },
    second: { from: bFrom ?? '', to: bTo ?? '' },
  });
}

type Started = Pick<SeriesPoint, 'periodStart'>;

/** The two stretches an address asks for; without any, the first of the choices. */
export function askedComparison(
  params: URLSearchParams,
  points: readonly Started[],
  choices: readonly ComparisonChoice[],
): AskedComparison | null {
  const [a, b] = [params.get('a'), params.get('b')];
  const usual = choices[0];
  if (a === null && b === null) {
    if (!usual) return null;
    const whole = (stretch: Stretch) => ({ ...stretch, problems: {} });
    return { first: whole(usual.first), second: whole(usual.second), stretches: usual };
  }
  const [first, second] = [endsOf(a ?? '', points), endsOf(b ?? '', points)];
  const isFine = ({ problems }: WrittenStretch) => !problems.from && !problems.to;
  if (isFine(first) && isFine(second) && first.from <= second.to && second.from <= first.to) {
    second.problems.from = 'The two share days. Choose days of which none is in both.';
  }
  return { first, second, stretches: isFine(first) && isFine(second) ? { first, second } : null };
}

function endsOf(text: string, points: readonly Started[]): WrittenStretch {
  const [from = '', to = ''] = text.split(separator);
  const stretch = writtenStretch(from.trim(), to.trim());
  if (!from && !to) stretch.problems.from = 'Write the first day.';
  if (stretch.problems.from || stretch.problems.to) return stretch;
  const whole = {
    ...stretch,
    from: from || (points[0]?.periodStart ?? to),
    to: to || (points.at(-1)?.periodStart ?? from),
  };
  if (whole.from > whole.to || inStretch(points, whole).length === 0) {
    return { ...stretch, problems: { from: 'No number begins in these days.' } };
  }
  return whole;
}

const fewPeriods = 12;

/** Comparisons that are one click away, the most usual first; each side of one has numbers. */
export function comparisonChoices(
  { frequency, id }: Pick<Measure, 'frequency' | 'id'>,
  points: readonly Started[],
  cycles: readonly Pick<TestedCycle, 'number' | 'doStartedOn' | 'measureIds'>[],
  today: string,
  calendar: Calendar,
): ComparisonChoice[] {
  const [first, last] = [points[0]?.periodStart, points.at(-1)?.periodStart];
  if (first === undefined || last === undefined) return [];
  const noun = periodNoun[frequency];
  const year = periodStart(today, 'yearly', calendar);
  const yearBefore = periodStart(addDays(year, -1), 'yearly', calendar);
  const yearWords = calendar.schoolYearFirstMonth === 1 ? 'year' : 'school year';
  const cut = (words: string, at: number): ComparisonChoice[] => {
    const [before, from] = [points[at - 1]?.periodStart, points[at]?.periodStart];
    if (before === undefined || from === undefined) return [];
    return [{ words, first: { from: first, to: before }, second: { from, to: last } }];
  };
  const begun = cycles
    .filter(({ measureIds }) => measureIds.includes(id))
    .flatMap(({ number, doStartedOn }) => (doStartedOn === null ? [] : [{ number, on: doStartedOn }]))
    .sort((a, b) => a.on.localeCompare(b.on))
    .at(0);
  const choices = [
    ...(points.length >= 2 * fewPeriods
      ? cut(`The last ${fewPeriods} ${noun}s and the ${fewPeriods} before`, points.length - fewPeriods).map(
          (choice) => ({
            ...choice,
            first: { ...choice.first, from: points.at(-2 * fewPeriods)?.periodStart ?? first },
          }),
        )
      : []),
    {
      words: `This ${yearWords} and the last`,
      first: { from: yearBefore, to: addDays(year, -1) },
      second: { from: year, to: addDays(nextStart(year, 'yearly'), -1) },
    },
    ...(begun
      ? cut(
          `Before Cycle ${begun.number} began, and since`,
          points.findIndex(({ periodStart: start }) => start >= begun.on),
        )
      : []),
    ...cut('The first half and the second', Math.floor(points.length / 2)),
  ];
  return choices.filter((choice) =>
    [choice.first, choice.second].every((stretch) => inStretch(points, stretch).length > 0),
  );
}
