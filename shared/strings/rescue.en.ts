import { counted } from './counted.ts';
import type { rescueZh } from './rescue.zh.ts';
import type { Texts } from './texts.ts';

export const rescueEn = {
  diskFull:
    'The disk is full. Your annotations and handouts are safe. Free some space, or export the annotations to another disk.',
  fault:
    'Something went wrong inside the program. Saved annotations and handouts are safe. Close Yandu and open it again.',
  newer: 'Your annotations can be taken out; the file is only read and not changed.',
  exportMarkdown: 'Export annotations (Markdown)…',
  exportJsonld: 'Export annotations (JSON-LD)…',
  copy: 'Copy the data file…',
  copied: (file: string) => `Copied as ${file}.`,
  exported: (count: number, file: string) => `Exported ${counted(count, 'annotation')} as ${file}.`,
  damaged:
    'Recovery reads the annotations one by one and keeps all that can still be read. The damaged files stay as they are in the data folder, under damaged; nothing is deleted.',
  backupFrom: (time: string) => `What cannot be read is taken from the backup of ${time}.`,
  noBackup: 'There is no backup to take from.',
  otherPack:
    'Its pack did not come with the program, so it cannot be recovered here. Keep a copy, start empty, install that pack again, and import the newest annotations (.jsonld) in the backups folder.',
  recover: 'Recover annotations',
  recovering: 'Recovering…',
  recovered: (notes: number, handouts: number) =>
    `Recovered annotations: ${String(notes)}; handouts: ${String(handouts)}.`,
  newest: (time: string) => `The newest was written ${time}.`,
  lost: (count: number) => `Could not be read: ${String(count)}.`,
  nothingLost: 'Nothing was found that could not be read.',
  open: 'Open Yandu',
  lastResort: 'If nothing else helps',
  startAnewHint:
    'Start empty, without annotations. The damaged files stay under damaged and can still be repaired later.',
  startAnew: 'Start empty',
  startedAnew: 'An empty data file is ready; the old one is under damaged.',
} satisfies Texts<typeof rescueZh>;
