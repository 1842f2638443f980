import { type ReactNode, useEffect, useState } from 'react';
import { Icon } from './icons';

/** Prints the page. It is not there without a script: the browser's own command does the same. */
export function PrintButton({ children }: { children: ReactNode }) {
  const [may, setMay] = useState(false);
  useEffect(() => setMay(true), []);
  if (!may) return null;
  return (
    <button type="button" className="btn line" onClick={() => window.print()}>
      <Icon name="print" size={18} /> {children}
    </button>
  );
}
