// Words the program prints into a handout. A handout is a Chinese paper in both interface languages.

export const handoutWords = {
  minutes: (minutes: number): string => `（${String(minutes)}分钟）`,
  total: (minutes: number): string => `合计${String(minutes)}分钟`,
  prompt: '提示：',
  answer: '参考答案：',
  privateNote: '［不发］',
  sources: '出处',
  /** Stands before a citation under its quotation. */
  citationDash: '——',
} as const;
