import { ChevronRight, StickyNote } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { DocumentContent, Section } from '../../shared/domain/document.ts';
import { sectionPath } from '../../shared/text/sectionPath.ts';
import { useStrings } from '../app/useStrings.ts';
import { useWorkspace } from '../app/useWorkspace.ts';
import { activePane } from '../app/workspace.ts';
import { useNoteWriter } from '../text/useNoteWriter.ts';
import { DocumentCard } from './DocumentCard.tsx';
import styles from './Outline.module.css';
import { outlineTree, type OutlineNode } from './outlineTree.ts';

/** Short outlines stand open; long ones open around the place one reads. */
const ALL_OPEN_BELOW = 30;

type OutlineProps = {
  readonly content: DocumentContent;
  /** How many annotations lie in each section, its parts included. */
  readonly counts: ReadonlyMap<Section['key'], number>;
};

/** The outline of the document one reads. It follows the reading place and shows where notes are. */
export function Outline({ content: { document, sections }, counts }: OutlineProps) {
  const { reading } = useStrings();
  const { workspace, dispatch } = useWorkspace();
  const writer = useNoteWriter();
  const { offset } = activePane(workspace);
  const tree = useMemo(() => outlineTree(sections, document.title), [document.title, sections]);
  const path = sectionPath(sections, offset);
  const [toggled, setToggled] = useState<ReadonlyMap<Section['key'], boolean>>(new Map());
  const current = path.at(-1)?.key;
  const list = useRef<HTMLElement>(null);

  // The outline's own scroll follows the reading place, and no further than needed.
  useEffect(() => {
    list.current?.querySelector('[aria-current="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [current]);

  function go({ documentId, start }: Section): void {
    dispatch({ kind: 'go', place: { documentId, start, end: start }, flash: false });
  }

  const view: TreeView = {
    counts,
    current,
    path: new Set(path.map((section) => section.key)),
    isOpen: (key) =>
      toggled.get(key) ??
      (sections.length < ALL_OPEN_BELOW || path.some((section) => section.key === key)),
    toggle: (key, isOpen) => {
      setToggled(new Map([...toggled, [key, isOpen]]));
    },
    go,
    write: (section) => {
      if (offset < section.start || section.end <= offset) go(section);
      writer.onSection(section);
    },
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
          <Branch nodes={tree} depth={0} view={view} />
        )}
      </nav>
    </>
  );
}

type TreeView = {
  readonly counts: ReadonlyMap<Section['key'], number>;
  readonly current: Section['key'] | undefined;
  readonly path: ReadonlySet<Section['key']>;
  readonly isOpen: (key: Section['key']) => boolean;
  readonly toggle: (key: Section['key'], isOpen: boolean) => void;
  readonly go: (section: Section) => void;
  readonly write: (section: Section) => void;
};

type BranchProps = {
  readonly nodes: readonly OutlineNode[];
  readonly depth: number;
  readonly view: TreeView;
};

function Branch({ nodes, depth, view }: BranchProps) {
  return (
    <ul role="list">
      {nodes.map((node) => (
        <Twig key={node.section.key} node={node} depth={depth} view={view} />
      ))}
    </ul>
  );
}

type TwigProps = Omit<BranchProps, 'nodes'> & { readonly node: OutlineNode };

function Twig({ node: { section, children }, depth, view }: TwigProps) {
  const { notes, reading } = useStrings();
  const isOpen = view.isOpen(section.key);
  const count = view.counts.get(section.key) ?? 0;
  return (
    <li>
      <div className={styles['row']} style={{ paddingInlineStart: `${0.5 + depth}rem` }}>
        {children.length > 0 ? (
          <button
            type="button"
            className={styles['fold']}
            aria-expanded={isOpen}
            aria-label={isOpen ? reading.collapse(section.title) : reading.expand(section.title)}
            onClick={() => {
              view.toggle(section.key, !isOpen);
            }}
          >
            <ChevronRight size={12} strokeWidth={2} aria-hidden />
          </button>
        ) : (
          <span className={styles['fold']} />
        )}
        <button
          type="button"
          className={styles['entry']}
          data-on-path={view.path.has(section.key) || undefined}
          aria-current={section.key === view.current ? 'true' : undefined}
          title={section.title}
          onClick={() => {
            view.go(section);
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
            view.write(section);
          }}
        >
          <StickyNote size={14} strokeWidth={1.5} aria-hidden />
        </button>
      </div>
      {isOpen && children.length > 0 && <Branch nodes={children} depth={depth + 1} view={view} />}
    </li>
  );
}
