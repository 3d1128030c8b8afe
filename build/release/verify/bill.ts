// The bill of materials (CycloneDX JSON) as far as a release is refused without it.

import { parseJson } from './parseJson.ts';

/** What an Electron program consists of beside npm packages, and what an admin asks for first. */
const runtimeParts = ['electron', 'chromium', 'node', 'sqlite'] as const;

export const BILL_FILE = 'sbom.cdx.json';

/** What is wrong with a bill of materials, a sentence each. */
export function checkBill(text: string): readonly string[] {
  const bill = parseJson(text);
  if (!isRecord(bill)) return [`${BILL_FILE} is not a JSON object.`];
  if (bill['bomFormat'] !== 'CycloneDX' || typeof bill['specVersion'] !== 'string') {
    return [`${BILL_FILE} is no CycloneDX document.`];
  }
  const components = Array.isArray(bill['components']) ? bill['components'].filter(isRecord) : [];
  return runtimeParts.flatMap((part) => {
    const found = components.find(({ name }) => name === part);
    return typeof found?.['version'] === 'string' && found['version'] !== ''
      ? []
      : [`${BILL_FILE} does not say which ${part} is in the program.`];
  });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
