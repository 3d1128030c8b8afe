import { ChevronRight, StickyNote } from 'lucide-react';
import { memo, startTransition, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { DocumentContent, Section } from '../../shared/domain/document.ts';
import { useStrings } from '../app/useStrings.ts';
import { useWorkspaceStore } from '../app/useWorkspace.ts';
import { activePane } from '../app/workspace.ts';
import { useNoteWriter } from '../text/useNoteWriter.ts';
import { DocumentCard } from './DocumentCard.tsx';
import styles from './Outline.module.css';
import { outlineTree, type OutlineNode } from './outlineTree.ts';
import { useReadingSections } from './useReadingSections.ts';

/** Short outlines stand open; long ones open around the place one reads. */
const ALL_OPEN_BELOW = 30;
/** Chapters below the current one that are drawn with it: more than a screen shows. */
const AHEAD = 60;

type OutlineProps = {
  readonly content: DocumentContent;
  /** How many annotations lie in each section, its parts included. */
  readonly counts: ReadonlyMap<Section['key'], number>;
};

/** The outline of the document one reads. It follows the reading place and shows where notes are. */
export function Outline({ content: { document, sections }, counts }: OutlineProps) {
  const { reading } = useStrings();
  const { dispatch, read } = useWorkspaceStore();
  const writer = useNoteWriter();
  const tree = useMemo(() => outlineTree(sections, document.title), [document.title, sections]);
  const path = useReadingSections(sections, activePane).map(({ key }) => key);
  const [isWhole, setWhole] = useState(false);
  const [toggled, setToggled] = useState<ReadonlyMap<Section['key'], boolean>>(new Map());
  const current = path.at(-1);
  const list = useRef<HTMLElement>(null);

  // The outline's own scroll follows the reading place, and no further than needed.
  useEffect(() => {
    list.current?.querySelector('[aria-current="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [current]);

  // The text is not kept waiting for hundreds of rows: those far below come after it, and move nothing.
  useEffect(() => {
    const timer = setTimeout(() => {
      startTransition(() => {
        setWhole(true);
      });
    });
    return () => {
      clearTimeout(timer);
    };
  }, []);

  const toggle = useCallback(
    (key: Section['key'], isOpen: boolean) => {
      setToggled((before) => new Map([...before, [key, isOpen]]));
    },
    [setToggled],
  );
  const go = useCallback(
    ({ documentId, start }: Section) => {
      dispatch({ kind: 'go', place: { documentId, start, end: start }, flash: false });
    },
    [dispatch],
  );
  const write = useCallback(
    (section: Section) => {
      const { offset } = activePane(read());
      if (offset < section.start || section.end <= offset) go(section);
      writer.onSection(section);
    },
    [go, read, writer],
  );
  const deeds = useMemo<Deeds>(() => ({ toggle, go, write }), [toggle, go, write]);
  const view: TreeView = {
    counts,
    path,
    isOpen: (key) => toggled.get(key) ?? (sections.length < ALL_OPEN_BELOW || path.includes(key)),
    deeds,
  };

  return (
    <>
      <DocumentCard
        document={document}
        isCurrent
        onOpen={() => {
          dispatch({ kind: 'openDocument', documentId: document.id });
        }}
      />
      <nav ref={list} aria-label={reading.outline} className={styles['outline']}>
        {tree.length === 0 ? (
          <p className={styles['empty']}>{reading.noOutline}</p>
        ) : (
          <Branch nodes={isWhole ? tree : withinSight(tree, path)} depth={0} view={view} />
        )}
      </nav>
    </>
  );
}

/** All above the current one, which keeps its place when the others come, and a screen below it. */
function withinSight(
  tree: readonly OutlineNode[],
  path: readonly Section['key'][],
): readonly OutlineNode[] {
  const current = tree.findIndex(({ section }) => path.includes(section.key));
  return tree.slice(0, Math.max(0, current) + AHEAD);
}

/** What the rows can do; never changes. */
type Deeds = {
  readonly toggle: (key: Section['key'], isOpen: boolean) => void;
  readonly go: (section: Section) => void;
  readonly write: (section: Section) => void;
};

type TreeView = {
  readonly counts: ReadonlyMap<Section['key'], number>;
  /** The sections one reads in; the last one is the innermost. */
  readonly path: readonly Section['key'][];
  readonly isOpen: (key: Section['key']) => boolean;
  readonly deeds: Deeds;
};

type BranchProps = {
  readonly nodes: readonly OutlineNode[];
  readonly depth: number;
  readonly view: TreeView;
};

function Branch({ nodes, depth, view }: BranchProps) {
  const { path, counts, deeds } = view;
  return (
    <ul role="list">
      {nodes.map(({ section, children }) => {
        const { key } = section;
        const isOpen = children.length > 0 && view.isOpen(key);
        return (
          <li key={key}>
            <Row
              section={section}
              depth={depth}
              fold={children.length === 0 ? 'none' : isOpen ? 'open' : 'closed'}
              count={counts.get(key) ?? 0}
              isOnPath={path.includes(key)}
              isCurrent={key === path.at(-1)}
              deeds={deeds}
            />
            {isOpen && <Branch nodes={children} depth={depth + 1} view={view} />}
          </li>
        );
      })}
    </ul>
  );
}

type RowProps = {
  readonly section: Section;
  readonly depth: number;
  readonly fold: 'none' | 'open' | 'closed';
  readonly count: number;
  readonly isOnPath: boolean;
  readonly isCurrent: boolean;
  readonly deeds: Deeds;
};

/** One heading; drawn again when something about it changes, not whenever the reader moves on. */
const Row = memo(function Row({
  section,
  depth,
  fold,
  count,
  isOnPath,
  isCurrent,
  deeds: { toggle, go, write },
}: RowProps) {
  const { notes, reading } = useStrings();
  const isOpen = fold === 'open';
  return (
    <div className={styles['row']} style={{ paddingInlineStart: `${0.5 + depth}rem` }}>
      {fold === 'none' ? (
        <span className={styles['fold']} />
      ) : (
        <button
          type="button"
          className={styles['fold']}
          aria-expanded={isOpen}
          aria-label={isOpen ? reading.collapse(section.title) : reading.expand(section.title)}
          onClick={() => {
            toggle(section.key, !isOpen);
          }}
        >
          <ChevronRight size={12} strokeWidth={2} aria-hidden />
        </button>
      )}
      <button
        type="button"
        className={styles['entry']}
        data-on-path={isOnPath || undefined}
        aria-current={isCurrent ? 'true' : undefined}
        title={section.title}
        onClick={() => {
          go(section);
        }}
      >
        <span className={styles['title']}>{section.title}</span>
        {count > 0 && (
          <span className={styles['count']} title={reading.noteCount(count)}>
            {count}
          </span>
        )}
      </button>
      <button
        type="button"
        className={styles['write']}
        aria-label={notes.noteOnSection(section.title)}
        title={notes.newSectionNote}
        onClick={() => {
          write(section);
        }}
      >
        <StickyNote size={14} strokeWidth={1.5} aria-hidden />
      </button>
    </div>
  );
});
