import { makeAnchor } from '../../../shared/anchoring/makeAnchor.ts';
import type { Annotation, AnnotationTarget } from '../../../shared/domain/annotation.ts';
import type { DocumentContent } from '../../../shared/domain/document.ts';
import type { AnnotationId, IsoTime } from '../../../shared/domain/ids.ts';
import { assertNever } from '../../../shared/domain/result.ts';
import type { NewTarget } from '../../../shared/ipc/annotating.ts';

type DraftArgs = Pick<Annotation, 'pigment' | 'type'> & {
  readonly id: AnnotationId;
  readonly target: NewTarget;
  /** The document of a passage; undefined when it is not read. */
  readonly content: DocumentContent | undefined;
  readonly packVersion: number;
  readonly author: string;
  readonly at: IsoTime;
};

/**
 * A new annotation as main is about to store it, so that it is on screen (and its note takes letters) at
 * the very key press. Null where its text is not read: then it shows once main has answered.
 */
export function draftAnnotation(args: DraftArgs): Annotation | null {
  const target = draftTarget(args);
  if (target === null) return null;
  const { id, pigment, type, author, at } = args;
  return {
    id,
    target,
    pigment,
    note: '',
    type,
    isPrivate: false,
    tagIds: [],
    author: author.trim() === '' ? null : author.trim(),
    createdAt: at,
    updatedAt: at,
    deletedAt: null,
  };
}

function draftTarget({ target, content, packVersion }: DraftArgs): AnnotationTarget | null {
  switch (target.kind) {
    case 'passage': {
      if (content === undefined) return null;
      const { document, text, segments } = content;
      const anchor = makeAnchor(
        { document: { id: document.id, text, segments }, packVersion },
        target.place,
      );
      return anchor && { kind: 'passage', anchor };
    }
    case 'section':
    case 'document':
    case 'free':
      return target;
    default:
      return assertNever(target);
  }
}
