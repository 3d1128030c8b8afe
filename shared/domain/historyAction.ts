// What a step of the undo history was, so that the window can say what it undid.

import { z } from 'zod';

const historyActions = [
  'create_annotation',
  'edit_note',
  'recolour',
  'change_type',
  'change_privacy',
  'change_tags',
  'move_annotation',
  'set_aside',
  'seek_again',
  'delete_annotations',
  'restore_annotations',
  'import_annotations',
  'create_tag',
  'rename_tag',
  'delete_tag',
  'create_handout',
  'save_handout',
  'delete_handout',
] as const;
export const historyActionSchema = z.enum(historyActions);
export type HistoryAction = z.infer<typeof historyActionSchema>;

/** Everything the history can bring back. */
const historyEntities = ['annotation', 'tag', 'handout', 'set_aside'] as const;
export const historyEntitySchema = z.enum(historyEntities);
export type HistoryEntity = z.infer<typeof historyEntitySchema>;
