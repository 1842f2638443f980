/** What a meeting goes through, a few things at a time. */
export const steps = ['due', 'cycles', 'numbers', 'record', 'close'] as const;
export type Step = (typeof steps)[number];

export const stepWords: Record<Step, string> = {
  due: 'Due',
  cycles: 'Cycles',
  numbers: 'Numbers',
  record: 'Decisions',
  close: 'Close',
};

/** The step an address asks for; the first where it asks for none of them. */
export const stepOf = (asked: string | null): Step => steps.find((step) => step === asked) ?? steps[0];

/** The step that an arrow key leads to; null at either end, and for any other key. */
export function stepBeside(step: Step, key: string): Step | null {
  const by = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
  return (by !== 0 && steps[steps.indexOf(step) + by]) || null;
}
