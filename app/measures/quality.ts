import { dayIn } from '~/access/today';
import { paths } from '~/paths';
import { dayWithYear, weekday } from '~/ui/dates';
import { plural } from '~/ui/words';
import { hasRhythm, hasTwoNumbers, type Measure } from './measure';
import { type Calendar, nextDue, periodEnd, periodNoun, periodsBetween, periodWords } from './periods';
import { type SeriesPoint, shownValue, unitOf, valueWords } from './series';
import { askedOf } from './unusual';

/** What of the numbers needs a look, why, and where to mend it. A question, never a charge. */
export interface QualityFlag {
  kind: 'late' | 'missing' | 'out of range' | 'unusual' | 'another size' | 'entered long after' | 'too round';
  sentence: string;
  mend: { href: string; words: string };
}

/** What the flags need to know of where and when it is. */
export interface QualityContext {
  teamId: string;
  today: string;
  calendar: Calendar & { timeZone: string };
}

/** So many of the newest numbers are looked at: what is older was looked at before, or will not be mended. */
const looked = 12;
/** A longer hole was left on purpose, such as a summer. */
const longestHole = 3;
/**
 * A group that is a quarter larger or smaller than usual is another group, or was counted another way. Small counts
 * swing that far by themselves: two standard deviations of a Poisson count against the middle of five are left alone.
 */
const jump = { share: 0.25, deviations: 2, against: 5, looked: 8 };
/** Nobody remembers a number that long: its source should be looked at. In days, beside twice the time it has. */
const patience = 30;
/** Three in four round numbers are no chance: of counted ones, one in five ends in 0 or 5. Small counts say nothing. */
const round = { fewest: 8, share: 0.75, least: 20 };

/** What a team should look at in the numbers of a measure, the most pressing first; set-aside points are left alone. */
export function qualityFlags(
  measure: Measure,
  points: readonly SeriesPoint[],
  context: QualityContext,
): QualityFlag[] {
  if (points.length === 0) return [];
  const used = points.filter(({ ghostedAt }) => ghostedAt === null);
  const late = lateNumber(measure, points, context);
  return [
    ...(late ? [late.flag] : []),
    ...missingNumbers(measure, points, context, late?.start ?? null),
    ...outOfRange(measure, used, context),
    ...unusual(measure, used, context),
    ...anotherSize(measure, used, context),
    ...enteredLongAfter(measure, points, context),
    ...tooRound(measure, used, context),
  ];
}

const wordsOf = (start: string, { frequency }: Measure, { today }: QualityContext) =>
  periodWords(start, frequency, start.slice(0, 4) !== today.slice(0, 4));
const sentenceCase = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

const enter = ({ id }: Measure, { teamId }: QualityContext, period: string, words: string) => ({
  href: `${paths.enterPoint(teamId, id)}?period=${period}`,
  words,
});
const look = ({ id }: Measure, { teamId }: QualityContext) => ({
  href: `${paths.measure(teamId, id)}#numbers-row`,
  words: 'Look at them',
});

function lateNumber(measure: Measure, points: readonly SeriesPoint[], context: QualityContext) {
  const { today, calendar } = context;
  const starts = points.map(({ periodStart }) => periodStart);
  const next = hasRhythm(measure) ? nextDue(starts, measure, today, calendar) : null;
  if (!next?.isLate || !next.isOpen) return null;
  const due = next.due.slice(0, 4) === today.slice(0, 4) ? weekday(next.due) : dayWithYear(next.due);
  const period = sentenceCase(wordsOf(next.start, measure, context));
  const flag: QualityFlag = {
    kind: 'late',
    sentence: `${period} has no number. It was due ${due}.`,
    mend: enter(measure, context, next.start, 'Enter it'),
  };
  return { start: next.start, flag };
}

function missingNumbers(
  measure: Measure,
  points: readonly SeriesPoint[],
  context: QualityContext,
  late: string | null,
): QualityFlag[] {
  if (!hasRhythm(measure)) return [];
  const recent = points.slice(-looked);
  return recent.slice(1).flatMap((point, index): QualityFlag[] => {
    const before = recent[index]?.periodStart ?? point.periodStart;
    const hole = periodsBetween(before, point.periodStart, measure.frequency, context.calendar);
    const [first] = hole;
    if (first === undefined || hole.length > longestHole || hole.includes(late ?? '')) return [];
    const period = wordsOf(first, measure, context);
    const sentence =
      hole.length === 1
        ? `${sentenceCase(period)} has no number.`
        : `${plural(hole.length, periodNoun[measure.frequency])} from ${period} on have no number.`;
    return [{ kind: 'missing', sentence, mend: enter(measure, context, first, 'Enter it') }];
  });
}

function outOfRange(
  measure: Measure,
  points: readonly SeriesPoint[],
  context: QualityContext,
): QualityFlag[] {
  const { lowest, highest } = measure;
  const said = (value: number) => valueWords(value, unitOf(measure, [value]));
  return points.slice(-looked).flatMap((point): QualityFlag[] => {
    const value = shownValue(measure, point);
    if (value === null) return [];
    const isLow = lowest !== null && value < lowest;
    if (!isLow && !(highest !== null && value > highest)) return [];
    const limit = isLow ? `at least ${said(lowest)}` : `at most ${said(highest ?? value)}`;
    const period = sentenceCase(wordsOf(point.periodStart, measure, context));
    return [
      {
        kind: 'out of range',
        sentence: `${period} is ${said(value)}. You said it is ${limit}.`,
        mend: enter(measure, context, point.periodStart, 'Look at it'),
      },
    ];
  });
}

/** Very far from the numbers before it, where no note explains it. */
function unusual(measure: Measure, points: readonly SeriesPoint[], context: QualityContext): QualityFlag[] {
  return points.slice(-looked).flatMap((point): QualityFlag[] => {
    const question = askedOf(measure, points, point.periodStart);
    const value = shownValue(measure, point);
    if (question === null || value === null) return [];
    const period = sentenceCase(wordsOf(point.periodStart, measure, context));
    const is = valueWords(value, unitOf(measure, [value]));
    return [
      {
        kind: 'unusual',
        sentence: `${period} is ${is}. ${question}`,
        mend: enter(measure, context, point.periodStart, 'Look at it'),
      },
    ];
  });
}

/** A jump of what a share or a rate is out of, where no note explains it. */
function anotherSize(
  measure: Measure,
  points: readonly SeriesPoint[],
  context: QualityContext,
): QualityFlag[] {
  const sized = points.flatMap(({ denominator, ...point }) =>
    denominator !== null && denominator > 0 ? [{ ...point, denominator }] : [],
  );
  const first = Math.max(jump.against, sized.length - jump.looked);
  return sized.slice(first).flatMap((point, index): QualityFlag[] => {
    const before = sized.slice(first + index - jump.against, first + index).map((one) => one.denominator);
    const usual = [...before].sort((a, b) => a - b)[Math.floor(jump.against / 2)] ?? point.denominator;
    const { denominator } = point;
    const isWithin = denominator >= Math.min(...before) && denominator <= Math.max(...before);
    const chance = jump.deviations * Math.sqrt(usual * (1 + 1 / jump.against));
    const isJump = Math.abs(denominator - usual) > Math.max(jump.share * usual, chance) && !isWithin;
    if (!isJump || point.note.trim() !== '') return [];
    const period = sentenceCase(wordsOf(point.periodStart, measure, context));
    const count = (value: number) => value.toLocaleString('en-US');
    return [
      {
        kind: 'another size',
        sentence: `${period} is out of ${count(denominator)}. Before, it was about ${count(usual)}. If that is right, say why in the note.`,
        mend: enter(measure, context, point.periodStart, 'Look at it'),
      },
    ];
  });
}

/** What came with the first numbers is a history that somebody brought along, and not late. */
function enteredLongAfter(
  measure: Measure,
  points: readonly SeriesPoint[],
  context: QualityContext,
): QualityFlag[] {
  const dayOf = ({ enteredAt }: SeriesPoint) => dayIn(context.calendar.timeZone, new Date(enteredAt));
  const days = points.map(dayOf);
  const firstDay = [...days].sort()[0];
  const longest = 2 * measure.dueLagDays + patience;
  const found = points.slice(-looked).flatMap((point) => {
    const day = dayOf(point);
    const ended = periodEnd(point.periodStart, measure.frequency);
    const after = Math.round((Date.parse(day) - Date.parse(ended)) / 86_400_000);
    return day !== firstDay && after > longest ? [{ point, after }] : [];
  });
  const [only] = found;
  if (!only) return [];
  const noun = periodNoun[measure.frequency];
  const check = 'Is it as in the source?';
  if (found.length > 1) {
    const sentence = `${found.length} numbers were entered or changed long after their ${noun}s. Are they as in the source?`;
    return [{ kind: 'entered long after', sentence, mend: look(measure, context) }];
  }
  const period = sentenceCase(wordsOf(only.point.periodStart, measure, context));
  return [
    {
      kind: 'entered long after',
      sentence: `${period} was entered or changed ${only.after} days after it ended. ${check}`,
      mend: enter(measure, context, only.point.periodStart, 'Look at it'),
    },
  ];
}

function tooRound(measure: Measure, points: readonly SeriesPoint[], context: QualityContext): QualityFlag[] {
  const recent = points.slice(-looked).flatMap((point) => {
    const value = shownValue(measure, point);
    const counted = hasTwoNumbers(measure.kind) ? (point.numerator ?? point.value) : point.value;
    return value === null || counted === null ? [] : [{ value, counted }];
  });
  const all = recent.length;
  if (all < round.fewest || Math.max(...recent.map(({ counted }) => counted)) < round.least) return [];
  const question = 'Counted, or rounded? Both can be right.';
  const flag = (sentence: string): QualityFlag[] => [
    { kind: 'too round', sentence: `${sentence} ${question}`, mend: look(measure, context) },
  ];
  const isMost = (count: number) => count >= round.share * all;
  const times = new Map<number, number>();
  for (const { value } of recent) times.set(value, (times.get(value) ?? 0) + 1);
  const [often, count] = [...times].sort((a, b) => b[1] - a[1])[0] ?? [0, 0];
  const isWhole = measure.kind === 'proportion' && often === 100;
  if (isMost(count) && often !== 0 && !isWhole) {
    return flag(`${count} of the last ${all} numbers are ${valueWords(often, unitOf(measure, [often]))}.`);
  }
  if (isMost(count)) return [];
  const endingIn = (step: number) => recent.filter(({ counted }) => counted % step === 0).length;
  if (isMost(endingIn(10))) return flag(`${endingIn(10)} of the last ${all} numbers end in 0.`);
  if (isMost(endingIn(5))) return flag(`${endingIn(5)} of the last ${all} numbers end in 0 or 5.`);
  return [];
}
