import { readFileSync } from 'node:fs';
import { z } from 'zod';

const goldSchema = z.strictObject({
  documents: z.array(
    z.strictObject({
      role: z.enum(['document', 'front_matter']),
      title: z.string(),
      issuer: z.string().nullable(),
      date: z.string().nullable(),
      status: z.string().nullable(),
      /** "level text" */
      outline: z.array(z.string()),
      /** "source lines, kind, text (first and last 16 units of a long one), units", without white space */
      segments: z.array(z.string()),
      /** "first source line, lead" */
      leads: z.array(z.string()),
    }),
  ),
  tasks: z.array(
    z.strictObject({
      number: z.string(),
      text: z.string(),
      lead: z.array(z.string()),
      participating: z.array(z.string()),
      openEnded: z.boolean(),
    }),
  ),
});
type StudyGold = z.infer<typeof goldSchema>;

/** What source 003 holds, written by reading it: eight documents with their front matter, and 108 tasks. */
export function readStudyGold(): StudyGold {
  const file = new URL('./gold/003.json', import.meta.url);
  return goldSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
}
