import { Mark } from '~/charts/mark';
import { Spark } from '~/charts/spark';
import { Track } from '~/charts/track';
import { Wedge } from '~/charts/wedge';
import { type Area, type BoardRow, tallyOf } from './board';
import type { Fact as FactOf } from './score-row';

const tones = { better: 't-better', worse: 't-worse', neutral: undefined } as const;
const changeTones = { better: 't-better', worse: 't-worse', none: 't-none', early: 't-none' } as const;

/** The indicators of one outcome, a row each. `rowMarkup` are the rows, written before. */
export function AreaTable({ area, rowMarkup }: { area: Area; rowMarkup: string }) {
  const { improved, counted } = area.whole ?? tallyOf(area.rows);
  return (
    <section className="area" id={`outcome-${area.id}`} aria-labelledby={`h-${area.id}`}>
      <table className="tbl inds">
        <caption>
          <h2 id={`h-${area.id}`}>{area.name}</h2>
          <span>{counted === 0 ? 'No change to tell yet' : `${improved} of ${counted} improved`}</span>
        </caption>
        <thead>
          <tr>
            <th scope="col" className="c-v">
              <span className="vh">Since baseline</span>
            </th>
            <th scope="col" className="c-n">
              Indicator
            </th>
            <th scope="col" className="c-s">
              All years
            </th>
            <th scope="col" className="c-b r">
              Baseline
            </th>
            <th scope="col" className="c-l r">
              Latest
            </th>
            <th scope="col" className="c-t r">
              Target
            </th>
            <th scope="col" className="c-k">
              How far to target
            </th>
            <th scope="col" className="c-d r">
              Change
            </th>
            <th scope="col" className="c-g">
              Largest gap, baseline
              <To />
              latest
            </th>
          </tr>
        </thead>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: markup that React wrote, row by row */}
        <tbody dangerouslySetInnerHTML={{ __html: rowMarkup }} />
      </table>
    </section>
  );
}

/** `href` is where the indicator's own page is; null where this reader has none to open. */
export function ScoreTr({
  row,
  href,
  forAll = false,
}: {
  row: BoardRow;
  href: string | null;
  /** For people outside: who works on it is not theirs to see. */
  forAll?: boolean;
}) {
  const { baseline, latest, target } = row;
  const withYears = row.name.split(/(\S+–\S+)/);
  const name = withYears.map((part, index) =>
    index % 2 === 1 ? (
      <span key={part} className="nowrap">
        {part}
      </span>
    ) : (
      part
    ),
  );
  return (
    <tr>
      <td className="c-v">
        <Mark verdict={row.mark} label={row.sentence} />
      </td>
      <th scope="row" className="c-n">
        {href === null ? name : <a href={href}>{name}</a>}
        {row.isLowerBetter ? <span className="low">lower is better</span> : null}
        {row.isCore ? null : <span className="low">contributing, not counted</span>}
      </th>
      <td className="c-s">
        {latest ? (
          <Spark values={row.values} verdict={row.mark} baseline={row.baselineIndex} width={96} />
        ) : null}
      </td>
      <td className="c-b r">
        <Fact fact={baseline} />
      </td>
      <td className="c-l r num">
        <Fact fact={latest} />
      </td>
      <td className="c-t r">{target ? <Fact fact={target} /> : null}</td>
      <td className="c-k">
        {baseline && latest && target && baseline.value !== target.value ? (
          <Track
            baseline={baseline.value}
            now={latest.value}
            target={target.value}
            verdict={row.mark}
            pace={row.pace}
          />
        ) : null}
      </td>
      <td className={`c-d r ${changeTones[row.mark]}`}>
        {row.change}
        {row.beyondChance === null || row.change === null ? null : (
          <span className="per">{row.beyondChance ? 'beyond chance' : 'may be chance'}</span>
        )}
      </td>
      <td className="c-g">
        <Gap row={row} forAll={forAll} />
      </td>
    </tr>
  );
}

function Fact({ fact }: { fact: FactOf | null }) {
  if (!fact) return <span className="soft">–</span>;
  return (
    <>
      {fact.words} <span className="per">{fact.label}</span>
    </>
  );
}

function Gap({ row: { gap, hasTeam }, forAll }: { row: BoardRow; forAll: boolean }) {
  if (!gap) {
    return (
      <span className="gap">
        <Wedge status={null} />
        <span className="soft">Not enough data</span>
      </span>
    );
  }
  return (
    <span className="gap">
      {/* A gap that closed for a bad reason is drawn without the colour of good news. */}
      <Wedge status={gap.status === 'closing' && gap.tone !== 'better' ? 'flat' : gap.status} />
      <span>
        {gap.word ? <b className={tones[gap.tone]}>{gap.word}</b> : null}{' '}
        {gap.before === null ? null : (
          <>
            {gap.before}
            <To />
          </>
        )}
        {gap.before === null ? `${gap.now} now` : gap.now} <i>by {gap.dimension.toLowerCase()}</i>
        <span className="per">
          {withoutWord(gap.verdict)}
          {gap.status === 'widening' && !hasTeam && !forAll ? ' No team yet.' : null}
        </span>
      </span>
    </span>
  );
}

/** The verdict's sentence where its first word stands above it already. */
function withoutWord(verdict: string): string {
  const rest = verdict.replace(/^(Unclear|Reversed): /, '');
  return rest.charAt(0).toUpperCase() + rest.slice(1);
}

function To() {
  return (
    <svg className="to" width="17" height="9" viewBox="0 0 17 9" role="img" aria-label="to">
      <path d="M0 4.5h15M11.5 1l4 3.5-4 3.5" />
    </svg>
  );
}
