import { useLocation } from '@remix-run/react';
import { useEffect } from 'react';

/**
 * Reading goes on at a heading where the address leads to `anchor`. The page scrolls there by itself; without this, the
 * focus would be left on a button that is gone. `heading`: the id of what is focused, where it is another.
 */
export function useFocusAt(anchor: string, heading = anchor): void {
  const { hash } = useLocation();
  useEffect(() => {
    if (hash !== `#${anchor}`) return;
    const place = document.getElementById(heading);
    if (!place) return;
    place.tabIndex = -1;
    place.focus({ preventScroll: true });
  }, [hash, anchor, heading]);
}
