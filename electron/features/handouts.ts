// Handouts: made, saved, binned and restored, each in one transaction with its undo record.

import { changeTime } from '../../shared/annotationExchange/changeTime.ts';
import { makeAnchor } from '../../shared/anchoring/makeAnchor.ts';
import type { HistoryAction } from '../../shared/domain/historyAction.ts';
import {
  handoutSchema,
  MOST_ITEMS,
  type Handout,
  type HandoutItem,
} from '../../shared/domain/handout.ts';
import { handoutIdSchema, handoutItemIdSchema, type HandoutId } from '../../shared/domain/ids.ts';
import { failure, ok, type Result } from '../../shared/domain/result.ts';
import { templateItems } from '../../shared/handout/templateItems.ts';
import type { Handlers, InputOf } from '../../shared/ipc/channel.ts';
import type { handoutChannels } from '../../shared/ipc/handouts.ts';
import { getPackVersion } from '../db/own/edition.ts';
import { findHandout, listHandoutBin, listHandouts, putHandout } from '../db/own/handout.ts';
import { recordContinuing, recordStep } from '../db/own/history.ts';
import { findDocumentContent } from '../db/reading.ts';
import type { FeatureDeps } from './featureDeps.ts';

type KeepingHandlers = Pick<
  Handlers<typeof handoutChannels>,
  | 'listHandouts'
  | 'createHandout'
  | 'duplicateHandout'
  | 'saveHandout'
  | 'addExcerpts'
  | 'deleteHandout'
  | 'listHandoutBin'
  | 'restoreHandout'
>;

/** The channels that keep handouts; those that print and export them are in `exporting`. */
export function createHandoutsHandlers(deps: FeatureDeps): KeepingHandlers {
  const { db } = deps;
  return {
    listHandouts: () => ok(listHandouts(db)),
    createHandout: ({ template, title }) =>
      ok(store(deps, 'create_handout', null, newHandout(deps, template, title))),
    duplicateHandout: ({ id, title }) => duplicate(deps, id, title),
    saveHandout: ({ handout }) => save(deps, handout),
    addExcerpts: (input) => addExcerpts(deps, input),
    deleteHandout({ id }) {
      const known = findHandout(db, id);
      if (known === null) return failure('handout_missing');
      store(deps, 'delete_handout', known, { ...known, deletedAt: deps.now() });
      return ok(null);
    },
    listHandoutBin: () => ok(listHandoutBin(db)),
    restoreHandout({ id }) {
      const known = findHandout(db, id);
      if (known === null) return failure('handout_missing');
      return ok(store(deps, 'save_handout', known, { ...known, deletedAt: null }));
    },
  };
}

function newHandout(deps: FeatureDeps, template: Handout['template'], title: string): Handout {
  const at = deps.now();
  return {
    id: handoutIdSchema.parse(deps.newId()),
    template,
    title,
    meeting: '',
    date: '',
    place: '',
    host: '',
    statusLine: '',
    preset: 'official',
    citationStyle: 'inline',
    citationFormat: 'full',
    items: templateItems(template, deps.newId),
    createdAt: at,
    updatedAt: at,
    deletedAt: null,
  };
}

/** Writes a handout and its history step; returns what was written. Its time always moves on: the later state of two is the one that holds. */
function store(
  deps: FeatureDeps,
  action: HistoryAction,
  before: Handout | null,
  made: Handout,
): Handout {
  const at = deps.now();
  const after = before === null ? made : { ...made, updatedAt: changeTime(at, before.updatedAt) };
  deps.db.transaction(() => {
    putHandout(deps.db, after);
    recordStep(deps.db, {
      at,
      action,
      changes: [{ entity: 'handout', id: after.id, before, after }],
    });
  })();
  return after;
}

/** Saved while it is typed: one undo takes back one run of typing. */
function save(deps: FeatureDeps, handout: Handout): Result<Handout> {
  const before = findHandout(deps.db, handout.id);
  if (before === null || before.deletedAt !== null) return failure('handout_missing');
  const at = deps.now();
  const updatedAt = changeTime(at, before.updatedAt);
  const after = { ...handout, createdAt: before.createdAt, updatedAt, deletedAt: null };
  const isTyping = before.items.length === after.items.length;
  deps.db.transaction(() => {
    putHandout(deps.db, after);
    const change = { entity: 'handout' as const, id: after.id, before, after };
    if (isTyping) recordContinuing(deps.db, { at, action: 'save_handout', change });
    else recordStep(deps.db, { at, action: 'save_handout', changes: [change] });
  })();
  return ok(after);
}

function duplicate(deps: FeatureDeps, id: HandoutId, title: string): Result<Handout> {
  const known = findHandout(deps.db, id);
  if (known === null) return failure('handout_missing');
  const at = deps.now();
  const copy = handoutSchema.parse({
    ...known,
    id: deps.newId(),
    title,
    items: known.items.map((item) => ({ ...item, id: deps.newId() })),
    createdAt: at,
    updatedAt: at,
    deletedAt: null,
  });
  return ok(store(deps, 'create_handout', null, copy));
}

function addExcerpts(
  deps: FeatureDeps,
  { id, title, excerpts }: InputOf<typeof handoutChannels.addExcerpts>,
): Result<Handout> {
  const known = id === null ? (listHandouts(deps.db)[0] ?? null) : findHandout(deps.db, id);
  if (id !== null && (known === null || known.deletedAt !== null)) {
    return failure('handout_missing');
  }
  const base = known ?? newHandout(deps, 'discussion_outline', title);
  if (base.items.length + excerpts.length > MOST_ITEMS) {
    return failure('handout_full', { most: String(MOST_ITEMS) });
  }
  const items: HandoutItem[] = [];
  for (const excerpt of excerpts) {
    const made = excerptItem(deps, excerpt);
    if (!made.ok) return made;
    items.push(made.value);
  }
  const after = { ...base, items: [...base.items, ...items] };
  return ok(store(deps, known === null ? 'create_handout' : 'save_handout', known, after));
}

/** Main makes the anchor, and only when the quote is the text at the place. */
function excerptItem(
  deps: FeatureDeps,
  excerpt: InputOf<typeof handoutChannels.addExcerpts>['excerpts'][number],
): Result<HandoutItem> {
  const { place, quote, annotationId } = excerpt;
  const content = findDocumentContent(deps.db, place.documentId);
  if (content === null) return failure('document_missing');
  const { text, segments } = content;
  const anchor = makeAnchor(
    {
      document: { id: place.documentId, text, segments },
      packVersion: getPackVersion(deps.db),
    },
    place,
  );
  if (anchor === null) return failure('place_invalid');
  if (anchor.quote !== quote) return failure('quote_mismatch');
  return ok({
    id: handoutItemIdSchema.parse(deps.newId()),
    kind: 'excerpt',
    anchor,
    annotationId,
    editedQuote: null,
    withNote: annotationId !== null,
  });
}
