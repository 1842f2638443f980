import type { Progress, Report } from './progress';

/**
 * Work cut into short steps. A large file takes a second or more to read, and until a step ends a server answers
 * nobody: between two steps it can. A step may end with how far the work is.
 */
export type Steps<T> = Generator<Progress | undefined, T, undefined>;

/** All steps at once: for small work, and for tests. */
export function atOnce<T>(steps: Steps<T>): T {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** Step by step, and between two steps everybody else has a turn. */
export async function inTurns<T>(steps: Steps<T>, report?: Report): Promise<T> {
  let step = steps.next();
  while (!step.done) {
    if (step.value) report?.(step.value);
    await aTurn();
    step = steps.next();
  }
  return step.value;
}

/** Everybody else has a turn. */
export const aTurn = () => new Promise<void>((resolve) => setImmediate(resolve));
