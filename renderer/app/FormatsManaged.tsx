import type { ManagedFormat } from '../../shared/policy/policyFile.ts';
import { ManagedMark } from './ManagedMark.tsx';
import { useStrings } from './useStrings.ts';

/** Which formats the admin does not allow, where they would be chosen; nothing where all are. */
export function FormatsManaged({ forbidden }: { readonly forbidden: readonly ManagedFormat[] }) {
  const { policy } = useStrings();
  if (forbidden.length === 0) return null;
  const names = forbidden.map((format) => policy.formats[format]).join(policy.separator);
  return <ManagedMark sentence={policy.formatsManaged(names)} />;
}
