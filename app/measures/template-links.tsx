import { type MeasureType, measureTypes } from '#db/vocabulary';
import { paths } from '~/paths';
import { Icon } from '~/ui/icons';
import { type MeasureTemplate, templates } from './templates';

const heads: Record<MeasureType, string> = {
  outcome: 'Outcome: is it getting better?',
  process: 'Process: are we doing it?',
  balancing: 'Balancing: does something else get worse?',
};

/** Common measures to start from, by what they tell; each fills in the form below. */
export function TemplateLinks({
  teamId,
  chosen,
  first,
  isOpen,
}: {
  teamId: string;
  chosen: MeasureTemplate | null;
  /** The type that is looked for. */
  first: MeasureType | null;
  isOpen: boolean;
}) {
  const types = [...measureTypes].sort((a, b) => Number(b === first) - Number(a === first));
  return (
    <details className="more templates" open={isOpen}>
      <summary>
        See {templates.length} common measures <Icon name="down" size={16} />
      </summary>
      <div className="three">
        {types.map((type) => (
          <div key={type}>
            <h3 className="sideh">{heads[type]}</h3>
            <ul>
              {templates
                .filter((template) => template.type === type)
                .map((template) => (
                  <li key={template.key}>
                    <a
                      href={`${paths.newMeasure(teamId)}?template=${template.key}#about-row`}
                      aria-current={template.key === chosen?.key ? 'true' : undefined}
                    >
                      {template.name}
                    </a>
                  </li>
                ))}
            </ul>
          </div>
        ))}
      </div>
    </details>
  );
}

/** What stands beside a form that a template filled in: where it came from, and its partner. */
export function FromTemplate({
  teamId,
  template,
  partner,
}: {
  teamId: string;
  template: MeasureTemplate;
  partner: MeasureTemplate | null;
}) {
  return (
    <div className="stack">
      <h2 className="sideh">Filled in for you</h2>
      <p className="small soft">
        From “{template.name}”. Change what does not fit your team, or{' '}
        <a href={paths.newMeasure(teamId)}>start empty</a>.
      </p>
      {partner ? (
        <p className="small soft">
          {template.type === 'balancing' ? 'It goes with ' : 'What may get worse meanwhile? Keep beside it: '}
          <a href={`${paths.newMeasure(teamId)}?template=${partner.key}#about-row`}>{partner.name}</a>.
        </p>
      ) : null}
    </div>
  );
}
