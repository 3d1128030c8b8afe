// Numbers of headings and questions after GB/T 9704: 一、 （一） 1. （1）. They are counted, never typed.

import { assertNever } from '../domain/result.ts';
import { chineseNumeral } from './chineseNumeral.ts';

export type OutlineLevel = 1 | 2 | 3 | 4;

export type OutlineNumbers = {
  readonly heading: (level: OutlineLevel) => string;
  /** A question stands one level below its heading, but never above the third (1.). */
  readonly question: () => string;
};

/** Counts through one handout from its first item to its last; each call takes the next number. */
export function countOutline(): OutlineNumbers {
  const counts: [number, number, number, number] = [0, 0, 0, 0];
  let current: OutlineLevel | 0 = 0;

  function next(level: OutlineLevel): string {
    counts[level - 1] = (counts[level - 1] ?? 0) + 1;
    counts.fill(0, level);
    return written(level, counts[level - 1] ?? 0);
  }

  return {
    heading(level) {
      current = level;
      return next(level);
    },
    question() {
      return next(current >= 3 ? 4 : 3);
    },
  };
}

/** A level within the four of the standard. */
export function outlineLevel(level: number): OutlineLevel {
  if (level <= 1) return 1;
  if (level === 2) return 2;
  return level === 3 ? 3 : 4;
}

function written(level: OutlineLevel, count: number): string {
  switch (level) {
    case 1:
      return `${chineseNumeral(count)}、`;
    case 2:
      return `（${chineseNumeral(count)}）`;
    case 3:
      return `${String(count)}.`;
    case 4:
      return `（${String(count)}）`;
    default:
      return assertNever(level);
  }
}
