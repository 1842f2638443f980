/** A comment as a reader sees it. */
export interface Comment {
  id: string;
  rootId: string | null;
  part: string;
  quote: string;
  body: string;
  writer: string | null;
  isMine: boolean;
  createdAt: string;
  isOut: boolean;
  resolvedAt: string | null;
  resolver: string | null;
}

export interface Thread extends Comment {
  answers: Comment[];
}

/**
 * Threads, oldest first, each with its answers. What its writer took back is shown to nobody else; a thread whose
 * first words were taken back goes on without them while it has answers.
 */
export function threadsOf(comments: readonly Comment[]): Thread[] {
  const seen = comments.filter((comment) => !comment.isOut || comment.isMine);
  const answers = new Map<string, Comment[]>();
  for (const comment of seen) {
    if (comment.rootId === null) continue;
    answers.set(comment.rootId, [...(answers.get(comment.rootId) ?? []), comment]);
  }
  return comments.flatMap((comment): Thread[] => {
    if (comment.rootId !== null) return [];
    const own = answers.get(comment.id) ?? [];
    const isSeen = !comment.isOut || comment.isMine || own.length > 0;
    return isSeen ? [{ ...withoutWords(comment), answers: own }] : [];
  });
}

/** Words that were taken back go no further than to who wrote them: not into a page, and not under a button's name. */
const withoutWords = (comment: Comment): Comment =>
  comment.isOut && !comment.isMine ? { ...comment, body: '', quote: '' } : comment;

export const openThreads = (threads: readonly Thread[]) =>
  threads.filter(({ resolvedAt }) => resolvedAt === null);
export const resolvedThreads = (threads: readonly Thread[]) =>
  threads.filter(({ resolvedAt }) => resolvedAt !== null);
