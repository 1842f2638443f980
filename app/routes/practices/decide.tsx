import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import type { RulesSaid } from '#db/schema/practices';
import { type PracticeAccess, requirePractice } from '~/access/gate.server';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { paths } from '~/paths';
import { decidePractice, decisionsOfPractice } from '~/practices/decide.server';
import { DecideSheet } from '~/practices/decide-sheet';
import { DecisionList } from '~/practices/decision-list';
import { decideForm } from '~/practices/forms';
import { findPractice } from '~/practices/queries.server';
import { rulesSentence } from '~/practices/vote-words';
import { Page, Row } from '~/ui/page';
import { evidenceOfPractice } from './read-evidence.server';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Decide on ${data?.practice.name ?? 'a practice'} · Upcurve` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requirePractice(request, params, 'manage practices');
  const rules = await rulesOn(access);
  const [practice, decisions] = await Promise.all([findPractice(access), decisionsOfPractice(access)]);
  const [now] = decisions;
  return {
    practice,
    decisions,
    // What holds today is changed, not written again from nothing.
    values: now ? { decision: now.decision, reason: now.reason, reviewOn: now.reviewOn } : {},
    rules,
    timeZone: access.community.timeZone,
    today: access.today,
  };
}

/** What the rules say today, to be kept beside the decision. */
async function rulesOn(access: PracticeAccess): Promise<RulesSaid | null> {
  const evidence = (await evidenceOfPractice(access))?.evidence;
  return evidence ? { tier: evidence.tier, list: evidence.list, sentence: rulesSentence(evidence) } : null;
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requirePractice(request, params, 'manage practices');
  return submit(request, decideForm, async (fields) => {
    await decidePractice(access, fields, await rulesOn(access));
    return redirectSaying(paths.practice(access.practiceId), 'The decision is kept, with your reason.');
  });
}

export default function DecideOnPractice() {
  const { practice, decisions, values, rules, timeZone, today } = useLoaderData<typeof loader>();
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
            <h2 className="sideh">What the rules say today</h2>
            <p className="small">{rules?.sentence ?? 'Nothing yet.'}</p>
            <p className="small soft">
              What you decide stands beside what the rules say and changes none of it, but for one: a stop
              puts the practice under Stopped until you decide otherwise.
            </p>
          </>
        }
      >
        <DecideSheet answer={answer} values={values} />
      </Row>
      {decisions.length > 0 ? (
        <Row id="before" title="Decided before">
          <DecisionList decisions={decisions} today={today} timeZone={timeZone} />
        </Row>
      ) : null}
    </Page>
  );
}
