/** A term and what is said of it, in a list of definitions (`dl.def`). */
export function Answer({ term, words }: { term: string; words: string }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd className={words ? 'lines' : 'soft'}>{words || 'Not written yet'}</dd>
    </div>
  );
}
