// What happened, what was kept, what to do.

import type { errorsZh } from './errors.zh.ts';
import { whyBrokenEn } from './policy.en.ts';
import type { Texts } from './texts.ts';

type Detail = Readonly<Record<string, string | number>>;

export const errorsEn = {
  input_invalid: () => 'That was not a valid entry and nothing was saved. Check it and try again.',
  sender_untrusted: () => 'The request came from a page that is not trusted and was refused.',
  unexpected: () =>
    'Something went wrong inside the program; this step was not done. Saved annotations and handouts are safe. Try again.',
  start_failed: ({ folder = '' }: Detail) =>
    `Something went wrong inside the program and it could not start. Saved annotations and handouts are in the folder ${folder}. Start it again; if that does not help, keep a copy of the folder and give the log in its logs folder to your administrator.`,
  pack_missing: ({ file = '' }: Detail) =>
    `The content pack ${file} is missing. Annotations are untouched. Install the program again or put the pack back.`,
  pack_unreadable: ({ file = '' }: Detail) =>
    `The content pack ${file} cannot be read. Check its disk and the right to read it.`,
  pack_truncated: ({ file = '' }: Detail) =>
    `The content pack ${file} is incomplete, perhaps from an interrupted copy. Nothing was opened. Copy it again.`,
  pack_foreign: ({ file = '' }: Detail) =>
    `${file} is not a Yandu content pack and was not opened.`,
  pack_newer: ({ file = '' }: Detail) =>
    `The content pack ${file} was made for a newer version of Yandu. Update the program to open it.`,
  pack_altered: ({ file = '' }: Detail) =>
    `The content pack ${file} is not the one shipped with the program and was not opened. Install the program again.`,
  data_folder_unwritable: ({ folder = '' }: Detail) =>
    `The data folder ${folder} cannot be written, so annotations could not be kept and nothing was started. Check disk space and the folder's permissions.`,
  briefing_locked: ({ folder = '' }: Detail) =>
    `The data folder ${folder} is in use by another Yandu. Close that one or switch to its window.`,
  briefing_damaged: ({ file = '' }: Detail) =>
    `The data file ${file} is damaged. It was neither opened nor changed. Keep a copy of it, then recover the annotations.`,
  briefing_torn: () =>
    'The data file turned out to be damaged, so this step was not done. Close Yandu, keep a copy of the data folder, then open it again.',
  briefing_newer: ({ file = '' }: Detail) =>
    `The data file ${file} was saved by a newer version of Yandu; this version leaves it alone. Open it with the newer one.`,
  disk_full: () =>
    'The disk is full and this step was not saved; everything saved before is safe. Free some space and try again.',
  disk_failed: () =>
    'The data folder could not be read or written, so this step was not done; everything saved before is safe. See that the disk or stick is still connected and has room, then try again.',
  notes_unreadable: ({ file = '' }: Detail) =>
    `This version cannot read the annotations in ${file}; nothing was exported. The file was not changed. Open it with the newer version.`,
  backup_failed: ({ folder = '' }: Detail) =>
    `No backup could be made in ${folder}, so this step was not done. Your annotations and the earlier backups are safe. Check the folder.`,
  backup_unsound: () =>
    'That backup is incomplete or damaged. Nothing was restored and nothing changed. Choose another one.',
  backup_newer: () =>
    'That backup was saved by a newer version of Yandu, and this one cannot restore all of it. Nothing changed. Restore it with the newer version, or choose another one.',
  recovery_failed: ({ file = '' }: Detail) =>
    `The process that recovered ${file} ended unexpectedly. Nothing was recovered and the file was not changed. Keep a copy of it, try again, or start anew.`,
  document_missing: () => 'That document is not in the content pack.',
  place_invalid: () => 'That place is not inside the document; nothing was changed.',
  quote_too_long: () =>
    'More than 200,000 characters are selected; nothing was marked. Select it in parts.',
  quote_mismatch: () => 'The selection differs from the text; nothing was saved. Select it again.',
  annotation_missing: () => 'That annotation no longer exists; it may have been deleted.',
  tag_missing: () => 'That tag no longer exists; it may have been deleted or merged.',
  import_unreadable: ({ file = '' }: Detail) =>
    `${file} is not a file of annotations, or it is incomplete. Nothing was imported.`,
  import_foreign: ({ file = '' }: Detail) =>
    `The annotations in ${file} belong to another content pack. Nothing was imported.`,
  handout_missing: () => 'That handout no longer exists; it may have been deleted.',
  handout_full: ({ most = '' }: Detail) =>
    `A handout holds at most ${most} items. Nothing was added and the handout was not changed. Choose fewer, or make another handout.`,
  export_failed: ({ file = '' }: Detail) =>
    `${file} was not exported and no partial file was left. Try another place.`,
  export_cancelled: () => 'Export cancelled.',
  export_target_busy: ({ file = '' }: Detail) =>
    `${file} is open in another program and was not replaced. Close it or choose another name.`,
  export_read_only: ({ file = '' }: Detail) =>
    `${file} or its folder is read-only, and nothing was written. Choose another name or place.`,
  export_disk_full: ({ file = '' }: Detail) =>
    `The disk is full: ${file} was not exported and no partial file was left; the earlier file and the handout are as they were. Free some space or choose another place.`,
  print_failed: ({ reason = '' }: Detail) =>
    `Nothing was printed${reason === '' ? '' : ` (the system says: ${reason})`}; the handout is unchanged. Check the printer, or export a PDF first.`,
  print_cancelled: () => 'Printing cancelled.',
  recheck_cancelled: () => 'No file was chosen; nothing was checked.',
  recheck_unreadable: ({ file = '' }: Detail) =>
    `${file} is no Word or web page file, or it cannot be opened or is not whole. Its quotations were not checked and it was not changed. Choose the file as it was exported.`,
  policy_broken: ({ file = '', reason = '', item = '' }: Detail) =>
    `The policy file ${file} is broken (${whyBrokenEn(reason, item)}), so it is not known where the data belong. No data were opened or changed. Ask your administrator.`,
  policy_forbids: () =>
    'Your administrator does not allow this, and nothing was done. Ask them if you need it.',
} satisfies Texts<typeof errorsZh>;
