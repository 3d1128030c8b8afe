import type { Document } from '../../shared/domain/document.ts';
import { useStrings } from '../app/useStrings.ts';
import { useDispatch, useWorkspaceValue } from '../app/useWorkspace.ts';
import { useAnswer } from '../app/useYandu.ts';
import { activePane } from '../app/workspace.ts';
import { DocumentCard } from './DocumentCard.tsx';
import styles from './Library.module.css';

/** Every document of the pack, front matter apart. A press opens it where it was left. */
export function Library() {
  const { reading } = useStrings();
  const dispatch = useDispatch();
  const { data: documents = [] } = useAnswer('listDocuments', {});
  const { data: places = [] } = useAnswer('listReadingPlaces', {});
  const documentId = useWorkspaceValue((workspace) => activePane(workspace).documentId);

  function open({ id }: Document, isBeside: boolean): void {
    const offset = places.find((place) => place.documentId === id)?.offset ?? 0;
    dispatch({
      kind: 'openDocument',
      documentId: id,
      offset,
      ...(isBeside && { side: 'beside' as const }),
    });
    dispatch({ kind: 'showTab', tab: 'outline' });
  }

  const groups = [
    { title: reading.documents, documents: documents.filter((one) => one.role === 'document') },
    {
      title: reading.frontMatter,
      documents: documents.filter((one) => one.role === 'front_matter'),
    },
  ].filter((group) => group.documents.length > 0);

  return groups.map((group) => (
    <section key={group.title} className={styles['group']} aria-label={group.title}>
      <ul role="list">
        {group.documents.map((document) => (
          <li key={document.id}>
            <DocumentCard
              document={document}
              isCurrent={document.id === documentId}
              onOpen={(isBeside) => {
                open(document, isBeside);
              }}
            />
          </li>
        ))}
      </ul>
    </section>
  ));
}
