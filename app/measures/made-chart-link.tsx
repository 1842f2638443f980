import { CopyField } from '~/ui/copy';

/** The one showing of a link to a chart, and of what puts the chart on a web page. */
export function MadeChartLink({ label, address, title }: { label: string; address: string; title: string }) {
  const name = title.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
  return (
    <div className="stack-form">
      <p role="status">
        <b>The link for {label} is made.</b> Copy it now: it is shown this once, and we keep no copy.
      </p>
      <CopyField
        id="chart-address"
        label="The link"
        hint="Whoever has it sees this chart, without an account."
        value={address}
      />
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
    </div>
  );
}
