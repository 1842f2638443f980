/** Words in which "2021–22" and "15.5 points" stay on one line. */
export function Unbroken({ words }: { words: string }) {
  return words.split(/(\S+–\S+|[\d.,]+ points?)/).map((part, index) =>
    index % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one sentence have no other name.
      <span key={index} className="nowrap">
        {part}
      </span>
    ) : (
      part
    ),
  );
}
