import { paths } from '~/paths';
import { hasTwoNumbers, type Measure } from './measure';
import { periodLabel } from './periods';
import { figuresWords, type SeriesPoint, shownValue, unitOf, valueWords } from './series';

/** The newest numbers, newest first, each with its way to correct it. */
export function NumbersTable({
  teamId,
  measure,
  points,
  mayWrite,
}: {
  teamId: string;
  measure: Measure;
  points: SeriesPoint[];
  mayWrite: boolean;
}) {
  const unit = unitOf(
    measure,
    points.map((point) => shownValue(measure, point)),
  );
  const two = hasTwoNumbers(measure.kind);
  return (
    <table className="tbl">
      <thead>
        <tr>
          <th scope="col">Period</th>
          {two ? (
            <th scope="col" className="r">
              Counted
            </th>
          ) : null}
          <th scope="col" className="r">
            {measure.kind === 'proportion' ? 'Percent' : 'Number'}
          </th>
          {mayWrite ? (
            <th scope="col">
              <span className="vh">Correct it</span>
            </th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {points.map((point) => {
          const value = shownValue(measure, point);
          const note = [point.note, point.ghostedAt ? `Set aside: ${point.ghostReason}` : '']
            .filter(Boolean)
            .join('. ');
          const label = periodLabel(point.periodStart, measure.frequency);
          return (
            <tr key={point.id}>
              <th scope="row">
                {label}
                {note ? <p className="hint">{note}</p> : null}
              </th>
              {two ? (
                <td className="r">{point.numerator === null ? '' : figuresWords(measure, point)}</td>
              ) : null}
              <td className="r num">{value === null ? 'No number' : valueWords(value, unit)}</td>
              {mayWrite ? (
                <td className="r">
                  <a href={`${paths.enterPoint(teamId, measure.id)}?period=${point.periodStart}`}>
                    Edit<span className="vh"> {label}</span>
                  </a>
                </td>
              ) : null}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
