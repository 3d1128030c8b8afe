import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { buildSource } from '../../../../build/pack/buildSource.ts';
import { correctionsSchema, manifestSchema } from '../../../../build/pack/read/manifest.ts';
import { readStudyGold } from '../../../support/readStudyGold.ts';

const file = '003_9eb184e256992d59.txt';

function seed(name: string): Buffer {
  return readFileSync(new URL(`../../../../seeds/${name}`, import.meta.url));
}

function build() {
  const manifest = manifestSchema.parse(JSON.parse(seed('pack.json').toString()));
  const about = manifest.sources.find((one) => one.file === file);
  if (about === undefined) throw new Error('pack.json does not name the compilation');
  const corrections = correctionsSchema
    .parse(JSON.parse(seed('corrections.json').toString()))
    .filter((one) => one.file === file);
  const result = buildSource(seed(file), about, corrections);
  if (!result.ok) throw new Error(result.error.detail);
  return result.source.documents;
}

const documents = build();
const gold = readStudyGold();

describe('the study compilation in the pack', () => {
  it('bears the titles, issuers, dates and statuses that are printed', () => {
    expect(
      documents.map(({ facts: { role, title, issuer, date, status } }) => ({
        role,
        title,
        issuer,
        date,
        status,
      })),
    ).toEqual(
      gold.documents.map(({ role, title, issuer, date, status }) => ({
        role,
        title,
        issuer,
        date,
        status,
      })),
    );
  });

  it('points every entry of its contents to the title of the document', () => {
    const titles = new Map(
      documents.flatMap(({ facts, segments }) =>
        segments
          .filter((segment) => segment.kind === 'heading' && segment.level === 1)
          .map((segment) => [segment.id, facts.title] as const),
      ),
    );
    const targets = documents
      .flatMap(({ segments }) => segments)
      .filter((segment) => segment.kind === 'toc_entry')
      .map(({ detail }) => detail.target && titles.get(detail.target));
    expect(targets).toEqual(gold.documents.slice(1).map(({ title }) => title));
  });

  it('lets each document begin with its title and each task name its departments in its own text', () => {
    for (const { facts, text, segments } of documents.slice(1)) {
      const first = segments[0];
      expect(text.text.slice(first?.start, first?.end)).toBe(facts.title);
      for (const task of segments.filter((segment) => segment.kind === 'task')) {
        const named = [
          ...(task.detail.leadDepartments ?? []),
          ...(task.detail.participatingDepartments ?? []),
        ];
        expect(named.every((at) => at.start >= task.start && at.end <= task.end)).toBe(true);
      }
    }
  });
});
