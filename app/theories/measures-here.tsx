import { Form } from '@remix-run/react';
import { Mark } from '~/charts/mark';
import { paths } from '~/paths';
import type { Option } from '~/ui/form-fields';
import { DeedButton } from '~/ui/sheet';
import type { ShownMeasure } from './view';

/** The measures that hang on a part of the theory, each with what its chart says. */
export function SaidMeasures({ measures }: { measures: ShownMeasure[] }) {
  if (measures.length === 0) return null;
  return (
    <ul className="said">
      {measures.map((measure) => (
        <li key={measure.hungId}>
          <Said measure={measure} />
        </li>
      ))}
    </ul>
  );
}

function Said({ measure }: { measure: ShownMeasure }) {
  return (
    <span className={`verdict small ${measure.verdict}`}>
      <Mark verdict={measure.verdict} />
      <span>
        <a href={measure.href}>{measure.name}</a>:{' '}
        {measure.word.charAt(0).toLowerCase() + measure.word.slice(1)}
      </span>
    </span>
  );
}

/** The same, to be changed: taken off, and hung here. */
export function MeasuresHere({
  teamId,
  measures,
  choices,
  on,
  mayWrite,
}: {
  teamId: string;
  measures: ShownMeasure[];
  /** The team's measures. */
  choices: Option[];
  on: { driver: string } | { idea: string } | undefined;
  mayWrite: boolean;
}) {
  const here = new Set(measures.map(({ id }) => id));
  const left = choices.filter(({ value }) => !here.has(value));
  return (
    <div className="stack">
      {measures.length === 0 ? <p className="soft">No measure is here yet.</p> : null}
      {measures.length > 0 ? (
        <ul className="rows">
          {measures.map((measure) => (
            <li key={measure.hungId}>
              <Said measure={measure} />
              {mayWrite ? (
                <DeedButton
                  action={paths.takeMeasureOff(teamId)}
                  kind="text"
                  values={{ hungId: measure.hungId }}
                >
                  Take off<span className="vh"> {measure.name}</span>
                </DeedButton>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
      {mayWrite ? <HangForm teamId={teamId} on={on} choices={left} /> : null}
    </div>
  );
}

/** A choice and a button: hangs a measure on a part of the theory. */
export function HangForm({
  teamId,
  on,
  choices,
  about = '',
  back,
}: {
  teamId: string;
  on: { driver: string } | { idea: string } | undefined;
  choices: Option[];
  /** On what, for readers who do not see where the form stands. */
  about?: string;
  /** Where it leads back to, when not to the page of that part. */
  back?: 'theory';
}) {
  if (choices.length === 0) {
    return (
      <p className="btns">
        <a className="btn line" href={paths.newMeasure(teamId)}>
          Add a measure<span className="vh">{about}</span>
        </a>
      </p>
    );
  }
  const id = `hang${Object.values(on ?? { aim: 'aim' })[0]}`;
  return (
    <Form method="post" action={paths.hangMeasure(teamId, on)} className="inline one" preventScrollReset>
      {Object.entries(on ?? {}).map(([kind, value]) => (
        <input key={kind} type="hidden" name={`${kind}Id`} value={value} />
      ))}
      {back ? <input type="hidden" name="back" value={back} /> : null}
      <div className="field">
        <label htmlFor={id}>
          Measure<span className="vh">{about}</span>
        </label>
        <span className="select">
          <select className="in" id={id} name="measureId" defaultValue="">
            <option value="">Choose a measure</option>
            {choices.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </span>
      </div>
      <button type="submit" className="btn line">
        Add it here<span className="vh">{about}</span>
      </button>
    </Form>
  );
}
