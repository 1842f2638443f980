/** One file is at most so large, and a cycle keeps so many. */
export const fileBytes = 10 * 1024 * 1024;
export const mostFiles = 20;

/** "340 KB", "2.1 MB" */
export const sizeInWordsOf = (bytes: number) =>
  bytes < 1024 * 1024
    ? `${Math.max(1, Math.round(bytes / 1024))} KB`
    : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
