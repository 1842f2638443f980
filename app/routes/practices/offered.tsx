import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireCommunity } from '~/access/gate.server';
import { redirectSaying } from '~/http/flash.server';
import { paths } from '~/paths';
import { PracticeWords } from '~/practices/about-practice';
import { copyPractice, findOffered, ownCopy } from '~/practices/offers.server';
import { Page, Row } from '~/ui/page';
import { DeedButton } from '~/ui/sheet';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.practice.name ?? 'Practice'} · Upcurve` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireCommunity(request);
  const practice = await findOffered(access, params.offeredId);
  return {
    practice,
    copy: await ownCopy(access, practice.id),
    mayCopy: access.may('manage practices'),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireCommunity(request, 'manage practices');
  const { id, isNew } = await copyPractice(access, params.offeredId);
  return redirectSaying(
    paths.practice(id),
    isNew
      ? 'It is in your library. Change what is different here; its evidence starts with your own teams.'
      : 'Your library had a copy already: this is it.',
  );
}

export default function OfferedPractice() {
  const { practice, copy, mayCopy } = useLoaderData<typeof loader>();
  return (
    <Page
      title={practice.name}
      crumbs={[
        { href: paths.practices(), label: 'Practices' },
        { href: paths.offeredPractices(), label: 'Of the network' },
      ]}
      meta={practice.description}
    >
      <Row id="copy" title={`From ${practice.community}`}>
        <div className="stack">
          <p>
            {practice.community} offers this practice to the network: how it is done, and none of its numbers.
          </p>
          {copy ? (
            <p>
              Your library has a copy: <a href={paths.practice(copy.id)}>{copy.name}</a>.
            </p>
          ) : mayCopy ? (
            <DeedButton action={paths.offeredPractice(practice.id)} kind="">
              Copy into our library
            </DeedButton>
          ) : (
            <p className="hint">A leader of your community can copy it into your library.</p>
          )}
        </div>
      </Row>
      <Row id="how" title="How it is done">
        <PracticeWords practice={practice} />
      </Row>
    </Page>
  );
}
