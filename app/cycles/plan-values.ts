import type { PlanValues } from './plan-sheet';
import type { CycleInFull } from './queries.server';

/** A number as a person would type it, without the tail of binary fractions. */
const typed = (number: number) => Number(number.toPrecision(12));

/** The Plan as its form shows it: what is there, and an empty row where there is nothing. */
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
      ...aRowToBegin(cycle.questions),
    ],
    predictions: [
      ...cycle.predictions.map(({ measureId, expected, low, high, checkOn }) => ({
        measureId,
        expected: typed(expected),
        low: typed(low),
        high: typed(high),
        checkOn,
      })),
      ...aRowToBegin(cycle.predictions),
    ],
    tasks: [
      ...cycle.tasks.map(({ id, what, who, place, dueOn }) => ({ id, what, who, place, dueOn })),
      ...aRowToBegin(cycle.tasks),
    ],
  };
}

/** Where nothing is written yet, one empty row to begin in; more come with “Add another”. */
const aRowToBegin = (rows: readonly unknown[]): object[] => (rows.length === 0 ? [{}] : []);
