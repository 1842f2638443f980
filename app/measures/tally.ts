import type { Verdict } from '~/charts/mark';

const numbers = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const inWords = (count: number) => numbers[count] ?? String(count);
const words: Record<Verdict, [one: string, many: string]> = {
  better: ['improved', 'improved'],
  worse: ['is a concern', 'are a concern'],
  none: ['has no signal', 'have no signal'],
  early: ['is too young to tell', 'are too young to tell'],
};

/** "Two measures improved, one is a concern, one has no signal." */
export function tally(verdicts: readonly Verdict[]): string {
  const said = (['better', 'worse', 'none', 'early'] as const).flatMap((verdict) => {
    const count = verdicts.filter((one) => one === verdict).length;
    return count === 0 ? [] : [{ count, words: words[verdict][count === 1 ? 0 : 1] }];
  });
  if (said.length === 0) return '';
  const text = said
    .map(({ count, words: what }, at) =>
      at === 0
        ? `${inWords(count)} ${count === 1 ? 'measure' : 'measures'} ${what}`
        : `${inWords(count)} ${what}`,
    )
    .join(', ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
