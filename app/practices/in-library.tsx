import { paths } from '~/paths';
import { moment } from '~/ui/dates';
import { DeedButton } from '~/ui/sheet';
import { plural } from '~/ui/words';

interface Merged {
  id: string;
  name: string;
  reason: string;
  by: string | null;
  createdAt: string;
}

/** Over a practice that was merged: where its uses are now. */
export function MergedBanner({ into, timeZone }: { into: Merged | null; timeZone: string }) {
  if (into === null) return null;
  return (
    <div className="banner">
      <p>
        This practice was merged into <a href={paths.practice(into.id)}>{into.name}</a> by{' '}
        {into.by ?? 'somebody who left'}, {moment(into.createdAt, timeZone)}. Its uses are there now. The
        reason: {into.reason}
      </p>
    </div>
  );
}

/** Where the practice came from, what was merged into it, and who else may read it. */
export function InLibrary({
  practice,
  offer,
  mergedHere,
  timeZone,
  mayEdit,
}: {
  practice: { id: string; copiedFrom: string };
  offer: { offeredBy: string | null; createdAt: string } | null;
  mergedHere: readonly (Merged & { uses: number })[];
  timeZone: string;
  mayEdit: boolean;
}) {
  return (
    <div className="stack">
      {practice.copiedFrom ? <p>Copied from {practice.copiedFrom}.</p> : null}
      <p>
        {offer
          ? `Other communities can read how it is done: offered by ${offer.offeredBy ?? 'somebody who left'}, ${moment(offer.createdAt, timeZone)}. They see none of its numbers.`
          : 'Only your community sees it.'}
      </p>
      {mergedHere.length > 0 ? (
        <ul className="plain">
          {mergedHere.map((merge) => (
            <li key={merge.id}>
              <a href={paths.practice(merge.id)}>{merge.name}</a> was merged into this one, with{' '}
              {plural(merge.uses, 'use')}, by {merge.by ?? 'somebody who left'},{' '}
              {moment(merge.createdAt, timeZone)}. <span className="soft">{merge.reason}</span>
            </li>
          ))}
        </ul>
      ) : null}
      {mayEdit ? (
        <div className="btns">
          {offer ? (
            <DeedButton action={paths.takeOfferBack(practice.id)} kind="text">
              Take back the offer
            </DeedButton>
          ) : (
            <DeedButton action={paths.offerPractice(practice.id)}>Offer it to the network</DeedButton>
          )}
          <a className="btn text" href={paths.mergePractice(practice.id)}>
            Merge it into another one
          </a>
        </div>
      ) : null}
    </div>
  );
}
