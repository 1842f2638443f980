import { dayIn } from '~/access/today';
import { dayWithYear } from '~/ui/dates';

/** "Joy Alvarez, Nov 9, 2026" */
export function WrittenBy({ who, at, timeZone }: { who: string | null; at: string; timeZone: string }) {
  return (
    <>
      {who ?? 'Upcurve'}, <time dateTime={at}>{dayWithYear(dayIn(timeZone, new Date(at)))}</time>
    </>
  );
}
