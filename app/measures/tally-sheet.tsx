import { useEffect, useState } from 'react';
import { paths } from '~/paths';
import { plural } from '~/ui/words';
import type { GridMeasure } from './grid';
import type { TapCount } from './taps';
import { useTaps } from './use-taps';

/** Counting during a session: large buttons, the count in view, nothing to type. */
export function TallySheet({
  teamId,
  measure,
  period,
  group,
  count,
}: {
  teamId: string;
  measure: GridMeasure;
  period: string;
  group: string;
  count: TapCount;
}) {
  const [isAlive, setAlive] = useState(false);
  useEffect(() => setAlive(true), []);
  const { shown, told, tap } = useTaps(paths.countOn(teamId, measure.id), { period, group }, count);
  const isShare = shown.no !== null;
  const all = shown.yes + (shown.no ?? 0);
  return (
    <form
      method="post"
      className="tally"
      onSubmit={(event) => {
        const { submitter } = event.nativeEvent as SubmitEvent;
        if (!isAlive || !(submitter instanceof HTMLButtonElement)) return;
        event.preventDefault();
        tap(submitter.name as 'yes' | 'no', Number(submitter.value));
      }}
    >
      <input type="hidden" name="period" value={period} />
      <input type="hidden" name="group" value={group} />
      <p className="tally-now" role="status">
        <b>{shown.yes.toLocaleString('en-US')}</b>
        {isShare ? ` of ${all.toLocaleString('en-US')}` : ` ${measure.unit}`}
        {isShare && all > 0 ? <span>{Math.round((100 * shown.yes) / all)}%</span> : null}
      </p>
      {isShare && measure.numeratorWords ? (
        <p className="hint">
          Yes: {measure.numeratorWords}.{' '}
          {measure.denominatorWords ? `Out of: ${measure.denominatorWords}.` : ''}
        </p>
      ) : null}
      <div className="taps">
        <button type="submit" name="yes" value="1" className="btn">
          {isShare ? 'Yes +1' : '+1'}
        </button>
        {isShare ? (
          <button type="submit" name="no" value="1" className="btn line">
            No +1
          </button>
        ) : null}
      </div>
      <div className="btns">
        <button type="submit" name="yes" value="-1" className="btn text" disabled={isAlive && shown.yes < 1}>
          Take back one{isShare ? ' yes' : ''}
        </button>
        {isShare ? (
          <button
            type="submit"
            name="no"
            value="-1"
            className="btn text"
            disabled={isAlive && (shown.no ?? 0) < 1}
          >
            Take back one no
          </button>
        ) : null}
      </div>
      <p className="hint">{told.words || `Each tap is saved. ${plural(all, 'tap')} so far.`}</p>
    </form>
  );
}
