import type { HistoryEntity } from '../../../shared/domain/historyAction.ts';
import { annotationStore } from './annotationStore.ts';
import type { EntityStore } from './entityStore.ts';
import { handoutStore } from './handoutStore.ts';
import { setAsideStore } from './setAsideStore.ts';
import { tagStore } from './tag.ts';

/** Everything the history can bring back, by the name its changes carry. */
export const entityStores: Readonly<Partial<Record<HistoryEntity, EntityStore>>> = {
  annotation: annotationStore,
  tag: tagStore,
  handout: handoutStore,
  set_aside: setAsideStore,
};
