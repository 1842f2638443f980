import type { WrittenStretch } from './asked-days';

/** The two ends of a stretch of time, in a form that asks by address. */
export function StretchFields({
  names,
  labels,
  value,
}: {
  names: { from: string; to: string };
  labels: { from: string; to: string };
  value: WrittenStretch;
}) {
  return (['from', 'to'] as const).map((end) => {
    const [id, problem] = [`asked-${names[end]}`, value.problems[end]];
    return (
      <div key={end} className="field">
        <label htmlFor={id}>{labels[end]}</label>
        <input
          key={value[end]}
          className="in date"
          type="date"
          id={id}
          name={names[end]}
          defaultValue={value[end]}
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem ? `${id}-error` : undefined}
        />
        {problem ? (
          <span className="err" id={`${id}-error`}>
            {problem}
          </span>
        ) : null}
      </div>
    );
  });
}
