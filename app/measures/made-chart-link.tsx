import { CopyField } from '~/ui/copy';
import { type MadeLink, MadeLinkFields } from '~/ui/made-link';

/** The one showing of a link to a chart, and of what puts the chart on a web page. */
export function MadeChartLink({ made, title }: { made: MadeLink; title: string }) {
  const { address } = made;
  const name = title.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
  return (
    <MadeLinkFields made={made} id="chart-address" hint="Whoever has it sees this chart, without an account.">
      <CopyField
        id="chart-embed"
        label="For a web page"
        hint="Paste this where the chart should stand."
        value={`<iframe src="${address}" title="${name}" width="100%" height="780" loading="lazy" style="border:0"></iframe>`}
        rows={4}
      />
      <CopyField
        id="chart-picture"
        label="As a picture"
        hint="For places that take pictures only. It stays up to date."
        value={`${address}/chart.png`}
      />
    </MadeLinkFields>
  );
}
