/** What columns that split people are called in files, and what the split is called here. */
const known: [RegExp, string][] = [
  [/race|ethnic/i, 'Race and ethnicity'],
  [/income|lunch|economic|poverty|\bfrl?\b/i, 'Family income'],
  [/language|\bell?s?\b|english learner/i, 'Language'],
  [/disab|\biep\b|special ed/i, 'Disability'],
  [/gender|\bsex\b/i, 'Gender'],
  [/grade/i, 'Grade'],
  [/school/i, 'School'],
  [/neighbou?rhood/i, 'Neighborhood'],
  [/^\s*(group )?name\s*$/i, 'Group'],
];

/** "Race and ethnicity" for a column "Race/Ethnicity"; else the column's own name. */
export function suggestedDimension(header: string): string {
  const name = known.find(([pattern]) => pattern.test(header))?.[1];
  return name ?? header.replace(/\s+/g, ' ').trim().slice(0, 80);
}

/** What stands over the groups: a split once kept by a column called “name” says nothing. */
export const headingOf = (name: string) => (plainName(name) === 'name' ? 'Group' : name);

/** Names are the same however they are written: case and spaces aside. */
export const sameName = (a: string, b: string) => plainName(a) === plainName(b);
export const plainName = (name: string) => name.replace(/\s+/g, ' ').trim().toLowerCase();

/** The dimension of this name, or the one that is about the same split. */
export function dimensionNamed<Dimension extends { name: string }>(
  name: string,
  dimensions: readonly Dimension[],
): Dimension | undefined {
  return (
    dimensions.find((dimension) => sameName(dimension.name, name)) ??
    dimensions.find((dimension) => sameName(suggestedDimension(dimension.name), suggestedDimension(name)))
  );
}
