import { createHash } from 'node:crypto';

const digest = (names: readonly (string | number)[]) =>
  createHash('sha256').update(names.join('\u0000')).digest();

/** An id of the same shape as `newId` that two seedings share. */
export function demoId(...names: (string | number)[]): string {
  return digest(['upcurve demo', ...names])
    .subarray(0, 12)
    .toString('base64url');
}

/** Numbers in [0, 1) that are the same for the same names (mulberry32). */
export function chance(...names: (string | number)[]): () => number {
  let state = digest(names).readUInt32LE(0);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Ups and downs of standard deviation 1 that never go beyond 3. */
export const ripple = (random: () => number): number => 2 * (random() + random() + random() - 1.5);
