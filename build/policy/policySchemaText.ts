import { z } from 'zod';
import { policyFileSchema } from '../../shared/policy/policyFile.ts';

/** The published JSON schema of the policy file, as build/resources/policy.schema.json holds it. */
export function policySchemaText(): string {
  const schema = z.toJSONSchema(policyFileSchema.unwrap(), {
    target: 'draft-7',
    // Of no use to whoever writes the file.
    override: ({ jsonSchema }) => {
      delete jsonSchema.readOnly;
    },
  });
  return `${JSON.stringify({ title: 'Yandu policy', ...schema }, null, 2)}\n`;
}
