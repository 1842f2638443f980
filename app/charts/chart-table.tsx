import type { ReactNode } from 'react';
import { DrawnHere } from '~/ui/drawn';
import { Icon } from '~/ui/icons';

/** The disclosure under every full chart. */
export function ShowAsTable({ children }: { children: ReactNode }) {
  return (
    <details className="more">
      <summary>
        Show these numbers as a table <Icon name="down" size={16} />
      </summary>
      <div className="scroll">{children}</div>
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
