import type { CheckReport } from './checkPack.ts';

/** The proof in words: what was removed and why, and every problem. */
export function reportCheck({ removed, keptUnits, problems }: CheckReport): readonly string[] {
  const reasons = [...removed].sort(([, one], [, other]) => other - one);
  return [
    `kept ${String(keptUnits)} units of the sources; removed:`,
    ...reasons.map(([reason, units]) => `  ${reason}: ${String(units)}`),
    ...problems.map((problem) => `problem: ${problem}`),
    problems.length === 0
      ? 'every character of every source is accounted for'
      : `${String(problems.length)} problems`,
  ];
}
