import type { Phase } from '#db/vocabulary';

/** How a cycle's next question is answered at a meeting: in a sentence, by a decision, or on the worksheet. */
export interface NextQuestion {
  question: string;
  by: 'saw' | 'learned' | 'decision' | 'worksheet';
}

/** What a team asks of a cycle that is open, by the phase it is in; null when it is done. */
export function nextQuestion(stage: Phase): NextQuestion | null {
  switch (stage) {
    case 'planned':
      return { question: 'Has it begun?', by: 'worksheet' };
    case 'doing':
      return { question: 'What did you see?', by: 'saw' };
    case 'studying':
      return { question: 'What did you learn?', by: 'learned' };
    case 'deciding':
      return { question: 'What will you do with this change?', by: 'decision' };
    case 'done':
      return null;
  }
}
