import { useSearchParams } from '@remix-run/react';
import { type ChartKind, chartKindWords } from '#db/vocabulary';
import { Icon } from '~/ui/icons';
import { DeedButton } from '~/ui/sheet';
import type { AskedChart } from './asked-chart';
import type { ChartOffer } from './chart-offer';

/** The same page with another chart; what else its address says stays. */
function useChartAddress() {
  const [params] = useSearchParams();
  return (chart: AskedChart) => {
    const next = new URLSearchParams(params);
    next.set('chart', chart);
    return `?${next}#chart-row`;
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
export function ChartList({
  kind,
  offer,
  own,
  chooseAction,
}: {
  kind: ChartKind;
  offer: ChartOffer;
  /** What the page opens with. */
  own: ChartKind;
  /** Where the choice of it is sent; null for those who may not choose. */
  chooseAction: string | null;
}) {
  const addressOf = useChartAddress();
  return (
    <details className="more">
      <summary>
        Which charts fit these numbers <Icon name="down" size={16} />
      </summary>
      {offer.control && !offer.isRare ? (
        <p className="small soft">
          The numbers ask for the {chartKindWords[offer.control].replace(/:.*/, '')}. {offer.reason}{' '}
          {offer.standingReason}
        </p>
      ) : null}
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
              {option.kind === own ? ' The page opens with it.' : ''}
              {option.isAllowed && option.kind !== own && chooseAction ? (
                <DeedButton action={chooseAction} kind="text" values={{ kind: option.kind }}>
                  Open the page with it<span className="vh">: {chartKindWords[option.kind]}</span>
                </DeedButton>
              ) : null}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
