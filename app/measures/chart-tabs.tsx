import { useSearchParams } from '@remix-run/react';
import { type ChartKind, chartKindWords } from '#db/vocabulary';
import { Icon } from '~/ui/icons';
import type { AskedChart } from './asked-chart';
import type { ChartOffer } from './chart-offer';

/** The same page with another chart; what else its address says stays. */
function useChartAddress() {
  const [params] = useSearchParams();
  return (chart: AskedChart) => {
    const next = new URLSearchParams(params);
    next.set('chart', chart);
    return `?${next}#chart`;
  };
}

/** Run chart or control chart, by address. No tabs while the numbers allow no limits. */
export function ChartTabs({ kind, offer }: { kind: ChartKind; offer: ChartOffer }) {
  const addressOf = useChartAddress();
  if (offer.control === null) return null;
  const isRun = kind === 'run';
  return (
    <nav className="seg viewseg" aria-label="Chart type">
      <a href={addressOf('run')} aria-current={isRun ? 'true' : undefined}>
        Run chart
      </a>
      <a href={addressOf('control')} aria-current={isRun ? undefined : 'true'}>
        Control chart
      </a>
    </nav>
  );
}

/** Every kind of chart: what it is right for, or why these numbers do not allow it. */
export function ChartList({ kind, offer }: { kind: ChartKind; offer: ChartOffer }) {
  const addressOf = useChartAddress();
  return (
    <details className="more">
      <summary>
        Which charts fit these numbers <Icon name="down" size={16} />
      </summary>
      <dl className="def">
        {offer.options.map((option) => (
          <div key={option.kind}>
            <dt>
              {option.isAllowed && option.kind !== kind ? (
                <a href={addressOf(option.kind)}>{chartKindWords[option.kind]}</a>
              ) : (
                chartKindWords[option.kind]
              )}
            </dt>
            <dd className={option.isAllowed ? undefined : 'soft'}>
              {option.kind === kind ? 'This chart. ' : option.isAllowed ? '' : 'Not for these numbers. '}
              {option.reason}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
