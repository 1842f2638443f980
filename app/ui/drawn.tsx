import { useId, useMemo } from 'react';
import type { Drawn } from '~/http/drawn';

/** Markup that the server made. In a page that came whole it already stands in its place, and stays. */
export function DrawnHere({ markup, className }: { markup: Drawn; className?: string }) {
  const id = useId();
  const words = useMemo(() => read(markup, id), [markup, id]);
  return (
    <div
      id={id}
      className={className}
      suppressHydrationWarning
      // biome-ignore lint/security/noDangerouslySetInnerHtml: our own markup, its words escaped
      dangerouslySetInnerHTML={{ __html: words }}
    />
  );
}

function read(markup: unknown, id: string): string {
  if (typeof markup === 'function') return markup();
  return typeof markup === 'string' ? markup : (document.getElementById(id)?.innerHTML ?? '');
}
