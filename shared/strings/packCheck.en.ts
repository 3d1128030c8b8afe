// Why a pack did not pass its check. One sentence a case.

import type { packCheckZh } from './packCheck.zh.ts';
import type { Texts } from './texts.ts';

type Detail = Readonly<Record<string, string | number>>;

export const packCheckEn = {
  missing: ({ file = '' }: Detail) => `There is no file ${file}.`,
  unreadable: ({ file = '' }: Detail) =>
    `${file} cannot be read. Check its disk and the right to read it.`,
  too_large: ({ file = '' }: Detail) => `${file} is too large to be a pack and was not opened.`,
  unsigned: ({ file = '' }: Detail) => `The pack ${file} is not signed and was refused.`,
  signature_malformed: ({ file = '' }: Detail) =>
    `The signature file of ${file} is incomplete or not in its form; the pack was refused.`,
  signature_newer: ({ file = '' }: Detail) =>
    `The signature of ${file} was made for a newer version of Yandu. Update the program.`,
  key_unknown: ({ file = '', keyId = '' }: Detail) =>
    `The pack ${file} is signed by the key ${keyId}, which is not trusted here, and was refused.`,
  signature_wrong: ({ file = '', keyName = '' }: Detail) =>
    `The manifest of ${file} does not fit the signature of the key "${keyName}": it was altered, and the pack was refused.`,
  staging_failed: ({ folder = '' }: Detail) =>
    `The pack could not be copied into ${folder}. Check free space and permissions.`,
  disk_full: () =>
    'The disk is full: nothing was installed and no partial file was left. Free some space and try again.',
  truncated: ({ file = '' }: Detail) =>
    `The pack ${file} is incomplete, perhaps from an interrupted copy. Copy it again.`,
  altered: ({ file = '' }: Detail) =>
    `The pack ${file} was altered after it was signed and was refused.`,
  not_a_pack: ({ file = '' }: Detail) => `${file} is not a Yandu pack.`,
  journal_open: ({ file = '' }: Detail) =>
    `The pack ${file} is not a finished one (it still has a database journal) and was refused.`,
  layout_wrong: ({ file = '' }: Detail) =>
    `The pages of ${file} do not fit its size; the pack was refused.`,
  format_older: ({ file = '' }: Detail) =>
    `The pack ${file} has a format too old for this version. Ask its publisher to build it anew.`,
  format_newer: ({ file = '' }: Detail) =>
    `The pack ${file} was made for a newer version of Yandu. Update the program.`,
  schema_foreign: ({ file = '', item = '' }: Detail) =>
    `The structure of ${file} is not that of a pack (${item}); it was refused.`,
  damaged: ({ file = '' }: Detail) => `The data in ${file} is damaged; the pack was refused.`,
  too_long: ({ file = '', item = '' }: Detail) =>
    `The pack ${file} holds more than is allowed (${item}) and was refused.`,
  text_unsafe: ({ file = '', item = '' }: Detail) =>
    `The pack ${file} holds control characters or text that is not UTF-8 (${item}) and was refused.`,
  content_invalid: ({ file = '', item = '' }: Detail) =>
    `The content of ${file} breaks the rules of a pack (${item}); it was refused.`,
  digest_wrong: ({ file = '' }: Detail) =>
    `The content of ${file} does not fit its digest; the pack was refused.`,
  manifest_differs: ({ file = '' }: Detail) =>
    `The pack ${file} is not the pack or edition its signature names and was refused.`,
  timed_out: ({ file = '', seconds = '' }: Detail) =>
    `Checking ${file} took longer than ${seconds} s and was stopped; the pack was refused.`,
  cancelled: ({ file = '' }: Detail) => `Cancelled: ${file} was not installed.`,
  crashed: ({ file = '' }: Detail) =>
    `The process that checked ${file} ended unexpectedly; the pack was refused.`,
  shipped_only: ({ file = '' }: Detail) =>
    `Managed by your administrator: this computer uses the program's own pack alone, so ${file} was not installed.`,
  outside_folder: ({ file = '', folder = '' }: Detail) =>
    `Managed by your administrator: packs are installed from the folder ${folder} alone, so ${file} was not.`,
  updates_forbidden: ({ file = '' }: Detail) =>
    `Managed by your administrator: installed packs are not to be updated, so ${file} was not installed.`,
  older: ({ file = '', label = '', seen = '' }: Detail) =>
    `The pack ${file} is version ${label}, older than ${seen}, which this computer has had. It was refused; nothing changed.`,
  version_reused: ({ file = '', label = '' }: Detail) =>
    `The pack ${file} has the version number of the installed ${label} but other content and was refused. Its publisher must raise the number.`,
  folder_unwritable: ({ folder = '' }: Detail) =>
    `The data folder ${folder} cannot be written, so nothing was installed and nothing changed. Check its permissions.`,
  briefing_unreadable: ({ file = '' }: Detail) =>
    `The data file ${file} of this pack cannot be opened, so it was not updated and not touched. Restore it first.`,
  unexpected: ({ file = '' }: Detail) =>
    `Something went wrong inside the program and ${file} was not installed. The content and annotations you had are safe. Give the log to your administrator.`,
} satisfies Texts<typeof packCheckZh>;
