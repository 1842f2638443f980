import type { PlanValues } from './plan-sheet';
import type { CycleInFull } from './queries.server';
import { rowId } from './sheet-props';

/** A number as a person would type it, without the tail of binary fractions. */
const typed = (number: number) => Number(number.toPrecision(12));

/**
 * The Plan as its form shows it: what is there, and an empty row where there is nothing. `fresh` begins the ids of rows
 * that are new; without it they have none.
 */
export function planValues(cycle: CycleInFull, fresh?: string): PlanValues {
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
      ...aRowToBegin(cycle.questions, fresh),
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
      ...aRowToBegin(cycle.tasks, fresh),
    ],
  };
}

/** Where nothing is written yet, one empty row to begin in; more come with “Add another”. */
const aRowToBegin = (rows: readonly unknown[], fresh?: string): object[] =>
  rows.length > 0 ? [] : [fresh ? { id: rowId(fresh, 0) } : {}];
