// The closed list of expected failures. Each code has one sentence a language in `shared/strings`:
// what happened, what was kept, what to do.

export const appErrorCodes = [
  'input_invalid',
  'sender_untrusted',
  'unexpected',
  'pack_missing',
  'pack_unreadable',
  'pack_truncated',
  'pack_foreign',
  'pack_newer',
  'pack_altered',
  'data_folder_unwritable',
  'briefing_locked',
  'briefing_damaged',
  'briefing_newer',
  'disk_full',
  'backup_failed',
  'document_missing',
  'place_invalid',
  'quote_mismatch',
  'annotation_missing',
  'tag_missing',
  'import_unreadable',
  'import_foreign',
  'handout_missing',
  'export_failed',
  'export_cancelled',
  'export_target_busy',
  'export_read_only',
  'export_disk_full',
  'print_failed',
  'print_cancelled',
  'policy_broken',
  'policy_forbids',
] as const;

export type AppErrorCode = (typeof appErrorCodes)[number];
