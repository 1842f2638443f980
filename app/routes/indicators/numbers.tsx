import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { requireIndicator } from '~/access/gate.server';
import { redirectSaying } from '~/http/flash.server';
import { readForm } from '~/http/form.server';
import type { ShownRow } from '~/indicators/grid';
import { readNumbers, saveNumbers } from '~/indicators/grid.server';
import { NumbersGrid } from '~/indicators/numbers-grid';
import { periodLabel } from '~/indicators/periods';
import { paths } from '~/paths';
import { Page, Row } from '~/ui/page';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `Numbers of ${page?.indicator.name ?? 'an indicator'} · Upcurve` },
];

/** After a refusal too: the splits and their groups may be others by then. */
export const shouldRevalidate = () => true;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireIndicator(request, params, 'manage indicators');
  return readNumbers(access, new URL(request.url).searchParams);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireIndicator(request, params, 'manage indicators');
  const form = await readForm(request);
  const { reading, said, page } = await saveNumbers(access, form);
  if (reading.refused.length > 0 || page.wrongPeriod !== null) {
    const source = String(form.get('source') ?? '');
    const { refused: rows, gone } = reading;
    return data({ rows, gone, wrongPeriod: page.wrongPeriod, source }, { status: 422 });
  }
  const place = paths.indicatorNumbers(access.indicatorId, page.period.key, page.split?.id);
  return redirectSaying(place, said === null ? 'Nothing was changed.' : `Saved: ${said}.`);
}

export default function Numbers() {
  const { indicator, period, periods, split, splits, rows, wrongPeriod } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const shown: readonly ShownRow[] = answer && answer.rows.length > 0 ? answer.rows : rows;
  const wrong = answer?.wrongPeriod ?? wrongPeriod;
  const unitWords =
    indicator.unit === 'percent' ? ' Counts are better than percentages: only they tell chance.' : '';
  return (
    <Page
      title={`Numbers of “${indicator.name}”`}
      crumbs={[
        { href: paths.indicators(), label: 'Indicators' },
        { href: paths.indicator(indicator.id), label: indicator.name },
      ]}
      meta={`Type them in, or bring a file.${unitWords}`}
      actions={
        <a className="btn line" href={paths.bringFile(indicator.id)}>
          Bring a file
        </a>
      }
    >
      <Row id="which" title="Which numbers">
        <Form method="get" className="which">
          <div className="field">
            <label htmlFor="period">Period</label>
            {wrong ? (
              <span className="err" id="period-error">
                “{wrong.slice(0, 40)}” is no period of this indicator. Write it like{' '}
                {indicator.periodKind === 'year' ? '2025' : '2025-26'}.
              </span>
            ) : null}
            <input
              className="in"
              id="period"
              name="period"
              list="periods"
              defaultValue={period.key}
              key={period.key}
              aria-describedby={wrong ? 'period-error' : undefined}
              autoComplete="off"
            />
            <datalist id="periods">
              {periods.map((key) => (
                <option key={key} value={key}>
                  {periodLabel(key)}
                </option>
              ))}
            </datalist>
          </div>
          {splits.length > 0 ? (
            <div className="field">
              <label htmlFor="split">Groups</label>
              <span className="select">
                <select className="in" id="split" name="split" defaultValue={split?.id ?? ''} key={split?.id}>
                  {splits.map(({ id, name, groups, filled }) => (
                    <option key={id} value={id}>
                      {name} ({filled} of {groups} filled)
                    </option>
                  ))}
                </select>
              </span>
            </div>
          ) : null}
          <div className="btns">
            <button type="submit" className="btn line">
              Show
            </button>
          </div>
        </Form>
      </Row>
      <Row id="figures" title={period.label} note="Empty rows are not kept" wide>
        <NumbersGrid
          key={`${period.key} ${split?.id} ${shown.map(({ typed }) => typed.was).join()}`}
          unit={indicator.unit}
          rows={shown}
          period={period}
          splitId={split?.id ?? null}
          source={answer?.source ?? ''}
          gone={answer?.gone ?? []}
        />
      </Row>
      <Row id="how" title="How to fill it in">
        <ul className="plain">
          <li>“Held back” is a number that its publisher does not show, often a star (*). It is no zero.</li>
          <li>A group with nobody in it: 0 out of 0.</li>
          <li>The margin of error is the 90% one that the Census prints (±).</li>
          <li>To take a number out, empty its row.</li>
          <li>
            A group is missing? <a href={paths.indicatorGroups()}>Add it to the splits</a>.
          </li>
        </ul>
      </Row>
    </Page>
  );
}
