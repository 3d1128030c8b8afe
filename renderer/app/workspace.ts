// What the window shows: room, documents, places, hits. A pure reducer; the text itself and everything
// stored comes over IPC and is not in here.

import type { AnnotationId, DocumentId, HandoutId } from '../../shared/domain/ids.ts';
import type { Place, TextRange } from '../../shared/domain/place.ts';
import { assertNever } from '../../shared/domain/result.ts';

export type Room = 'reading' | 'handout';
/** Parallel reading: the document on the left, and a second one (or a second place) beside it. */
export type Side = 'main' | 'beside';
export type LeftTab = 'library' | 'outline' | 'annotations';
export type DialogName =
  'settings' | 'keys' | 'about' | 'goTo' | 'source' | 'print' | 'bin' | 'welcome' | 'packs';

/** An order to scroll. The serial makes the same place twice two orders. */
export type Jump = {
  readonly start: number;
  readonly end: number;
  readonly flash: boolean;
  readonly serial: number;
};

export type Pane = {
  readonly documentId: DocumentId | null;
  /** First visible unit of the text; kept by the reader while it scrolls. */
  readonly offset: number;
  readonly jump: Jump | null;
  readonly back: readonly Place[];
  readonly forward: readonly Place[];
  readonly hits: readonly TextRange[];
  /** Index into `hits`; null while none is current. */
  readonly currentHit: number | null;
};

export type Workspace = {
  readonly room: Room;
  readonly active: Side;
  readonly main: Pane;
  readonly beside: Pane | null;
  readonly leftTab: LeftTab;
  readonly isSearchOpen: boolean;
  readonly openAnnotation: AnnotationId | null;
  /** The reading place when it was opened: a note on a section or a document is worked on there. */
  readonly openedAt: number;
  readonly dialog: DialogName | null;
  /** The handout on the desk; null for the one changed last. */
  readonly handoutId: HandoutId | null;
  /** Counts orders to scroll. */
  readonly serial: number;
};

export type WorkspaceAction =
  | {
      readonly kind: 'openDocument';
      readonly documentId: DocumentId;
      readonly side?: Side;
      /** Where to begin; the top when left out. */
      readonly offset?: number;
    }
  | { readonly kind: 'go'; readonly place: Place; readonly side?: Side; readonly flash?: boolean }
  | { readonly kind: 'reach'; readonly side: Side; readonly offset: number }
  | { readonly kind: 'back'; readonly side?: Side }
  | { readonly kind: 'forward'; readonly side?: Side }
  | {
      readonly kind: 'showHits';
      readonly documentId: DocumentId;
      readonly hits: readonly TextRange[];
      readonly current: number | null;
      /** Goes to the current hit; without it the text stays where it is. */
      readonly goes: boolean;
      readonly side?: Side;
    }
  | { readonly kind: 'stepHit'; readonly step: 1 | -1 }
  | { readonly kind: 'clearHits' }
  | { readonly kind: 'closeBeside' }
  | { readonly kind: 'activate'; readonly side: Side }
  | { readonly kind: 'enterRoom'; readonly room: Room }
  | { readonly kind: 'showTab'; readonly tab: LeftTab }
  | { readonly kind: 'openSearch' }
  | { readonly kind: 'closeSearch' }
  | { readonly kind: 'openAnnotation'; readonly id: AnnotationId | null }
  | { readonly kind: 'chooseHandout'; readonly id: HandoutId | null }
  | { readonly kind: 'showDialog'; readonly dialog: DialogName }
  | { readonly kind: 'closeDialog' };

const emptyPane: Pane = {
  documentId: null,
  offset: 0,
  jump: null,
  back: [],
  forward: [],
  hits: [],
  currentHit: null,
};

export const emptyWorkspace: Workspace = {
  room: 'reading',
  active: 'main',
  main: emptyPane,
  beside: null,
  leftTab: 'outline',
  isSearchOpen: false,
  openAnnotation: null,
  openedAt: 0,
  dialog: null,
  handoutId: null,
  serial: 0,
};

/** Places kept for 后退; more than anyone walks back. */
const HISTORY_LIMIT = 100;

export function reduceWorkspace(state: Workspace, action: WorkspaceAction): Workspace {
  switch (action.kind) {
    case 'openDocument': {
      const offset = action.offset ?? 0;
      const place = { documentId: action.documentId, start: offset, end: offset };
      return travel(state, action.side ?? state.active, place, false);
    }
    case 'go':
      return travel(state, action.side ?? state.active, action.place, action.flash ?? true);
    case 'reach':
      return changePane(state, action.side, (pane) => ({ ...pane, offset: action.offset }));
    case 'back':
      return retrace(state, action.side ?? state.active, 'back', 'forward');
    case 'forward':
      return retrace(state, action.side ?? state.active, 'forward', 'back');
    case 'showHits':
      return showHits(state, action);
    case 'stepHit':
      return stepHit(state, action.step);
    case 'clearHits':
      return changePane(state, state.active, (pane) => ({ ...pane, hits: [], currentHit: null }));
    case 'closeBeside':
      return { ...state, beside: null, active: 'main' };
    case 'activate':
      return action.side === state.active || !paneOf(state, action.side)
        ? state
        : { ...state, active: action.side };
    case 'enterRoom':
      return { ...state, room: action.room, isSearchOpen: false };
    case 'showTab':
      return { ...state, leftTab: action.tab };
    case 'openSearch':
      return { ...state, isSearchOpen: true };
    case 'closeSearch':
      return { ...state, isSearchOpen: false };
    case 'openAnnotation':
      return { ...state, openAnnotation: action.id, openedAt: activePane(state).offset };
    case 'chooseHandout':
      return { ...state, handoutId: action.id };
    case 'showDialog':
      return { ...state, dialog: action.dialog };
    case 'closeDialog':
      return { ...state, dialog: null };
    default:
      return assertNever(action);
  }
}

/** The pane of a side; null while nothing is read beside. */
export function paneOf(state: Workspace, side: Side): Pane | null {
  return side === 'main' ? state.main : state.beside;
}

/** The pane the reader's hand is in. */
export function activePane(state: Workspace): Pane {
  return paneOf(state, state.active) ?? state.main;
}

/** True while the texts are on screen: no other room and no search results lie over them. */
export function isReadingShown({ room, isSearchOpen }: Workspace): boolean {
  return room === 'reading' && !isSearchOpen;
}

function changePane(state: Workspace, side: Side, change: (pane: Pane) => Pane): Workspace {
  if (side === 'main') return { ...state, main: change(state.main) };
  return state.beside ? { ...state, beside: change(state.beside) } : state;
}

/** Goes to a place in the reading room and remembers the one it came from. */
function travel(state: Workspace, side: Side, place: Place, flash: boolean): Workspace {
  const from = paneOf(state, side) ?? emptyPane;
  const here = placeOf(from);
  const pane: Pane = {
    ...arrive(from, place, flash, state.serial + 1),
    back: here ? [...from.back, here].slice(-HISTORY_LIMIT) : from.back,
    forward: [],
  };
  return { ...withPane(state, side, pane), room: 'reading', isSearchOpen: false };
}

function retrace(
  state: Workspace,
  side: Side,
  from: 'back' | 'forward',
  onto: 'back' | 'forward',
): Workspace {
  const pane = paneOf(state, side);
  const place = pane?.[from].at(-1);
  const here = pane && placeOf(pane);
  if (!pane || !place || !here) return state;
  return withPane(state, side, {
    ...arrive(pane, place, false, state.serial + 1),
    [from]: pane[from].slice(0, -1),
    [onto]: [...pane[onto], here],
  });
}

function arrive(pane: Pane, place: Place, flash: boolean, serial: number): Pane {
  const isSameDocument = pane.documentId === place.documentId;
  return {
    ...pane,
    documentId: place.documentId,
    offset: place.start,
    jump: { start: place.start, end: place.end, flash, serial },
    hits: isSameDocument ? pane.hits : [],
    currentHit: isSameDocument ? pane.currentHit : null,
  };
}

function withPane(state: Workspace, side: Side, pane: Pane): Workspace {
  const serial = state.serial + 1;
  return side === 'main'
    ? { ...state, main: pane, active: side, serial }
    : { ...state, beside: pane, active: side, serial };
}

function placeOf(pane: Pane): Place | null {
  if (pane.documentId === null) return null;
  return { documentId: pane.documentId, start: pane.offset, end: pane.offset };
}

function showHits(
  state: Workspace,
  action: Extract<WorkspaceAction, { kind: 'showHits' }>,
): Workspace {
  const side = action.side ?? state.active;
  const hit = action.current === null ? undefined : action.hits[action.current];
  const there =
    hit && action.goes
      ? goToHit(state, side, { documentId: action.documentId, ...hit })
      : travelUnlessOpen(state, side, action.documentId);
  return changePane(there, side, (pane) => ({
    ...pane,
    hits: action.hits,
    currentHit: action.current,
  }));
}

/** The first hit is a journey; what is typed on and walking from hit to hit belong to it. */
function goToHit(state: Workspace, side: Side, place: Place): Workspace {
  const pane = paneOf(state, side);
  const isUnderWay = pane?.documentId === place.documentId && pane.currentHit !== null;
  if (pane === null || !isUnderWay || state.isSearchOpen) return travel(state, side, place, false);
  return withPane(state, side, arrive(pane, place, false, state.serial + 1));
}

function travelUnlessOpen(state: Workspace, side: Side, documentId: DocumentId): Workspace {
  if (paneOf(state, side)?.documentId === documentId) return state;
  return travel(state, side, { documentId, start: 0, end: 0 }, false);
}

function stepHit(state: Workspace, step: 1 | -1): Workspace {
  const pane = activePane(state);
  const count = pane.hits.length;
  if (count === 0 || pane.documentId === null) return state;
  const from = pane.currentHit ?? (step === 1 ? -1 : 0);
  const index = (from + step + count) % count;
  const hit = pane.hits[index];
  if (!hit) return state;
  const place = { documentId: pane.documentId, ...hit };
  return withPane(state, state.active, {
    ...arrive(pane, place, false, state.serial + 1),
    currentHit: index,
  });
}
