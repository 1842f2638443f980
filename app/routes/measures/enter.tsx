import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireTeam } from '~/access/gate.server';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { enterPoint } from '~/measures/commands.server';
import { enteredWords, openPoint } from '~/measures/entry';
import { pointForm } from '~/measures/forms';
import { PointSheet } from '~/measures/point-sheet';
import { findMeasure, readSeries } from '~/measures/queries.server';
import { paths } from '~/paths';
import { dayWithYear } from '~/ui/dates';
import { Page, Row } from '~/ui/page';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Enter ${data?.measure.name ?? 'a number'} · Upcurve` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireTeam(request, params, 'write measures');
  const measure = await findMeasure(access, params.measureId);
  const points = await readSeries(access, measure.id);
  const asked = new URL(request.url).searchParams.get('period');
  return {
    measure,
    team: { id: access.teamId, name: access.teamName },
    today: access.today,
    open: openPoint(measure, points, access.today, access.community, asked),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireTeam(request, params, 'write measures');
  const { id } = await findMeasure(access, params.measureId);
  return submit(request, pointForm, async ({ after, ...fields }) => {
    const entered = await enterPoint(access, id, fields);
    const to = after === 'next' ? paths.enterPoint(access.teamId, id) : paths.measure(access.teamId, id);
    return redirectSaying(to, enteredWords(entered));
  });
}

export default function EnterNumber() {
  const { measure, team, today, open } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Page
      title={open.title}
      crumbs={[
        { href: paths.teams(), label: 'Teams' },
        { href: paths.team(team.id), label: team.name },
        { href: paths.measure(team.id, measure.id), label: measure.name },
      ]}
      meta={measure.name}
    >
      <Row
        id="number"
        title="The number"
        note={open.due}
        side={
          <div className="stack-l">
            <div>
              <h2 className="sideh">Many at once?</h2>
              <p className="small soft">
                <a href={paths.pastePoints(team.id, measure.id)}>Paste them from a spreadsheet</a>, or{' '}
                <a href={paths.bringSeries(team.id, measure.id)}>bring a file</a>. You see what changes before
                it is saved.
              </p>
            </div>
            {measure.definition ? (
              <div>
                <h2 className="sideh">How we count it</h2>
                <p className="small soft lines">{measure.definition}</p>
              </div>
            ) : null}
          </div>
        }
      >
        <PointSheet
          key={open.values.period}
          answer={answer}
          measure={measure}
          values={open.values}
          today={dayWithYear(today)}
        />
      </Row>
    </Page>
  );
}
