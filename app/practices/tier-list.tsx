import { Strip } from '~/charts/strip';
import { paths } from '~/paths';
import { plural } from '~/ui/words';
import { shortDecisionWords } from './decision-list';
import type { PracticeRow } from './practice-lists';
import { tierMeanings, tiers } from './tiers';
import { markOf, percentWords } from './vote-words';

/** Practices under their tiers: from what is known best to what is only an idea. */
export function TierList({ rows }: { rows: readonly PracticeRow[] }) {
  const order = [...tiers.filter((tier) => tier !== 'Stopped'), 'Stopped' as const];
  return (
    <div className="stack">
      {order.map((tier) => {
        const own = rows.filter((row) => row.tier === tier);
        if (own.length === 0) return null;
        return (
          <section key={tier} className="tier" aria-labelledby={`tier-${tier}`}>
            <h3 id={`tier-${tier}`}>
              {tier} <span className="soft">{plural(own.length, 'practice')}</span>
            </h3>
            <p className="hint">{tierMeanings[tier]}</p>
            <ul className="tier-rows">
              {own.map((row) => (
                <li key={row.id}>
                  <a href={paths.practice(row.id)}>{row.name}</a>
                  {row.votes.length > 0 ? <Strip verdicts={row.votes.map((vote) => markOf[vote])} /> : null}
                  <span>
                    {row.counted > 0 && row.p10 !== null && row.p90 !== null
                      ? `${row.improved} of ${plural(row.counted, 'team')} improved, ${percentWords(row.p10)} to ${percentWords(row.p90)}.`
                      : 'No team can tell yet.'}
                    {row.hasWidenedGap ? <b className="t-worse"> Widened a gap.</b> : null}
                    {tier === 'Stopped' && row.leadersSay !== 'stop' ? ' Every team gave it up.' : ''}
                    {row.leadersSay ? ` Leaders: ${shortDecisionWords[row.leadersSay].toLowerCase()}.` : ''}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}
