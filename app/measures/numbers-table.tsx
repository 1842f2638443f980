import { hiddenWords } from './masking';
import { hasTwoNumbers, type Measure } from './measure';
import { periodLabel } from './periods';
import { figuresWords, type SeriesPoint, shownValue, unitOf, valueWords } from './series';

/** The newest numbers, newest first, for those who read them. */
export function NumbersTable({ measure, points }: { measure: Measure; points: SeriesPoint[] }) {
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
        </tr>
      </thead>
      <tbody>
        {points.map((point) => {
          const value = shownValue(measure, point);
          const aside = ['Set aside', point.ghostReason].filter(Boolean).join(': ');
          const note = [point.note, point.ghostedAt ? aside : ''].filter(Boolean).join('. ');
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
              <td className="r num">
                {value === null ? hiddenWords(point) || 'No number' : valueWords(value, unit)}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
