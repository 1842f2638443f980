import { MarkShape, type Verdict } from './mark';

const pitch = 14;
const gapBeforeEarly = 8;

export interface StripProps {
  /** One per use, oldest first. Uses that are too early stand last, after a gap. */
  verdicts: Verdict[];
  label?: string;
}

/** The evidence strip: one mark for each team's use. Words and the range always stand beside it. */
export function Strip({ verdicts, label }: StripProps) {
  const settled = verdicts.filter((verdict) => verdict !== 'early');
  const early = verdicts.filter((verdict) => verdict === 'early');
  const gap = settled.length > 0 && early.length > 0 ? gapBeforeEarly : 0;
  const width = Math.max(verdicts.length * pitch + gap, pitch);
  const count = (verdict: Verdict) => verdicts.filter((each) => each === verdict).length;
  const words =
    label ??
    `${count('better')} improved, ${count('none')} no signal yet, ${count('worse')} worsened, ${count('early')} too early`;
  return (
    <svg
      className="strip"
      width={width}
      height="30"
      viewBox={`-1 0 ${width} 30`}
      role="img"
      aria-label={words}
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
