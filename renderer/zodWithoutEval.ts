// Imported before everything else: Zod asks while a schema is made whether it may compile it from a
// string, which the CSP refuses and reports.

import { config } from 'zod';

config({ jitless: true });
