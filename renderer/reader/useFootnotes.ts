import type { SegmentId } from '../../shared/domain/ids.ts';
import { createRequiredContext } from '../ui/createRequiredContext.ts';

/** What a footnote mark can ask of the text it stands in. */
export type Footnotes = {
  readonly textOf: (id: SegmentId) => string;
  readonly show: (id: SegmentId, mark: HTMLElement) => void;
  readonly hide: () => void;
  readonly goTo: (id: SegmentId) => void;
};

export const [FootnotesContext, useFootnotes] = createRequiredContext<Footnotes>('footnotes');
