import { formatValue } from '~/charts/figures';
import { VerdictLine } from '~/charts/mark';
import type { Unit } from '~/charts/run-chart-data';
import type { Overall } from './reading';
import { verdictOfStatus } from './sentences';

/** Where it stood, where it stands, and where it should be. */
export function Facts({
  overall,
  target,
  targetLabel,
}: {
  overall: Pick<Overall, 'baseline' | 'latest' | 'sentence' | 'movement' | 'unit'>;
  target: number | null;
  targetLabel: string | null;
}) {
  const { baseline, latest, sentence, movement, unit } = overall;
  if (!latest && target === null) return null;
  const isLater = latest !== null && baseline !== null && baseline.index < latest.index;
  return (
    <section className="facts" aria-label="Summary">
      <dl>
        {isLater ? <Fact term={baseline.label} value={baseline.value} unit={unit} /> : null}
        {latest ? <Fact term={latest.label} value={latest.value} unit={unit} big /> : null}
        {target === null ? null : (
          <Fact term={targetLabel ? `Target for ${targetLabel}` : 'Target'} value={target} unit={unit} />
        )}
      </dl>
      {latest ? null : <p className="soft">No figure for everyone yet.</p>}
      {isLater ? <VerdictLine verdict={verdictOfStatus(movement.status)}>{sentence}</VerdictLine> : null}
    </section>
  );
}

function Fact({
  term,
  value,
  unit,
  big = false,
}: {
  term: string;
  value: number;
  unit: Unit;
  big?: boolean;
}) {
  const words = formatValue(value, unit, {
    brief: big,
    decimals: Number.isInteger(value) ? 0 : unit.decimals,
  });
  return (
    <div className={big ? 'big' : undefined}>
      <dt>{term}</dt>
      <dd className="num">{words}</dd>
    </div>
  );
}
