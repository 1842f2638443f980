import { paths } from '~/paths';
import { dayWithYear, moment } from '~/ui/dates';
import { DeedButton } from '~/ui/sheet';
import type { ChartLink } from './chart-links.server';

/** Every link to a chart: for whom, who made it and when, and whether it still works. */
export function ChartLinkList({
  links,
  teamId,
  measureId,
  today,
  timeZone,
}: {
  links: readonly ChartLink[];
  teamId: string;
  measureId: string;
  today: string;
  timeZone: string;
}) {
  if (links.length === 0)
    return <p className="soft">No links yet. Nobody outside your community sees this chart.</p>;
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
                    <DeedButton
                      action={paths.revokeChartLink(teamId, measureId)}
                      kind="text"
                      values={{ linkId: link.id }}
                    >
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

function worksWords({ revokedAt, revokedBy, untilOn }: ChartLink, today: string, timeZone: string): string {
  if (revokedAt !== null) {
    return `No: ${revokedBy ?? 'somebody'} took it back, ${moment(revokedAt, timeZone)}`;
  }
  if (untilOn === null) return 'Yes, until it is taken back';
  return untilOn < today
    ? `No: its last day was ${dayWithYear(untilOn)}`
    : `Yes, until ${dayWithYear(untilOn)}`;
}
