import { paths } from '~/paths';
import { Page } from '~/ui/page';

/** Said when the person added has an account through another community. */
export function AlreadyIn({ name }: { name: string }) {
  return (
    <Page
      title={`${name} was added`}
      crumbs={[{ href: paths.people(), label: 'People' }]}
      meta="They already have an account and can sign in as they do now."
      actions={
        <a className="btn" href={paths.people()}>
          Done
        </a>
      }
    >
      {null}
    </Page>
  );
}
