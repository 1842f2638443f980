import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { measureTypes } from '#db/vocabulary';
import { requireTeam } from '~/access/gate.server';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { newFormKey, once, sentKey } from '~/http/once.server';
import { defineMeasure } from '~/measures/define.server';
import { measureForm } from '~/measures/definition-form';
import { MeasureSheet, type MeasureValues } from '~/measures/measure-sheet';
import { measuresOfTeam } from '~/measures/queries.server';
import { FromTemplate, TemplateLinks } from '~/measures/template-links';
import { findTemplate, templateValues } from '~/measures/templates';
import { paths } from '~/paths';
import { peopleOfTeam } from '~/teams/queries.server';
import { teammateOptions } from '~/teams/teammates';
import { Page, Row } from '~/ui/page';

export const meta: MetaFunction = () => [{ title: 'Add a measure · Upcurve' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireTeam(request, params, 'write measures');
  const asked = new URL(request.url).searchParams;
  const template = findTemplate(asked.get('template'));
  const type = measureTypes.find((one) => one === asked.get('type')) ?? null;
  const [people, measures] = await Promise.all([peopleOfTeam(access), measuresOfTeam(access)]);
  const empty: MeasureValues = { frequency: 'weekly', ...(type ? { type } : {}) };
  return {
    team: { id: access.teamId, name: access.teamName },
    owners: teammateOptions(people),
    template,
    partner: findTemplate(template?.partner ?? null),
    type,
    values: { isScreened: 'yes', ...(template ? templateValues(template) : empty) },
    isFirst: measures.length === 0,
    formKey: newFormKey(),
  };
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
  const { team, owners, template, partner, type, values, isFirst, formKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Page
      title="Add a measure"
      crumbs={[
        { href: paths.teams(), label: 'Teams' },
        { href: paths.team(team.id), label: team.name },
      ]}
    >
      <Row id="templates" title="Common measures" note="A start that you can change" wide>
        <TemplateLinks
          teamId={team.id}
          chosen={template}
          first={type}
          isOpen={template === null && (isFirst || type !== null)}
        />
      </Row>
      <Row
        id="about"
        title="About it"
        note={template ? undefined : 'Four answers are enough to start'}
        side={
          <div className="stack-l">
            {template ? <FromTemplate teamId={team.id} template={template} partner={partner} /> : null}
            <div>
              <h2 className="sideh">Three to eight measures</h2>
              <p className="small soft">
                Most teams keep one or two outcomes, a few processes, and at least one balancing measure that
                shows what may get worse meanwhile.
              </p>
            </div>
          </div>
        }
      >
        <input type="hidden" name="formKey" value={formKey} form="measure-form" autoComplete="off" />
        <MeasureSheet
          answer={answer}
          values={values}
          owners={owners}
          keptBy={template?.keptBy}
          saveWords="Add the measure"
        />
      </Row>
    </Page>
  );
}
