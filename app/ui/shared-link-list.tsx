import { dayWithYear, moment } from './dates';
import { DeedButton } from './sheet';

/** A link that opens one thing for whoever has it. */
export interface SharedLink {
  id: string;
  label: string;
  untilOn: string | null;
  madeBy: string | null;
  createdAt: string;
  revokedAt: string | null;
  revokedBy: string | null;
}

/** Every link to a chart or a story: for whom, who made it and when, and whether it still works. */
export function SharedLinkList({
  links,
  none,
  revokeAction,
  today,
  timeZone,
}: {
  links: readonly SharedLink[];
  /** What is said where there are none. */
  none: string;
  /** The address that takes a link back. */
  revokeAction: string;
  today: string;
  timeZone: string;
}) {
  if (links.length === 0) return <p className="soft">{none}</p>;
  return (
    <div className="scroll">
      <table className="tbl">
        <thead>
          <tr>
            <th scope="col">For</th>
            <th scope="col">Made</th>
            <th scope="col">Works</th>
            <th scope="col">
              <span className="vh">Take it back</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {links.map((link) => {
            const isOver = link.revokedAt !== null || (link.untilOn !== null && link.untilOn < today);
            return (
              <tr key={link.id}>
                <th scope="row">{link.label}</th>
                <td>
                  {link.madeBy ?? 'Somebody who left'}, {moment(link.createdAt, timeZone)}
                </td>
                <td className={isOver ? 'soft' : undefined}>{worksWords(link, today, timeZone)}</td>
                <td className="r">
                  {isOver ? null : (
                    <DeedButton action={revokeAction} kind="text" values={{ linkId: link.id }}>
                      Take back<span className="vh"> the link for {link.label}</span>
                    </DeedButton>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function worksWords({ revokedAt, revokedBy, untilOn }: SharedLink, today: string, timeZone: string): string {
  if (revokedAt !== null) {
    return `No: ${revokedBy ?? 'somebody'} took it back, ${moment(revokedAt, timeZone)}`;
  }
  if (untilOn === null) return 'Yes, until it is taken back';
  return untilOn < today
    ? `No: its last day was ${dayWithYear(untilOn)}`
    : `Yes, until ${dayWithYear(untilOn)}`;
}
