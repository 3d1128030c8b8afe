import type { VerifiedPack } from '../../shared/packs/packReport.ts';

/** What a terminal says of a pack that passed; `today` as an ISO date or time. */
export function describeVerified(
  { pack, size, sha256, signature, hasDirectionOverrides }: VerifiedPack,
  today: string,
): readonly string[] {
  const validUntil = signature?.validUntil ?? null;
  const isOver = validUntil !== null && today.slice(0, 10) > validUntil;
  return [
    `verified: ${pack.title} ${pack.versionLabel} (${pack.packId}, version ${pack.version})`,
    `size ${size}, SHA-256 ${sha256}, content ${pack.digest}`,
    ...(signature === null
      ? []
      : [`signed by "${signature.keyName}" (${signature.keyId}) at ${signature.signedAt}`]),
    ...(validUntil === null ? [] : [`valid until ${validUntil}${isOver ? ', which is over' : ''}`]),
    ...(hasDirectionOverrides
      ? ['warning: the text holds characters that turn its direction around']
      : []),
  ];
}
