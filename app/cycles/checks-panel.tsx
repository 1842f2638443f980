import { paths } from '~/paths';
import {
  baseRates,
  type CheckAnswer,
  checkKeys,
  checkNames,
  checksWords,
  type Fidelity,
  fidelityWords,
  type Mend,
} from './checks';

const stateWords: Record<CheckAnswer['state'], string> = {
  met: 'Met',
  'not met': 'Not met',
  'not yet': 'Not yet',
};

/** Where the field is that would meet the check. */
export function mendHref(teamId: string, openId: string, mend: Mend): string {
  const { place, field, measureId, cycleId = openId } = mend;
  switch (place) {
    case 'plan':
      return `${paths.planCycle(teamId, cycleId)}#plan-sheet-${field}`;
    case 'do':
      return `${paths.doCycle(teamId, cycleId)}#do-sheet-${field}`;
    case 'study':
      return `${paths.studyCycle(teamId, cycleId)}#study-sheet-${field}`;
    case 'act':
      return `${paths.actCycle(teamId, cycleId)}#act-sheet-${field}`;
    case 'numbers':
      return paths.numbers(teamId, measureId ?? '');
  }
}

/** The seven checks of a cycle, each with its sentence, the published rate, and the field that would meet it. */
export function ChecksPanel({
  teamId,
  cycleId,
  answers,
  mayWrite,
}: {
  teamId: string;
  cycleId: string;
  answers: CheckAnswer[];
  mayWrite: boolean;
}) {
  return (
    <div className="checks">
      <p className="checks-sum">{checksWords(answers)}</p>
      <ul>
        {answers.map(({ key, state, sentence, mend }) => (
          <li key={key} className={`is-${state.replace(' ', '-')}`}>
            <CheckGlyph state={state} />
            <div>
              <p>
                <b>{checkNames[key]}</b> <span className="soft">{stateWords[state]}</span>
              </p>
              <p>
                {sentence}{' '}
                {mayWrite && mend ? <a href={mendHref(teamId, cycleId, mend)}>{mend.words}</a> : null}
              </p>
              {baseRates[key] ? <p className="hint">Elsewhere: {baseRates[key]}.</p> : null}
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A check, a cross or an open ring: the words stand beside it. */
function CheckGlyph({ state }: { state: CheckAnswer['state'] }) {
  return (
    <svg className="dg" width={18} height={18} viewBox="0 0 20 20" aria-hidden="true">
      {state === 'met' ? (
        <>
          <circle cx="10" cy="10" r="9" className="g-fill" />
          <path d="M5.6 10.3l3 3 5.7-6.2" className="g-cut" />
        </>
      ) : state === 'not met' ? (
        <path d="M4.5 4.5l11 11M15.5 4.5l-11 11" className="g-x" />
      ) : (
        <circle cx="10" cy="10" r="7.6" className="g-line" />
      )}
    </svg>
  );
}

export interface CheckedInBrief {
  id: string;
  name: string;
  href: string;
  answers: CheckAnswer[];
}

/** Met ÷ applicable in words, opening to the working: by check, then cycle by cycle. */
export function FidelityWorking({
  fidelity,
  whose,
  cycles,
}: {
  fidelity: Fidelity;
  /** "this team’s", "this practice’s". */
  whose: string;
  /** The finished ones. */
  cycles: CheckedInBrief[];
}) {
  const words = fidelityWords(fidelity, whose);
  if (fidelity.cycles === 0) return <p className="soft">{words}</p>;
  return (
    <details className="more">
      <summary>{words}</summary>
      <p className="hint">
        A test counts once it has a Study and a decision. What does not apply is not counted: the last three
        checks apply from the second cycle of a ramp.
      </p>
      <table className="tbl stacked">
        <caption>By check</caption>
        <thead>
          <tr>
            <th scope="col">Check</th>
            <th scope="col">Met</th>
            <th scope="col">Elsewhere</th>
          </tr>
        </thead>
        <tbody>
          {checkKeys.map((key) => {
            const { met, applicable } = fidelity.byCheck[key];
            return (
              <tr key={key}>
                <th scope="row">{checkNames[key]}</th>
                <td>{applicable === 0 ? 'applies to none' : `${met} of ${applicable}`}</td>
                <td className="soft">{baseRates[key]}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <ul className="rows">
        {cycles.map(({ id, name, href, answers }) => {
          const missed = answers.filter(({ state }) => state === 'not met');
          return (
            <li key={id}>
              <a href={href}>{name}</a>
              <span className="soft">
                {checksWords(answers)}
                {missed.length > 0 ? ` Missing: ${missed.map(({ key }) => checkNames[key]).join('; ')}.` : ''}
              </span>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
