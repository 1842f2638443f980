import { MarkShape, type StripMark } from './mark';

const pitch = 14;
const gapBeforeEarly = 8;

export interface StripProps {
  /** One per team, oldest first. Those that are too early stand last, after a gap. */
  verdicts: readonly StripMark[];
  label?: string;
  /** Twice as large, over the words of one practice. */
  large?: boolean;
}

/** The evidence strip: one mark for each team. Words and the range always stand beside it. */
export function Strip({ verdicts, label, large = false }: StripProps) {
  const settled = verdicts.filter((verdict) => verdict !== 'early');
  const early = verdicts.filter((verdict) => verdict === 'early');
  const gap = settled.length > 0 && early.length > 0 ? gapBeforeEarly : 0;
  const width = Math.max(verdicts.length * pitch + gap, pitch);
  const times = large ? 2 : 1;
  return (
    <svg
      className="strip"
      width={width * times}
      height={30 * times}
      viewBox={`-1 0 ${width} 30`}
      role="img"
      aria-label={label ?? stripWords(verdicts)}
    >
      <path className="m-base" d={`M-1 15h${width}`} />
      {[...settled, ...early].map((verdict, i) => (
        <MarkShape
          // biome-ignore lint/suspicious/noArrayIndexKey: marks have no identity but their place.
          key={`${i}-${verdict}`}
          verdict={verdict}
          x={i * pitch + (i >= settled.length ? gap : 0)}
          base={15}
          height={13}
        />
      ))}
    </svg>
  );
}

function stripWords(verdicts: readonly StripMark[]): string {
  const count = (verdict: StripMark) => verdicts.filter((each) => each === verdict).length;
  const mixed = count('mixed') > 0 ? `, ${count('mixed')} mixed` : '';
  return `${count('better')} improved, ${count('none')} no signal yet, ${count('worse')} worsened${mixed}, ${count('early')} too early`;
}
