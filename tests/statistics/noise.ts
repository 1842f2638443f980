// Series drawn by chance from a seed, for simulations.

/** Uniform numbers from a seed. Source: mulberry32, Tommy Ettinger, public domain. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A seed of its own for each named figure, so that one can be computed again alone. Source: FNV-1a. */
export function seedFor(name: string, seed: number): number {
  let hash = 0x811c9dc5 ^ seed;
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** Standard normal noise. Source: Box & Muller 1958, Ann Math Stat 29:610. */
export function normalNoise(uniform: () => number): () => number {
  let spare: number | null = null;
  return () => {
    if (spare !== null) {
      const kept = spare;
      spare = null;
      return kept;
    }
    const reach = Math.sqrt(-2 * Math.log(1 - uniform()));
    const angle = 2 * Math.PI * uniform();
    spare = reach * Math.sin(angle);
    return reach * Math.cos(angle);
  };
}

/** `count` values of σ 1, each related to the one before by `correlation`. */
export function series(noise: () => number, count: number, correlation = 0): number[] {
  const fresh = Math.sqrt(1 - correlation ** 2);
  const values: number[] = [];
  let last = noise();
  for (let i = 0; i < count; i++) {
    values.push(last);
    last = correlation * last + fresh * noise();
  }
  return values;
}

/** A gamma value of shape `shape` and scale 1. Source: Marsaglia & Tsang 2000, ACM Trans Math Softw 26:363. */
function gammaValue(shape: number, uniform: () => number, noise: () => number): number {
  if (shape < 1) return gammaValue(shape + 1, uniform, noise) * (1 - uniform()) ** (1 / shape);
  const d = shape - 1 / 3;
  for (;;) {
    const z = noise();
    const v = (1 + z / Math.sqrt(9 * d)) ** 3;
    if (v > 0 && Math.log(1 - uniform()) < (z * z) / 2 + d - d * v + d * Math.log(v)) return d * v;
  }
}

/**
 * A count out of `of` with chance `p` whose spread is `sigmaZ` times what chance alone gives: each point has a chance of
 * its own, Beta about `p`, so that the variance is σ_z² times the binomial one.
 */
export function clusteredCount(
  { of, p, sigmaZ }: { of: number; p: number; sigmaZ: number },
  uniform: () => number,
  noise: () => number,
): number {
  let chance = p;
  if (sigmaZ > 1) {
    const alike = (sigmaZ ** 2 - 1) / (of - 1); // the correlation of two of the same point
    const size = 1 / alike - 1;
    const yes = gammaValue(p * size, uniform, noise);
    chance = yes / (yes + gammaValue((1 - p) * size, uniform, noise));
  }
  let count = 0;
  for (let i = 0; i < of; i++) if (uniform() < chance) count++;
  return count;
}
