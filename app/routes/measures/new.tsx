import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireTeam } from '~/access/gate.server';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { newFormKey, once, sentKey } from '~/http/once.server';
import { defineMeasure } from '~/measures/commands.server';
import { measureForm } from '~/measures/forms';
import { MeasureSheet } from '~/measures/measure-sheet';
import { paths } from '~/paths';
import { Page, Row } from '~/ui/page';

export const meta: MetaFunction = () => [{ title: 'Add a measure · Upcurve' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireTeam(request, params, 'write measures');
  return { team: { id: access.teamId, name: access.teamName }, formKey: newFormKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireTeam(request, params, 'write measures');
  return submit(request, measureForm, async (fields, form) => {
    const { place } = await once(access.person.id, sentKey(form), async () =>
      paths.measure(access.teamId, await defineMeasure(access, fields)),
    );
    return redirectSaying(place, 'The measure was added.');
  });
}

export default function NewMeasure() {
  const { team, formKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Page
      title="Add a measure"
      crumbs={[
        { href: paths.teams(), label: 'Teams' },
        { href: paths.team(team.id), label: team.name },
      ]}
    >
      <Row
        id="about"
        title="About it"
        note="Four answers are enough to start"
        side={
          <>
            <h2 className="sideh">Three to eight measures</h2>
            <p className="small soft">
              Most teams keep one or two outcomes, a few processes, and at least one balancing measure that
              shows what may get worse meanwhile.
            </p>
          </>
        }
      >
        <input type="hidden" name="formKey" value={formKey} form="measure-form" autoComplete="off" />
        <MeasureSheet answer={answer} saveWords="Add the measure" />
      </Row>
    </Page>
  );
}
