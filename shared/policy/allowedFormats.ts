import type { Policy } from './policy.ts';
import { ANY_STATUS, managedFormats, type ManagedFormat } from './policyFile.ts';

/**
 * The formats in which something may leave the program that is made from documents of these statuses (null: a
 * document without one). Each status has its say: a rule holds for every status that contains its name, so that
 * 内部资料 holds for 内部资料，注意保存 too. Where several rules hold, all must allow a format.
 */
export function allowedFormats(
  { exportFormats }: Policy,
  statuses: readonly (string | null)[],
): readonly ManagedFormat[] {
  const rules = (statuses.length === 0 ? [null] : statuses).flatMap((status) =>
    rulesFor(exportFormats, status ?? ''),
  );
  return managedFormats.filter((format) => rules.every((rule) => rule.includes(format)));
}

function rulesFor(
  exportFormats: Policy['exportFormats'],
  status: string,
): readonly (readonly ManagedFormat[])[] {
  const named = Object.entries(exportFormats).filter(
    ([name]) => name !== ANY_STATUS && status.includes(name),
  );
  if (named.length > 0) return named.map(([, formats]) => formats);
  const otherwise = exportFormats[ANY_STATUS];
  return otherwise === undefined ? [] : [otherwise];
}
