import { readFileSync } from 'node:fs';
import { z } from 'zod';

const goldSchema = z.strictObject({
  documents: z.array(
    z.strictObject({
      role: z.enum(['document', 'front_matter']),
      title: z.string(),
      author: z.string().nullable(),
      issuer: z.string().optional(),
      date: z.string().optional(),
      /** "source lines, kind (and level), text": of a long text its beginning and its end, without white space */
      segments: z.array(z.string()),
    }),
  ),
  /** Of all documents, in reading order. */
  leads: z.array(z.string()),
  /** How many pieces were removed, by reason. */
  removed: z.record(z.string(), z.int()),
  /** Rows with their cells between |, merged cells repeated. */
  table: z.array(z.string()).optional(),
});
type Gold = z.infer<typeof goldSchema>;

type GoldSegment = {
  readonly kind: string;
  readonly level: number | null;
  /** Without white space. */
  readonly text: string;
};

/** What a source holds, written by reading it. */
export function readGold(source: '000' | '001' | '004'): Gold {
  const file = new URL(`./gold/${source}.json`, import.meta.url);
  return goldSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
}

/** The whole text of a gold line, fetched from the source's lines: markup and lost characters apart, all of them. */
export function goldSegment(line: string, source: readonly string[]): GoldSegment {
  const { lines, kind, level, text } =
    /^(?<lines>\S+) (?<kind>[a-z_]+)(?<level>\d?) (?<text>.+)$/u.exec(line)?.groups ?? {};
  if (lines === undefined || kind === undefined || text === undefined) throw new Error(line);
  const [begins, ends = begins] = text.split(' ~ ');
  const whole = lines
    .split(',')
    .flatMap((range) => {
      const [from = 0, to = from] = range.split('-').map(Number);
      return source.slice(from - 1, to);
    })
    .join('')
    .replace(/[\s\ufffd#*]+/gu, '');
  const start = whole.indexOf(begins ?? '');
  const end = whole.lastIndexOf(ends ?? '');
  if (start < 0 || end < start) throw new Error(`not in the source: ${line}`);
  return {
    kind,
    level: level === '' ? null : Number(level),
    text: whole.slice(start, end + (ends ?? '').length),
  };
}
