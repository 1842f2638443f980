import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { storyPartWords } from '#db/vocabulary';
import { requireIndicator } from '~/access/gate.server';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { findIndicator } from '~/indicators/queries.server';
import { newestOf } from '~/indicators/story';
import { restoreStory, storyVersionsOf } from '~/indicators/story.server';
import { restoreForm } from '~/indicators/story-forms';
import { paths } from '~/paths';
import { moment } from '~/ui/dates';
import { Page, Row } from '~/ui/page';
import { DeedButton } from '~/ui/sheet';

export const meta: MetaFunction = () => [{ title: 'Earlier versions of the story · Upcurve' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireIndicator(request, params);
  const [{ id, name }, versions] = await Promise.all([findIndicator(access), storyVersionsOf(access)]);
  const newest = new Set(Object.values(newestOf(versions)).map((version) => version.id));
  return {
    indicator: { id, name },
    versions: versions.map((version) => ({ ...version, isNewest: newest.has(version.id) })),
    timeZone: access.community.timeZone,
    today: access.today,
    mayWrite: !access.indicatorIsArchived && access.may('write stories'),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireIndicator(request, params, 'write stories');
  return submit(request, restoreForm, async ({ versionId }) => {
    await restoreStory(access, versionId);
    return redirectSaying(paths.indicator(access.indicatorId), 'It is back, as the newest version.');
  });
}

export default function StoryVersions() {
  const { indicator, versions, timeZone, today, mayWrite } = useLoaderData<typeof loader>();
  return (
    <Page
      title="Every version of the story"
      crumbs={[
        { href: paths.indicators(), label: 'Indicators' },
        { href: paths.indicator(indicator.id), label: indicator.name },
      ]}
    >
      <Row id="versions" title="Versions" note="The newest first">
        {versions.length === 0 ? <p className="soft">Nothing was written yet.</p> : null}
        <ol className="versions">
          {versions.map((version) => (
            <li key={version.id}>
              <div>
                <h3>{storyPartWords[version.part]}</h3>
                <p className="hint">
                  <b>{version.who ?? 'Upcurve'}</b>,{' '}
                  <time dateTime={version.at}>{moment(version.at, timeZone, today)}</time>
                  {version.isNewest ? '. The newest' : ''}
                </p>
                <p className={version.text ? 'lines' : 'soft'}>{version.text || 'Taken out'}</p>
              </div>
              {version.isNewest || !mayWrite ? null : (
                <DeedButton
                  action={paths.storyVersions(indicator.id)}
                  kind="text"
                  values={{ versionId: version.id }}
                >
                  Bring this back
                  <span className="vh">
                    : {storyPartWords[version.part]}, {moment(version.at, timeZone, today)}
                  </span>
                </DeedButton>
              )}
            </li>
          ))}
        </ol>
      </Row>
    </Page>
  );
}
