/** What may close after a sentence, on the same line. */
const CLOSERS = '[”’）》」』]*$';
const SENTENCE = new RegExp(`[。！？…]${CLOSERS}`, 'u');
const CLAUSE = new RegExp(`[；：]${CLOSERS}`, 'u');

/** A sentence is over with the line. */
export function endsSentence(line: string): boolean {
  return SENTENCE.test(line);
}

/** Something is over with the line, be it a clause before a list or one of its items. */
export function endsClause(line: string): boolean {
  return endsSentence(line) || CLAUSE.test(line);
}
