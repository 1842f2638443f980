import { Mark, type Verdict } from '~/charts/mark';
import type { Scoreboard } from '~/statistics/movement';
import { plural } from '~/ui/words';
import { proofPointPercent, proofWords } from './board';

/** What the scoreboard's head needs: counts, and a mark for each core indicator. */
export interface BoardHead {
  counts: Scoreboard;
  sentence: string;
  gaps: { closing: number; widening: number };
  areas: { id: string; name: string; marks: Verdict[] }[];
}

/** The one line that a community says about itself, and the rule it stands on. */
export function BoardTitle({ kick, head }: { kick: string; head: BoardHead }) {
  const { counts, sentence, gaps } = head;
  const { improved, counted } = counts;
  return (
    <div className="title hero">
      <div>
        <p className="kick">{kick}</p>
        <h1 className={counted === 0 ? undefined : 'mega'}>
          {counted === 0 ? (
            'Community indicators'
          ) : (
            <>
              <span>
                {improved} of {counted}
              </span>{' '}
              improved
            </>
          )}
        </h1>
      </div>
      <div className="herotext">
        <p>
          <b>{sentence}</b>{' '}
          {counted === 0
            ? null
            : `Gaps between groups are closing on ${gaps.closing} and widening on ${gaps.widening}.`}
        </p>
        <ProofLine counts={counts} />
      </div>
    </div>
  );
}

const width = 300;

/** The share that improves, beside the line at which StriveTogether speaks of proof. */
function ProofLine({ counts }: { counts: Scoreboard }) {
  if (counts.share === null) return null;
  const at = (share: number) => Math.round(share * width * 10) / 10;
  const line = at(proofPointPercent / 100);
  return (
    <p className="proof">
      <svg width={width} height="26" viewBox={`0 0 ${width} 26`} aria-hidden="true">
        <path className="iv-axis" d={`M0 17H${width}`} />
        <path className="proof-share" d={`M0 17H${at(counts.share)}`} />
        <path className="k-target" d={`M${line} 7v18`} />
        <text x={line + 4} y="10">
          {proofPointPercent}%
        </text>
      </svg>
      <span>{proofWords(counts)}</span>
    </p>
  );
}

/** Every core indicator as one mark, from cradle to career. */
export function BoardMarks({
  head,
  hrefOf,
}: {
  head: BoardHead;
  /** Where the name of an outcome leads; null: nowhere. */
  hrefOf: ((areaId: string) => string) | null;
}) {
  const { counts, areas } = head;
  const kinds: [Verdict, string, number][] = [
    ['better', 'Improved', counts.improved],
    ['none', 'Held', counts.held],
    ['worse', 'Worsened', counts.worsened],
    ['early', 'No data', counts.noData],
  ];
  return (
    <section className="boardrow" aria-label="All core indicators at a glance">
      <ul className="board">
        {areas
          .filter(({ marks }) => marks.length > 0)
          .map(({ id, name, marks }) => {
            const better = marks.filter((mark) => mark === 'better').length;
            const counted = marks.filter((mark) => mark !== 'early').length;
            return (
              <li key={id} className="b-area">
                <div className="b-marks" role="img" aria-label={marksLabel(marks)}>
                  {marks.map((mark, index) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: marks have no identity but their place.
                    <i key={index} className={`bm ${mark}`} />
                  ))}
                </div>
                <p className="b-n">{hrefOf ? <a href={hrefOf(id)}>{name}</a> : name}</p>
                <p className="b-c">
                  <b className="num">{better}</b> of {counted}
                </p>
              </li>
            );
          })}
      </ul>
      <div className="boardfoot">
        <ul className="legend">
          {kinds.map(([verdict, word, count]) => (
            <li key={verdict}>
              <Mark verdict={verdict} />
              {word}, {count}
            </li>
          ))}
        </ul>
        <p className="hint">
          Cradle <span className="to-long" /> Career
        </p>
      </div>
    </section>
  );
}

function marksLabel(marks: readonly Verdict[]): string {
  const count = (verdict: Verdict) => marks.filter((one) => one === verdict).length;
  return `${plural(marks.length, 'indicator')}: ${count('better')} improved, ${count('none')} held, ${count('worse')} worsened, ${count('early')} without data`;
}

/** The rule of the scoreboard, with the day it was read on. */
export function BoardRule({ on, isPast = false }: { on: string; isPast?: boolean }) {
  return (
    <div className="boardrule small soft">
      <p>
        <b>The rule, as of {on}.</b> “Improved” means: from its baseline to its latest figure, the number for
        everyone moved the good way by more than the indicator’s minimum movement, which is 0 unless a leader
        set it. “Worsened” is the same the other way; “held” is neither. Only core indicators count, and only
        those with a figure at the baseline and a later one.
        {isPast ? ' An indicator’s own page, behind its name, shows it as it is today.' : null}
      </p>
      <p>
        “Beyond chance” means: the 95% interval of that change leaves out 0. It can be told only where counts
        or margins of error are known. A gap is the focus group minus the group it is compared with. It is
        called closing or widening only where its change is beyond chance, or where no counts exist to tell.
      </p>
      <p className="rowkey">
        In each row: the open circle is the baseline, the filled mark is the latest figure, the dotted line is
        where it would be on pace, the flag is the target.
      </p>
    </div>
  );
}
