import type { HistoryAction, HistoryEntity } from '../../../shared/domain/historyAction.ts';
import { annotationStore } from './annotationStore.ts';
import type { EntityStore } from './entityStore.ts';
import { handoutStore } from './handoutStore.ts';
import { importedStore } from './importedStore.ts';
import { setAsideStore } from './setAsideStore.ts';
import { tagStore } from './tag.ts';

type EntityStores = Readonly<Partial<Record<HistoryEntity, EntityStore>>>;

const entityStores: EntityStores = {
  annotation: annotationStore,
  tag: tagStore,
  handout: handoutStore,
  set_aside: setAsideStore,
};

/** What the history brings back by, for steps of one kind: by the name that its changes carry. */
export function entityStoresOf(action: HistoryAction): EntityStores {
  return action === 'import_annotations'
    ? { ...entityStores, annotation: importedStore }
    : entityStores;
}
