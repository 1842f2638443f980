// The logarithm of the gamma function, on which binomials, the Beta distribution and c4 rest.

const LANCZOS_G = 7; // Lanczos 1964, SIAM J Numer Anal 1:86, with Godfrey's nine coefficients
const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
] as const; // Godfrey 2001, numericana.com/answer/info/godfrey.htm: relative error below 1e-15

/** ln Γ(x) for x > 0, to about 1e-15 of its size. */
export function logGamma(x: number): number {
  // Γ(x) = Γ(x + 1) / x keeps the series where it is accurate.
  if (x < 0.5) return logGamma(x + 1) - Math.log(x);
  const shifted = x - 1;
  let series: number = LANCZOS[0];
  for (let i = 1; i < LANCZOS.length; i++) series += (LANCZOS[i] as number) / (shifted + i);
  const base = shifted + LANCZOS_G + 0.5;
  return 0.5 * Math.log(2 * Math.PI) + (shifted + 0.5) * Math.log(base) - base + Math.log(series);
}

/** ln of the number of ways to choose k of n, 0 ≤ k ≤ n. */
export function logChoose(n: number, k: number): number {
  if (k === 0 || k === n) return 0;
  return logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
}
