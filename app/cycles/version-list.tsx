import { moment } from '~/ui/dates';
import { DeedButton } from '~/ui/sheet';

export interface ShownVersion {
  field: string;
  number: number;
  /** "What did we learn?" */
  label: string;
  /** The text as a person reads it. */
  words: string;
  who: string | null;
  at: string;
  isNewest: boolean;
}

/** Every version of every field, the newest first, each with the way to bring it back. */
export function VersionList({
  versions,
  place,
  timeZone,
  today,
}: {
  versions: ShownVersion[];
  place: string;
  timeZone: string;
  today: string;
}) {
  if (versions.length === 0) return <p className="soft">Nothing was changed yet.</p>;
  return (
    <ol className="versions">
      {versions.map((version) => (
        <li key={`${version.field} ${version.number}`}>
          <div>
            <h3>{version.label}</h3>
            <p className="hint">
              Version {version.number}, <b>{version.who ?? 'Upcurve'}</b>,{' '}
              <time dateTime={version.at}>{moment(version.at, timeZone, today)}</time>
              {version.isNewest ? '. The newest' : ''}
            </p>
            <p className={version.words ? 'lines' : 'soft'}>{version.words || 'Empty'}</p>
          </div>
          {version.isNewest ? null : (
            <DeedButton
              action={place}
              kind="text"
              values={{ field: version.field, number: String(version.number) }}
            >
              Bring this back
              <span className="vh">
                : {version.label}, version {version.number}
              </span>
            </DeedButton>
          )}
        </li>
      ))}
    </ol>
  );
}
