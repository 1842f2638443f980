import { paths } from '~/paths';
import { Page } from '~/ui/page';

/** Said when the person added has an account through another community. */
export function AlreadyIn({ name }: { name: string }) {
  return (
    <Page
      title={`${name} is invited`}
      crumbs={[{ href: paths.people(), label: 'People' }]}
      meta="They have an account and belong to your community once they say yes. The question waits on the page “Your account”, where they sign in as they do now."
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
