import { paths } from '~/paths';
import { Row } from '~/ui/page';
import { DeedButton } from '~/ui/sheet';
import type { Judged } from './judged';
import type { PhaseProposal } from './proposal';

/** What later numbers are judged against, who said so and why; and the ways to change it. */
export function JudgedRow({
  teamId,
  measureId,
  judged,
  proposal,
  mayWrite,
}: {
  teamId: string;
  measureId: string;
  judged: Judged;
  proposal: PhaseProposal | null;
  mayWrite: boolean;
}) {
  return (
    <Row id="judged" title="Baseline and phases" note="What later numbers are judged against">
      <div className="stack">
        <ul className="rows">
          <li>
            <span>{judged.baseline}</span>
            {mayWrite && judged.phases.length === 0 ? (
              <a href={paths.holdBaseline(teamId, measureId)}>Choose the baseline</a>
            ) : null}
          </li>
          {judged.phases.map(({ id, words }) => (
            <li key={id}>
              <span>{words}</span>
              {mayWrite ? (
                <DeedButton
                  action={paths.takePhaseBack(teamId, measureId)}
                  kind="text"
                  values={{ rebaseId: id }}
                >
                  Take back<span className="vh">: {words}</span>
                </DeedButton>
              ) : null}
            </li>
          ))}
          {judged.aside.map(({ id, words }) => (
            <li key={id}>
              <span>{words}</span>
              {mayWrite ? (
                <DeedButton
                  action={paths.bringBackPoint(teamId, measureId)}
                  kind="text"
                  values={{ pointId: id }}
                >
                  Let it count<span className="vh">: {words}</span>
                </DeedButton>
              ) : null}
            </li>
          ))}
        </ul>
        {mayWrite && proposal ? (
          <p className={proposal.hidesWorsening ? 'callout' : undefined}>{proposal.sentence}</p>
        ) : null}
        {mayWrite ? (
          <div className="btns">
            <a
              className="btn line"
              href={`${paths.startPhase(teamId, measureId)}${proposal ? `?from=${proposal.fromOn}` : ''}`}
            >
              Start a new phase
            </a>
            <a className="btn line" href={paths.setAside(teamId, measureId)}>
              Set a number aside
            </a>
          </div>
        ) : null}
      </div>
    </Row>
  );
}
