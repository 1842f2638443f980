import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { transaction } from '#db/client.server';
import { requirePractice } from '~/access/gate.server';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { paths } from '~/paths';
import { mergeForm } from '~/practices/forms';
import { mergePractice, practicesToMergeInto } from '~/practices/merge.server';
import { MergeSheet } from '~/practices/merge-sheet';
import { findPractice } from '~/practices/queries.server';
import { moveStories } from '~/stories/commands.server';
import { moveUses } from '~/theories/commands.server';
import { Page, Row } from '~/ui/page';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Merge ${data?.practice.name ?? 'practice'} · Upcurve` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requirePractice(request, params, 'manage practices');
  const [practice, others] = await Promise.all([findPractice(access), practicesToMergeInto(access)]);
  return { practice, others: others.map(({ id, name }) => ({ value: id, label: name })) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requirePractice(request, params, 'manage practices');
  return submit(request, mergeForm, async (fields) => {
    await transaction(async () => {
      const ideaIds = await moveUses(access, access.practiceId, fields.intoId);
      await moveStories(access, access.practiceId, fields.intoId);
      await mergePractice(access, fields, ideaIds);
    });
    return redirectSaying(
      paths.practice(fields.intoId),
      'The two are one practice now, with all uses of both.',
    );
  });
}

export default function MergePractice() {
  const { practice, others } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Page
      title="Merge two practices"
      crumbs={[
        { href: paths.practices(), label: 'Practices' },
        { href: paths.practice(practice.id), label: practice.name },
      ]}
      meta={`“${practice.name}” is the same as another practice of your library.`}
    >
      <Row
        id="merge"
        title="Where it goes"
        side={
          <>
            <h2 className="sideh">What is kept</h2>
            <p className="small soft">
              Every change idea and cycle of this practice becomes one of the other, and the evidence of both
              is counted together: a team that used both has one vote.
            </p>
            <p className="small soft">
              This page stays, with its words, its decisions and its history, and leads to the other. The
              merge stands in the history of both.
            </p>
          </>
        }
      >
        {others.length === 0 ? (
          <p className="lead">There is no other practice in your library.</p>
        ) : (
          <MergeSheet answer={answer} practices={others} />
        )}
      </Row>
    </Page>
  );
}
