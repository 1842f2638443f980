/** What a brought file is for: "indicator" and its id. */
export interface For {
  kind: string;
  id: string;
}
