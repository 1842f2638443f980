/**
 * Work cut into short steps. A large file takes a second or more to read, and until a step ends a server answers
 * nobody: between two steps it can.
 */
export type Steps<T> = Generator<undefined, T, undefined>;

/** All steps at once: for small work, and for tests. */
export function atOnce<T>(steps: Steps<T>): T {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** Step by step, and between two steps everybody else has a turn. */
export async function inTurns<T>(steps: Steps<T>): Promise<T> {
  let step = steps.next();
  while (!step.done) {
    await new Promise((resolve) => setImmediate(resolve));
    step = steps.next();
  }
  return step.value;
}
