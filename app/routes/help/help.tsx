import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireCommunity } from '~/access/gate.server';
import {
  GettingStarted,
  Glossary,
  HowToFind,
  KindsOfMeasure,
  NeverStored,
  TheCycle,
} from '~/help/help-sections';
import { KeysSection } from '~/help/keys-section';
import { Page } from '~/ui/page';

export const meta: MetaFunction = () => [{ title: 'Help · Upcurve' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const { community } = await requireCommunity(request);
  return { threshold: community.maskingThreshold };
}

export default function Help() {
  const { threshold } = useLoaderData<typeof loader>();
  return (
    <Page title="Help and the words we use" meta="Small tests, one after the other. This is how it goes.">
      <GettingStarted />
      <TheCycle />
      <KindsOfMeasure />
      <HowToFind />
      <NeverStored threshold={threshold} />
      <KeysSection />
      <Glossary />
    </Page>
  );
}
