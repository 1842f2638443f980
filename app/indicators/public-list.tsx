import { paths } from '~/paths';
import { moment } from '~/ui/dates';
import { DeedButton } from '~/ui/sheet';
import { plural } from '~/ui/words';
import type { PublicPage } from './public-pages.server';

/** Every public page: for whom, what it shows, who made it and when, and whether its link still works. */
export function PublicList({ pages, timeZone }: { pages: readonly PublicPage[]; timeZone: string }) {
  if (pages.length === 0) {
    return <p className="soft">No public page yet. Nobody outside your community sees your indicators.</p>;
  }
  return (
    <div className="scroll">
      <table className="tbl">
        <thead>
          <tr>
            <th scope="col">For</th>
            <th scope="col">Shows</th>
            <th scope="col">Made</th>
            <th scope="col">Works</th>
            <th scope="col">
              <span className="vh">Take it back</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {pages.map((page) => (
            <tr key={page.id}>
              <th scope="row">{page.label}</th>
              <td>Scoreboard and {plural(page.indicators, 'indicator')}</td>
              <td>
                {page.madeBy ?? 'Somebody who left'}, {moment(page.createdAt, timeZone)}
              </td>
              <td className={page.revokedAt ? 'soft' : undefined}>
                {page.revokedAt
                  ? `No: ${page.revokedBy ?? 'somebody'} took it back, ${moment(page.revokedAt, timeZone)}`
                  : 'Yes, until it is taken back'}
              </td>
              <td className="r">
                {page.revokedAt ? null : (
                  <DeedButton action={paths.revokePublicPage()} kind="text" values={{ pageId: page.id }}>
                    Take back<span className="vh"> the page for {page.label}</span>
                  </DeedButton>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
