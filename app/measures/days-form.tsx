import { useSearchParams } from '@remix-run/react';
import { Icon } from '~/ui/icons';
import type { AskedDays, Stretch } from './asked-days';
import { StretchFields } from './stretch-fields';

/** Which days the chart shows, by address, so that a stretch can be sent to somebody. It works without script. */
export function DaysForm({
  asked,
  choices,
}: {
  asked: AskedDays;
  choices: readonly (Stretch & { words: string })[];
}) {
  const [params] = useSearchParams();
  const isAsked = asked.from !== '' || asked.to !== '';
  const chart = params.get('chart');
  const addressOf = (stretch: Stretch | null) => {
    const next = new URLSearchParams(params);
    for (const end of ['from', 'to'] as const) {
      if (stretch) next.set(end, stretch[end]);
      else next.delete(end);
    }
    return `?${next}#chart-row`;
  };
  return (
    <details className="more" open={isAsked}>
      <summary>
        Show other days <Icon name="down" size={16} />
      </summary>
      <div className="stack">
        <form method="get" action="#chart-row" className="inline" aria-label="Days that the chart shows">
          {chart ? <input type="hidden" name="chart" value={chart} /> : null}
          <StretchFields
            names={{ from: 'from', to: 'to' }}
            labels={{ from: 'From which day?', to: 'Through which day?' }}
            value={asked}
          />
          <button type="submit" className="btn line">
            Show these days
          </button>
        </form>
        <nav className="seg" aria-label="Days at one click">
          {choices.map(({ words, ...stretch }) => (
            <a
              key={words}
              href={addressOf(stretch)}
              aria-current={asked.from === stretch.from && asked.to === stretch.to ? 'true' : undefined}
            >
              {words}
            </a>
          ))}
          <a href={addressOf(null)} aria-current={isAsked ? undefined : 'true'}>
            All
          </a>
        </nav>
      </div>
    </details>
  );
}
