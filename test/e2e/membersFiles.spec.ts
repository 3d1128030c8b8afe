// Nothing of the facilitator's in the members' files, whatever a person with the file opens it with.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { putAnnotation } from '../../electron/db/own/annotation.ts';
import type { BriefingDb } from '../../electron/db/briefing/briefingDb.ts';
import { putTag } from '../../electron/db/own/tag.ts';
import type { DocumentContent } from '../../shared/domain/document.ts';
import { exportFormats, type HandoutCopy } from '../../shared/domain/handout.ts';
import { annotationIdSchema, isoTimeSchema, tagIdSchema } from '../../shared/domain/ids.ts';
import { writeHandoutBriefing } from '../support/handoutBriefing.ts';
import { anchorOf, makeHandout } from '../support/handoutExample.ts';
import { runTool } from '../support/outsideTools.ts';
import { holdsText, pdfBytes } from '../support/pdfBytes.ts';

/** What only the facilitator's copy says. */
const facilitators = {
  answer: '甲雀答案勿外传',
  privateItem: '乙雀先点张三发言',
  privateNote: '丙雀批注只给自己',
  // The number alone would be found among the coordinates of a page.
  minutes: '分钟',
} as const;
/** What no copy says: how a reader keeps his notes, and who he is. */
const nobodys = { tag: '丁雀标签', author: '戊雀姓名', unusedNote: '己雀没有选用的批注' } as const;
const heading = '庚雀公开标题';

const at = isoTimeSchema.parse('2026-11-21T08:00:00.000Z');
const noteIds = ['00000000-0000-4000-8000-000000000901', '00000000-0000-4000-8000-000000000902'];

function putNotes(db: BriefingDb, [plan]: readonly DocumentContent[]): void {
  const tagId = tagIdSchema.parse('00000000-0000-4000-8000-000000000903');
  putTag(db, { id: tagId, name: nobodys.tag });
  [facilitators.privateNote, nobodys.unusedNote].forEach((note, index) => {
    putAnnotation(db, {
      id: annotationIdSchema.parse(noteIds[index]),
      target: { kind: 'passage', anchor: anchorOf(plan, firstSentence(plan)) },
      pigment: 'gamboge',
      note,
      type: 'question',
      isPrivate: index === 0,
      tagIds: [tagId],
      author: nobodys.author,
      createdAt: at,
      updatedAt: at,
      deletedAt: null,
    });
  });
}

function firstSentence(plan: DocumentContent | undefined): string {
  const paragraph = plan?.segments.find((segment) => segment.kind === 'paragraph');
  return plan?.text.slice(paragraph?.start, paragraph?.end) ?? '';
}

/** A file with everything that is packed in it unpacked. */
function everything(path: string): Buffer {
  const bytes = readFileSync(path);
  if (path.endsWith('.pdf')) {
    const seen = ['-raw', '-bbox'].map((way) => runTool('pdftotext', [way, path, '-']));
    const told = runTool('pdfinfo', ['-meta', path]) + runTool('pdfinfo', [path]);
    return Buffer.concat([pdfBytes(bytes), Buffer.from([...seen, told].join('\n'))]);
  }
  if (!path.endsWith('.docx')) return bytes;
  const parts = Object.entries(unzipSync(new Uint8Array(bytes)));
  return Buffer.from(parts.map(([name, part]) => name + strFromU8(part)).join('\n'));
}

test('hold no answer, timing, private note, tag or name in any byte, in any format', () => {
  const folder = mkdtempSync(join(tmpdir(), 'yandu-members-'));
  const [handout] = writeHandoutBriefing(folder, (documents, db) => {
    putNotes(db, documents);
    const [plan] = documents;
    const excerpt = {
      kind: 'excerpt',
      anchor: anchorOf(plan, firstSentence(plan)),
      editedQuote: null,
    };
    return [
      makeHandout(
        [
          { kind: 'heading', level: 1, text: heading, minutes: 1357 },
          { ...excerpt, annotationId: noteIds[0], withNote: true },
          { ...excerpt, annotationId: noteIds[1], withNote: false },
          { kind: 'question', text: '表述为何不同？', answer: facilitators.answer },
          { kind: 'note', text: facilitators.privateItem, isPrivate: true },
        ],
        { citationStyle: 'footnote' },
      ),
    ];
  });
  const exported = (copy: HandoutCopy, format: string): Buffer => {
    const out = join(folder, `${copy}.${format}`);
    runTool(process.execPath, [
      ...['electron/export/handoutCommand.ts', join(folder, 'briefing.yandu')],
      ...['--id', handout?.id ?? '', '--format', format, '--out', out, '--copy', copy],
    ]);
    return everything(out);
  };

  for (const format of exportFormats) {
    const members = exported('members', format);
    const own = exported('facilitator', format);
    expect(holdsText(members, heading), format).toBe(true);
    for (const [name, canary] of Object.entries(facilitators)) {
      expect(holdsText(own, canary), `facilitator's ${format} with ${name}`).toBe(true);
      expect(holdsText(members, canary), `members' ${format} without ${name}`).toBe(false);
    }
    for (const [name, canary] of Object.entries(nobodys)) {
      expect(holdsText(members, canary), `members' ${format} without ${name}`).toBe(false);
    }
    for (const id of noteIds) expect(holdsText(members, id), `${format} without ids`).toBe(false);
  }
  rmSync(folder, { recursive: true });
});
