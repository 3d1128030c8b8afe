import { useMemo, type KeyboardEvent } from 'react';
import type { AnnotationId } from '../../../shared/domain/ids.ts';
import { useOpenAnnotation } from '../../app/useOpenAnnotation.ts';
import { useStrings } from '../../app/useStrings.ts';
import { distinctKeys } from '../../ui/distinctKeys.ts';
import { AnnotationRow, type RowActions } from './AnnotationRow.tsx';
import styles from './AnnotationsPanel.module.css';
import type { AnnotationFilter } from './filterAnnotations.ts';
import type { AnnotationGroup, ListedAnnotation, SectionGroup } from './groupAnnotations.ts';
import { useGrowingCount } from './useGrowingCount.ts';
import type { ListKeys } from './useListKeys.ts';
import { useListPlace } from './useListPlace.ts';

type AnnotationGroupsProps = {
  readonly groups: readonly AnnotationGroup[];
  /** Their rows, as they come. */
  readonly order: readonly AnnotationId[];
  /** What they were found by. */
  readonly filter: AnnotationFilter;
  readonly chosen: ReadonlySet<AnnotationId>;
  readonly keys: ListKeys;
  readonly actions: RowActions;
};

/** The list itself: documents, sections, rows. One stop of the Tab key; arrows go from row to row. */
export function AnnotationGroups(props: AnnotationGroupsProps) {
  const { groups, order, filter, chosen, keys, actions } = props;
  const { current } = keys;
  const { openAnnotation } = useOpenAnnotation();
  const { list, lastSeen } = useListPlace(filter);
  const [drawn, drawAll] = useGrowingCount(order, filter, lastSeen);
  // What is typed in a field above draws no row anew.
  const rows = useMemo(() => {
    const rowOf = (one: ListedAnnotation) => (
      <AnnotationRow
        key={one.annotation.id}
        one={one}
        isSelected={chosen.has(one.annotation.id)}
        isOpen={openAnnotation === one.annotation.id}
        isCurrent={current === one.annotation.id}
        actions={actions}
      />
    );
    return firstOf(groups, drawn).map((group) => (
      <DocumentRows key={group.document?.id ?? 'free'} group={group} rowOf={rowOf} />
    ));
  }, [groups, drawn, chosen, openAnnotation, current, actions]);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    // The row one goes to must be there.
    if (event.key === 'End') drawAll();
    keys.onKeyDown(event);
  };
  return (
    <div ref={list} className={styles['groups']} onKeyDown={onKeyDown}>
      {rows}
    </div>
  );
}

type DocumentRowsProps = {
  readonly group: AnnotationGroup;
  readonly rowOf: (one: ListedAnnotation) => React.JSX.Element;
};

function DocumentRows({ group: { document, count, sections }, rowOf }: DocumentRowsProps) {
  const { notes } = useStrings();
  const keys = distinctKeys(sections.map(({ path }) => path.join('/')));
  return (
    <section>
      <h3 className={styles['group']} title={document?.title}>
        <span className={styles['title']}>{document?.shortTitle ?? notes.freeNotes}</span>
        <span className={styles['number']}>{count}</span>
      </h3>
      {sections.map((section, index) => (
        <SectionRows
          key={keys[index]}
          section={section}
          documentTitle={document?.title ?? null}
          rowOf={rowOf}
        />
      ))}
    </section>
  );
}

/** About that of a row, in root text sizes. */
const ROW_HEIGHT = 5;

type SectionRowsProps = {
  readonly section: SectionGroup;
  readonly documentTitle: string | null;
  readonly rowOf: (one: ListedAnnotation) => React.JSX.Element;
};

function SectionRows({ section: { path, members }, documentTitle, rowOf }: SectionRowsProps) {
  // Many documents have one outermost section: their own title.
  const titles = path.filter((title) => title !== documentTitle);
  const name = titles.at(-1);
  return (
    <div
      className={styles['rows']}
      style={{ containIntrinsicBlockSize: `auto ${String(members.length * ROW_HEIGHT)}rem` }}
    >
      {name !== undefined && (
        <h4 className={styles['section']} title={titles.join(' › ')}>
          {name}
        </h4>
      )}
      <ul className={styles['list']}>{members.map(rowOf)}</ul>
    </div>
  );
}

/** The first rows of the groups; groups keep their counts. */
function firstOf(groups: readonly AnnotationGroup[], limit: number): readonly AnnotationGroup[] {
  let left = limit;
  const first: AnnotationGroup[] = [];
  for (const group of groups) {
    if (left <= 0) break;
    const sections: SectionGroup[] = [];
    for (const section of group.sections) {
      if (left <= 0) break;
      const members =
        section.members.length <= left ? section.members : section.members.slice(0, left);
      sections.push({ ...section, members });
      left -= members.length;
    }
    first.push({ ...group, sections });
  }
  return first;
}
