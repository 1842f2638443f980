import { Select } from '~/imports/choice-fields';
import { plural } from '~/ui/words';
import type { PlacesShown } from './group-places-shown';
import { newGroupsSentence, placesSentences } from './import-words';

/** What becomes of the groups, before anything is saved: loudest what the community does not have. */
export function PlacesSaid({ places }: { places: PlacesShown }) {
  const news = newGroupsSentence(places);
  return (
    <>
      {news === '' ? null : (
        <p className="banner">
          <span>
            <b>{news}</b> Is it a group you have, by another name?{' '}
            <a href="#groups-of-file">Say what it becomes</a>.
          </span>
        </p>
      )}
      {placesSentences(places).map((sentence) => (
        <p key={sentence} className="small">
          {sentence}
        </p>
      ))}
    </>
  );
}

/** Each group name of the file, and what it becomes: proposed, and changed by who knows better. */
export function GroupFields({ places, groupsOf }: { places: PlacesShown; groupsOf: string }) {
  const { rows, groups, otherSplits, unasked, absent } = places;
  if (rows.length === 0) return null;
  const offered = groups.map(({ id, name }) => ({ value: id, label: name }));
  const elsewhere = otherSplits.map((split) => ({
    label: split.name,
    options: split.groups.map(({ id, name }) => ({ value: id, label: name })),
  }));
  return (
    <fieldset className="field" id="groups-of-file">
      <legend className="lab">What does each group of the file become?</legend>
      <input type="hidden" name="groupsOf" value={groupsOf} />
      {absent.map(([key, said]) => (
        <input key={key} type="hidden" name={key} value={said} />
      ))}
      <p className="hint">As their names say. Change what is wrong.</p>
      <div className="formgrid">
        {rows.map((row) => (
          <Select
            key={row.key}
            name={row.key}
            label={row.isNew ? `${row.name} (new here)` : row.name}
            chosen={row.becomes}
            options={[
              ...(row.canBeNew ? [{ value: 'new', label: 'A new group' }] : []),
              { value: 'out', label: 'Leave it out' },
              ...offered,
            ]}
            more={row.isAnywhere ? elsewhere : []}
          />
        ))}
      </div>
      {unasked > 0 ? (
        <p className="hint">And {plural(unasked, 'group')} that you have by the same name.</p>
      ) : null}
    </fieldset>
  );
}
