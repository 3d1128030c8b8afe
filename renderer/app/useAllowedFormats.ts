import type { Leaving } from '../../shared/ipc/policy.ts';
import type { ManagedFormat } from '../../shared/policy/policyFile.ts';
import { useAnswer } from './useYandu.ts';

type AllowedFormats = {
  /** False also while main has not answered. */
  readonly isAllowed: (format: ManagedFormat) => boolean;
  /** Those of the offered formats that the admin forbids. */
  readonly forbidden: readonly ManagedFormat[];
};

/** In which of the formats a pane offers something may leave the program; main asks itself again when it does. */
export function useAllowedFormats(
  leaving: Leaving,
  offered: readonly ManagedFormat[],
): AllowedFormats {
  const { data } = useAnswer('listAllowedFormats', leaving, { keepPrevious: true });
  return {
    isAllowed: (format) => data?.includes(format) ?? false,
    forbidden: data === undefined ? [] : offered.filter((format) => !data.includes(format)),
  };
}
