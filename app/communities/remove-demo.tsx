import { paths } from '~/paths';
import { DeedButton } from '~/ui/sheet';
import { listed } from '~/ui/words';

/** What goes with the demo, and the one button that removes it. */
export function RemoveDemo({ communities }: { communities: string[] }) {
  return (
    <div className="stack-form">
      <p>
        This takes away {listed(communities)}: every team, cycle, measure, indicator and practice in{' '}
        {communities.length > 1 ? 'them' : 'it'}, and everybody who has no other community, you too. Your own
        communities stay as they are. It cannot be undone, and the demo does not come back.
      </p>
      <DeedButton action={paths.removeDemo()} kind="danger">
        Remove the demo
      </DeedButton>
    </div>
  );
}
