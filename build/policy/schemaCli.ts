// node build/policy/schemaCli.ts: writes the JSON schema of the policy file, which is kept in the repository and
// goes into every build. A test says when it must be written anew.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { policySchemaText } from './policySchemaText.ts';

const file = join(import.meta.dirname, '..', 'resources', 'policy.schema.json');
writeFileSync(file, policySchemaText());
process.stdout.write(`${file}\n`);
