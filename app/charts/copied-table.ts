/** A chart's table for the clipboard, its heads first: as cells for spreadsheets, and as a table for letters and slides. */
export function copiedTable(says: string, rows: readonly string[][]): { text: string; html: string } {
  const [heads = [], ...cells] = rows;
  const line = (tag: 'th' | 'td') => (words: string[]) =>
    `<tr>${words.map((word) => `<${tag}>${escaped(word)}</${tag}>`).join('')}</tr>`;
  return {
    // A tab or a line end inside a cell would make another cell of its rest.
    text: rows.map((row) => row.map((cell) => plain(cell)).join('\t')).join('\n'),
    html: `<table><caption>${escaped(says)}</caption><thead>${line('th')(heads)}</thead><tbody>${cells.map(line('td')).join('')}</tbody></table>`,
  };
}

/** Pasted into a spreadsheet, a minus sign must be a hyphen, and words that begin like a formula would be worked out. */
const plain = (cell: string) => {
  const words = cell
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^−(?=\$?\d)/, '-');
  return /^([=+@]|-(?!\$?\d))/.test(words) ? `'${words}` : words;
};

const escaped = (words: string) => words.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
