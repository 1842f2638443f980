import type { ReactNode } from 'react';
import { DrawnHere } from '~/ui/drawn';
import { Icon } from '~/ui/icons';
import { Sideways } from '~/ui/sideways';

/** The disclosure under every full chart. */
export function ShowAsTable({ children }: { children: ReactNode }) {
  return (
    <details className="more">
      <summary>
        Show these numbers as a table <Icon name="down" size={16} />
      </summary>
      <Sideways label="The numbers of the chart">{children}</Sideways>
    </details>
  );
}

/** The numbers of a chart, as `tableMarkup` writes them. */
export function ChartTable({ table }: { table: string }) {
  return (
    <ShowAsTable>
      <DrawnHere markup={table} />
    </ShowAsTable>
  );
}
