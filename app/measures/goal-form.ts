import { z } from 'zod';
import { day, id, number } from '~/http/fields';

export const goalForm = z.object({
  goal: number('Write the goal.'),
  fromOn: day('Choose the day from which it holds.'),
});
export type GoalFields = z.output<typeof goalForm>;

export const takeBackGoalForm = z.object({ goalId: id('Choose a goal.') });
