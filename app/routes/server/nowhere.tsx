import { notFound } from '~/http/errors';

/** Every address that is no page, also for writing. */
export function loader() {
  throw notFound();
}

export function action() {
  throw notFound();
}

export default function Nowhere() {
  return null;
}
