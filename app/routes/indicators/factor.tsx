import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireIndicator } from '~/access/gate.server';
import { HistoryList } from '~/history/history-list';
import { thingHistory } from '~/history/queries.server';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { shownIn } from '~/http/meanwhile';
import { FactorDrivers, FactorVotes } from '~/indicators/factor-list';
import { findFactor, ownTeams, rewriteFactor } from '~/indicators/factors.server';
import { findIndicator } from '~/indicators/queries.server';
import { factorForm } from '~/indicators/story-forms';
import { FactorSheet } from '~/indicators/story-sheets';
import { WrittenBy } from '~/indicators/written-by';
import { paths } from '~/paths';
import { useSavedRound } from '~/ui/form-round';
import { Page, Row } from '~/ui/page';
import { DeedButton } from '~/ui/sheet';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.factor.name ?? 'Root cause'} · Upcurve` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireIndicator(request, params);
  const factor = await findFactor(access, params.factorId);
  const [{ id, name }, teams, lines] = await Promise.all([
    findIndicator(access),
    ownTeams(access),
    thingHistory(access, factor.id),
  ]);
  const { timeZone } = access.community;
  const isOpen = !access.indicatorIsArchived;
  return {
    ...{ indicator: { id, name }, factor, lines, timeZone },
    teams: isOpen ? teams : [],
    mayWrite: isOpen && access.may('write stories'),
    mayVote: isOpen && access.may('vote'),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireIndicator(request, params, 'write stories');
  const { id } = await findFactor(access, params.factorId);
  return submit(request, factorForm, async (fields, form) => {
    await rewriteFactor(access, id, fields, shownIn(form));
    return redirectSaying(paths.factor(access.indicatorId, id), 'Saved.');
  });
}

export default function FactorPage() {
  const { indicator, factor, teams, lines, timeZone, mayWrite, mayVote } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const round = useSavedRound(answer);
  const isAway = factor.archivedAt !== null;
  const without = teams.filter((team) => !factor.drivers.some((driver) => driver.teamId === team.id));
  return (
    <Page
      title={factor.name}
      crumbs={[
        { href: paths.indicators(), label: 'Indicators' },
        { href: paths.indicator(indicator.id), label: indicator.name },
      ]}
      meta="A root cause that is said to hold the number where it is."
    >
      {isAway ? (
        <div className="banner">
          <p>This root cause was taken off the list.</p>
          {mayWrite ? (
            <DeedButton action={paths.factorAway(indicator.id, factor.id)} values={{ isAway: 'no' }}>
              Put it back
            </DeedButton>
          ) : null}
        </div>
      ) : null}
      <Row id="evidence-now" title="What speaks for it">
        <div className="stack">
          <p className={factor.evidence ? 'ans lines' : 'soft'}>
            {factor.evidence || 'Nobody has written yet what speaks for it.'}
          </p>
          <p className="hint">
            <WrittenBy who={factor.who} at={factor.at} timeZone={timeZone} />
          </p>
        </div>
      </Row>
      {isAway ? null : (
        <Row id="votes" title="Votes" note="Everyone in the community has one">
          <FactorVotes factor={factor} indicatorId={indicator.id} mayVote={mayVote} />
        </Row>
      )}
      <Row id="drivers" title="In a team’s theory">
        <div className="stack">
          {factor.drivers.length === 0 ? (
            <p className="soft">No team has made it a driver yet.</p>
          ) : (
            <FactorDrivers factor={factor} />
          )}
          {isAway
            ? null
            : without.map((team) => (
                <p key={team.id} className="btns">
                  <a className="btn line" href={paths.driverFromFactor(team.id, factor.id)}>
                    Make it a driver of {team.name}
                  </a>
                </p>
              ))}
        </div>
      </Row>
      {mayWrite && !isAway ? (
        <Row id="change" title="Change it">
          <div className="stack">
            <FactorSheet
              key={round}
              answer={answer}
              values={{ name: factor.name, evidence: factor.evidence }}
            />
            <DeedButton
              action={paths.factorAway(indicator.id, factor.id)}
              kind="text"
              values={{ isAway: 'yes' }}
            >
              Take this root cause off the list
            </DeedButton>
          </div>
        </Row>
      ) : null}
      <Row id="history" title="History">
        <HistoryList lines={lines} timeZone={timeZone} />
      </Row>
    </Page>
  );
}
