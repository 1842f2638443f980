import { useActionData, useLoaderData } from '@remix-run/react';
import type { FormAnswer } from '~/http/form.server';
import { paths } from '~/paths';
import { Page, Row } from '~/ui/page';
import { RemoveDemoSheet } from './remove-demo-sheet';

export function RemoveDemoPage() {
  const { demo } = useLoaderData<{ demo: string[] }>();
  const answer = useActionData<FormAnswer>();
  return (
    <Page title="Remove the demo" crumbs={[{ href: paths.settings(), label: 'Community settings' }]}>
      <Row id="demo" title="What goes">
        <RemoveDemoSheet communities={demo} answer={answer} />
      </Row>
    </Page>
  );
}
