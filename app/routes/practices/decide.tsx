import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requirePractice } from '~/access/gate.server';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { paths } from '~/paths';
import { decidePractice, decisionsOfPractice } from '~/practices/decide.server';
import { DecideSheet } from '~/practices/decide-sheet';
import { DecisionList } from '~/practices/decision-list';
import { decideForm } from '~/practices/forms';
import { findPractice } from '~/practices/queries.server';
import { Page, Row } from '~/ui/page';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Decide on ${data?.practice.name ?? 'a practice'} · Upcurve` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requirePractice(request, params, 'manage practices');
  const [practice, decisions] = await Promise.all([findPractice(access), decisionsOfPractice(access)]);
  return { practice, decisions, timeZone: access.community.timeZone, today: access.today };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requirePractice(request, params, 'manage practices');
  return submit(request, decideForm, async (fields) => {
    await decidePractice(access, fields, null);
    return redirectSaying(paths.practice(access.practiceId), 'The decision is kept, with your reason.');
  });
}

export default function DecideOnPractice() {
  const { practice, decisions, timeZone, today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Page
      title="Spread, study or stop?"
      crumbs={[
        { href: paths.practices(), label: 'Practices' },
        { href: paths.practice(practice.id), label: practice.name },
      ]}
      meta={practice.name}
    >
      <Row
        id="decide"
        title="Your decision"
        side={
          <>
            <h2 className="sideh">Beside the rules</h2>
            <p className="small soft">
              What you decide stands beside what the rules say and changes none of it, but for one: a stop
              puts the practice under Stopped until you decide otherwise.
            </p>
          </>
        }
      >
        <DecideSheet answer={answer} values={{}} />
      </Row>
      {decisions.length > 0 ? (
        <Row id="before" title="Decided before">
          <DecisionList decisions={decisions} today={today} timeZone={timeZone} />
        </Row>
      ) : null}
    </Page>
  );
}
