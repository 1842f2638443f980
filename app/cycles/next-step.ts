import { dayWithYear, shortDay, weekday } from '~/ui/dates';
import { plural } from '~/ui/words';
import type { Schedule, WheelPhase } from './stages';

/* What is next, as a sentence a person could say. */

export interface Step {
  /** "Finish the Study for Cycle 5 by Thursday, Dec 3": without its full stop. */
  sentence: string;
  /** "Due Thursday, Dec 3", "3 working days late"; empty where no day is set. */
  due: string;
  /** What the button that does it says: "Write the Study". */
  button: string;
  /** The form it is done on. */
  form: WheelPhase;
}

/** "Thursday, Dec 3"; a day of another year names the year. */
export function dayInWords(day: string, today: string): string {
  return day.slice(0, 4) === today.slice(0, 4) ? weekday(day) : dayWithYear(day);
}

const deeds: Record<
  Exclude<Schedule['stage'], 'done'>,
  { form: WheelPhase; deed: string; button: string }
> = {
  planned: { form: 'do', deed: 'Start', button: 'Start Do' },
  doing: { form: 'do', deed: 'Finish Do for', button: 'Write the day Do ended' },
  studying: { form: 'study', deed: 'Finish the Study for', button: 'Write the Study' },
  deciding: { form: 'act', deed: 'Decide what to do after', button: 'Decide' },
};

/** While there is still time before its first day, an unwritten Plan comes first. */
const planFirst = { form: 'plan', deed: 'Finish the Plan for', button: 'Write the Plan' } as const;

export interface StepCycle {
  number: number;
  /** The Plan's objective; empty while the Plan is the four fields of the start. */
  objective: string;
}

/** The next step of a cycle; null when it is done. */
export function nextStep({ number, objective }: StepCycle, schedule: Schedule, today: string): Step | null {
  const { stage, dueOn } = schedule;
  if (stage === 'done') return null;
  if (stage === 'planned' && objective.trim() === '' && dueOn !== null && dueOn > today) {
    const { form, deed, button } = planFirst;
    const sentence = `${deed} Cycle ${number} by ${dayInWords(dueOn, today)}`;
    return { sentence, due: dueInWords(schedule, today), button, form };
  }
  const { form, deed, button } = deeds[stage];
  const doing = `${deed} Cycle ${number}`;
  return { sentence: `${doing}${byWhen(schedule, today)}`, due: dueInWords(schedule, today), button, form };
}

function byWhen({ stage, dueOn }: Schedule, today: string): string {
  if (dueOn === null) return '';
  if (dueOn === today) return ' today';
  const day = dayInWords(dueOn, today);
  if (stage === 'planned') return dueOn > today ? ` on ${day}` : `, planned for ${day}`;
  return dueOn > today ? ` by ${day}` : `, due ${day}`;
}

/** "Due Thursday, Dec 3", "Due today", "Was due Friday, Nov 20", "7 working days late". */
export function dueInWords({ stage, dueOn, isOverdue, workingDaysLate }: Schedule, today: string): string {
  if (dueOn === null) return '';
  if (isOverdue) return `${plural(workingDaysLate, 'working day')} late`;
  const isStart = stage === 'planned';
  if (dueOn === today) return isStart ? 'Starts today' : 'Due today';
  const day = dayInWords(dueOn, today);
  if (dueOn < today) return isStart ? `Was to start ${day}` : `Was due ${day}`;
  return isStart ? `Starts ${day}` : `Due ${day}`;
}

/** The same in few words for a step of the ramp: "Study due Thursday, Dec 3". */
export function nextInBrief(schedule: Schedule, today: string): string | undefined {
  const names = { planned: 'Do', doing: 'Do', studying: 'Study', deciding: 'Decision', done: '' };
  if (schedule.stage === 'done') return undefined;
  if (schedule.dueOn === null) return 'In Do';
  if (schedule.isOverdue) {
    return `${names[schedule.stage]} ${plural(schedule.workingDaysLate, 'working day')} late`;
  }
  const verb = schedule.stage === 'planned' ? 'starts' : 'due';
  return `${names[schedule.stage]} ${verb} ${shortDay(schedule.dueOn)}${schedule.dueOn === today ? ', today' : ''}`;
}

export interface Urgent {
  schedule: Schedule;
  number: number;
}

/** The most urgent first: late ones by how late, then by the day they are due, then those without a day. */
export function byUrgency(a: Urgent, b: Urgent): number {
  if (a.schedule.isOverdue !== b.schedule.isOverdue) return a.schedule.isOverdue ? -1 : 1;
  const late = b.schedule.workingDaysLate - a.schedule.workingDaysLate;
  if (a.schedule.isOverdue && late !== 0) return late;
  const [dueA, dueB] = [a.schedule.dueOn ?? '9999', b.schedule.dueOn ?? '9999'];
  if (dueA !== dueB) return dueA < dueB ? -1 : 1;
  return a.number - b.number;
}
