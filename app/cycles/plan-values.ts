import type { PlanValues } from './plan-sheet';
import type { CycleInFull } from './queries.server';

/** A number as a person would type it, without the tail of binary fractions. */
const typed = (number: number) => Number(number.toPrecision(12));

/** The Plan as its form shows it: what is there, and empty rows to go on in. */
export function planValues(cycle: CycleInFull): PlanValues {
  const { objective, kind, scale, people, sites, focusGroup, dataPlan, ledBy, startsOn, endsOn } = cycle;
  return {
    ...{ objective, kind, scale, people, sites, focusGroup, dataPlan, ledBy, startsOn, endsOn },
    questions: [
      ...cycle.questions.map(({ id, question, prediction, chancePercent }) => ({
        id,
        question,
        prediction,
        chancePercent,
      })),
      ...emptyRows(2),
    ],
    predictions: [
      ...cycle.predictions.map(({ measureId, expected, low, high, checkOn }) => ({
        measureId,
        expected: typed(expected),
        low: typed(low),
        high: typed(high),
        checkOn,
      })),
      ...emptyRows(1),
    ],
    tasks: [
      ...cycle.tasks.map(({ id, what, who, place, dueOn }) => ({ id, what, who, place, dueOn })),
      ...emptyRows(2),
    ],
  };
}

const emptyRows = (count: number): object[] => Array.from({ length: count }, () => ({}));
