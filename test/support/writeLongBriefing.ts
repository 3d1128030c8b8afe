// A pack of one long document, and the briefing a reader has made of it.

import Database from 'better-sqlite3';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { writeIndex } from '../../build/pack/index/writeIndex.ts';
import { migrations } from '../../electron/db/migrations/list.ts';
import { openBriefing } from '../../electron/db/openBriefing.ts';
import { INDEX_VERSION_KEY } from '../../shared/search/indexFormat.ts';
import { annotateBriefing } from './annotateBriefing.ts';
import { makeDocument } from './makeDocument.ts';
import { fillTestPack } from './testBriefing.ts';

const sentences = [
  '坚持把创新作为引领发展的第一动力，推动产业链、创新链、人才链深度融合。',
  '到2025年，高新技术企业突破5000家，研发经费支出占地区生产总值比重达5%。',
  '由市科技局牵头，市发改委、市工信局等部门按职责分工负责，每季度通报进展。',
  '完善“一网通办”机制，企业开办、不动产登记、施工许可三项时限继续压缩。',
];
/** Paragraphs to a section. */
const SECTION_LENGTH = 20;

export type LongText = { readonly characters: number; readonly annotations: number };

/** Writes `pack.yandu` and an annotated `briefing.yandu` into a folder of its own. */
export function writeLongBriefing(folder: string, { characters, annotations }: LongText): void {
  mkdirSync(folder, { recursive: true });
  const packPath = join(folder, 'pack.yandu');
  const { pack, documentId } = createLongPack(packPath, characters);
  writeIndex(pack);
  pack.close();
  const opened = openBriefing({
    packPath,
    expectedSha256: null,
    briefingPath: join(folder, 'briefing.yandu'),
    migrations,
    nativeBinding: null,
    useWal: false,
    backup: null,
  });
  if (!opened.ok) throw new Error(opened.code);
  annotateBriefing(opened.value, documentId, annotations);
  opened.value.close();
}

/** Writes a pack whose index another version of the program has made: it counts as none. */
export function writeLongPackOfOtherIndex(packPath: string, characters: number): void {
  const { pack } = createLongPack(packPath, characters);
  pack.prepare('INSERT INTO index_info (key, value) VALUES (?, ?)').run(INDEX_VERSION_KEY, '0');
  pack.close();
}

/** The content of a long pack and a short cover, without an index. */
function createLongPack(packPath: string, characters: number) {
  const pack = new Database(packPath);
  const cover = makeDocument({
    id: 'cover',
    title: '封面',
    segments: [{ kind: 'paragraph', text: sentences.join('') }],
  });
  const long = makeDocument({
    id: 'long',
    ord: 1,
    title: '长文',
    segments: segmentsOf(characters),
  });
  pack.transaction(() => {
    fillTestPack(pack, [cover, long]);
  })();
  return { pack, documentId: long.document.id };
}

function segmentsOf(characters: number) {
  const segments: { kind: 'heading' | 'paragraph'; level?: number; text: string }[] = [];
  for (let length = 0, number = 0; length < characters; number += 1) {
    if (number % SECTION_LENGTH === 0) {
      const title = `第${String(number / SECTION_LENGTH + 1)}节`;
      segments.push({ kind: 'heading', level: 1, text: title });
    }
    const text = sentences.map((_one, at) => sentences[(at + number) % sentences.length]).join('');
    segments.push({ kind: 'paragraph', text });
    length += text.length + 1;
  }
  return segments;
}
