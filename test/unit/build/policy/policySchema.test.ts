import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { policySchemaText } from '../../../../build/policy/policySchemaText.ts';

const file = join(import.meta.dirname, '../../../../build/resources/policy.schema.json');

it('the published schema is the one that the program reads policies with', () => {
  // Where it is not: node build/policy/schemaCli.ts
  expect(readFileSync(file, 'utf8')).toBe(policySchemaText());
});
