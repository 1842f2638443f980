import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireCommunity } from '~/access/gate.server';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { newFormKey, once, sentKey } from '~/http/once.server';
import { freezeAnnual, listSnapshots, readAnnual } from '~/indicators/annual.server';
import { freezeForm } from '~/indicators/annual-forms';
import { FreezeSheet } from '~/indicators/annual-sheet';
import { AnnualTable } from '~/indicators/annual-table';
import { readerOf } from '~/indicators/queries.server';
import { paths } from '~/paths';
import { dayWithYear } from '~/ui/dates';
import { Page, Row } from '~/ui/page';

export const meta: MetaFunction = () => [{ title: 'Annual figures · Upcurve' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const access = await requireCommunity(request);
  const search = new URL(request.url).searchParams;
  const [{ snapshot, table }, snapshots] = await Promise.all([
    readAnnual(access, search.get('snapshot'), { toHandOn: false }),
    listSnapshots(access),
  ]);
  const area = table.areas.find(({ id }) => id === search.get('outcome')) ?? table.areas[0] ?? null;
  return {
    snapshot,
    snapshots,
    area,
    areas: table.areas.map(({ id, name }) => ({ id, name })),
    years: table.years,
    threshold: access.community.maskingThreshold,
    mayFreeze: access.may('manage indicators'),
    seesAll: readerOf(access).mayEdit,
    formKey: newFormKey(),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const access = await requireCommunity(request, 'manage indicators');
  return submit(request, freezeForm, async (fields, form) => {
    const { place } = await once(access.person.id, sentKey(form), async () =>
      paths.annual({ snapshot: await freezeAnnual(access, fields) }),
    );
    return redirectSaying(place, 'Kept. These figures will not change any more.');
  });
}

export default function Annual() {
  const { snapshot, snapshots, area, areas, years, threshold, mayFreeze, seesAll, formKey } =
    useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const asked = snapshot ? { snapshot: snapshot.id } : {};
  return (
    <Page
      title={snapshot ? `Annual figures, ${snapshot.label}` : 'Annual figures'}
      crumbs={[
        { href: paths.indicators(), label: 'Indicators' },
        ...(snapshot ? [{ href: paths.annual(), label: 'Annual figures' }] : []),
      ]}
      meta={
        snapshot
          ? `As they were kept on ${dayWithYear(snapshot.takenOn)}. Nothing in them changes any more.`
          : 'Each core indicator by year and group, newest year first, as networks ask their members for.'
      }
    >
      {area ? (
        <Row id="figures" title={area.name} note="Count, and of how many" wide>
          <div className="stack">
            <nav className="seg" aria-label="Outcome">
              {areas.map(({ id, name }) => (
                <a
                  key={id}
                  href={paths.annual({ ...asked, outcome: id })}
                  aria-current={id === area.id ? 'true' : undefined}
                >
                  {name}
                </a>
              ))}
            </nav>
            <AnnualTable area={area} years={years} />
            <p className="hint">
              A blank is a count of zero, or nothing kept. * is a number that its publisher held back.{' '}
              {seesAll
                ? `You see every group here, because you keep these numbers. In files to hand on, a group under ${threshold}, or one that would give it away, is “hidden”.`
                : `“Hidden” is a group under ${threshold}, or one that would give it away.`}
            </p>
            <Files words={seesAll ? 'To hand on, all outcomes:' : 'All outcomes:'} asked={asked} />
            {seesAll ? (
              <Files words="For you alone, with every small group:" asked={{ ...asked, every: '1' }} />
            ) : null}
          </div>
        </Row>
      ) : (
        <div className="empty">
          <h2>No figures yet</h2>
          <p>Bring numbers to a core indicator, and its years stand here.</p>
        </div>
      )}
      {mayFreeze && !snapshot ? (
        <Row id="freeze" title="Keep a copy" note="For the day somebody asks what you handed in">
          <FreezeSheet key={formKey} answer={answer} formKey={formKey} />
        </Row>
      ) : null}
      <Row id="kept" title="Copies kept">
        {snapshots.length === 0 ? (
          <p className="soft">No copies yet.</p>
        ) : (
          <ul className="plain">
            {snapshots.map((one) => (
              <li key={one.id}>
                <a
                  href={paths.annual({ snapshot: one.id })}
                  aria-current={one.id === snapshot?.id ? 'true' : undefined}
                >
                  {one.label}
                </a>
                , {dayWithYear(one.takenOn)}
                {one.takenBy ? `, ${one.takenBy}` : ''}
              </li>
            ))}
          </ul>
        )}
      </Row>
    </Page>
  );
}

function Files({ words, asked }: { words: string; asked: { snapshot?: string; every?: '1' } }) {
  return (
    <nav className="takeout" aria-label={words.replace(/:$/, '')}>
      <span aria-hidden="true">{words}</span>
      <a href={paths.annualXlsx(asked)} download>
        Excel workbook (XLSX)
      </a>
      <a href={paths.annualCsv(asked)} download>
        CSV
      </a>
      <a href={paths.annualCsv({ ...asked, excel: '1' })} download>
        CSV for Excel
      </a>
    </nav>
  );
}
