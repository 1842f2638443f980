import { cradleToCareer } from '#db/vocabulary';
import { paths } from '~/paths';
import { Icon } from '~/ui/icons';
import { type IndicatorTemplate, indicatorTemplates } from './templates';

/** Common indicators to start from, by outcome; each fills in the form below. */
export function IndicatorTemplateLinks({
  chosen,
  isOpen,
}: {
  chosen: IndicatorTemplate | null;
  isOpen: boolean;
}) {
  return (
    <details className="more templates" open={isOpen}>
      <summary>
        See {indicatorTemplates.length} common indicators <Icon name="down" size={16} />
      </summary>
      <div className="three">
        {cradleToCareer.map((outcome) => (
          <div key={outcome}>
            <h3 className="sideh">{outcome}</h3>
            <ul>
              {indicatorTemplates
                .filter((template) => template.outcome === outcome)
                .map((template) => (
                  <li key={template.key}>
                    <a
                      href={`${paths.newIndicator()}?template=${template.key}#about-row`}
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
