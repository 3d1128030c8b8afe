import {
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type ComponentType,
  type ReactNode,
} from 'react';
import type { DocumentContent } from '../../shared/domain/document.ts';
import type { TextRange } from '../../shared/domain/place.ts';
import { useSettings } from '../app/useSettings.ts';
import { useStrings } from '../app/useStrings.ts';
import { useDispatch, useWorkspaceValue } from '../app/useWorkspace.ts';
import { paneOf, type Jump, type Side } from '../app/workspace.ts';
import { classNames } from '../ui/classNames.ts';
import type { AnnotationSpan } from '../text/annotationSpan.ts';
import { SurfaceContext, type Surface } from '../text/useSurface.ts';
import { layOutChunks } from './block.ts';
import { DocumentText } from './DocumentText.tsx';
import { PaneHeader } from './PaneHeader.tsx';
import styles from './ReaderPane.module.css';
import { flashPlace, scrollToPlace } from './scrollToPlace.ts';
import type { AnnotationMarkType } from './SegmentText.tsx';
import { markCurrentHit } from './markCurrentHit.ts';
import { spansBySegment, type SpansBySegment } from './spansBySegment.ts';
import { TaskFilter } from './TaskFilter.tsx';
import { useEndKey } from './useEndKey.ts';
import { useFootnoteLayer } from './useFootnoteLayer.tsx';
import { FootnotesContext } from './useFootnotes.ts';
import { useGrowingText } from './useGrowingText.ts';
import { useMargin, type Margin } from './useMargin.ts';
import { useReaderShortcuts } from './useReaderShortcuts.ts';
import { useReadingPlace } from './useReadingPlace.ts';

type ReaderPaneProps = {
  readonly side: Side;
  readonly content: DocumentContent;
  readonly annotations: readonly AnnotationSpan[];
  readonly AnnotationMark: AnnotationMarkType;
  /** False while another room lies over this one: its keys rest then. */
  readonly isShown: boolean;
  /** Between header and text: find bar. These three are mounted once the text is there. */
  readonly top: ReactNode;
  /** Beside the text, level with it; given whether there is room for all notes or for the open one alone. */
  readonly Margin: ComponentType<{ readonly form: 'notes' | 'card' }>;
  /** Over the text: selection bar. */
  readonly overlay: ReactNode;
};

/** One document on screen: its header, its text, its margin. */
export function ReaderPane(props: ReaderPaneProps) {
  const { side, content, annotations, AnnotationMark, isShown } = props;
  const { reading } = useStrings();
  const dispatch = useDispatch();
  const settings = useSettings();
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const [root, setRoot] = useState<HTMLElement | null>(null);
  const [department, setDepartment] = useState<string | null>(null);
  const [footnotes, popover] = useFootnoteLayer(content, side);
  const spans = useSpans(content, annotations, side);
  const margin = useMargin(scroller);
  const isActive = useWorkspaceValue((workspace) => workspace.active === side);
  const name = side === 'main' ? reading.sideMain : reading.sideBeside;

  const jump = useWorkspaceValue((workspace) => paneOf(workspace, side)?.jump ?? null);
  const chunks = useMemo(() => layOutChunks(content.segments), [content]);
  const { there, complete } = useGrowingText(chunks, jump, scroller, root);
  useJumps(jump, content, scroller, root);
  useEndKey(side, content, scroller);
  useReadingPlace(side, content.document.id, scroller, root);

  const surface = useMemo<Surface | null>(
    () => (scroller && root ? { side, content, scroller, root, complete } : null),
    [complete, content, root, scroller, side],
  );
  const activate = (): void => {
    dispatch({ kind: 'activate', side });
  };

  return (
    <SurfaceContext value={surface}>
      <section
        className={styles['pane']}
        data-side={side}
        aria-label={name}
        onPointerDownCapture={activate}
        onFocusCapture={activate}
      >
        <PaneHeader side={side} content={content} margin={margin} />
        {surface && isShown && props.top}
        <TaskFilter content={content} department={department} onChange={setDepartment} />
        <div
          ref={setScroller}
          className={styles['scroller']}
          tabIndex={0}
          role="group"
          aria-label={`${reading.text}：${content.document.shortTitle}`}
        >
          <div className={styles['sheet']} data-margin={margin.form}>
            <h1 className="visually-hidden">{content.document.title}</h1>
            <article
              ref={setRoot}
              lang="zh-CN"
              className={classNames(
                styles['text'],
                settings.paragraphNumbers && styles['numbered'],
              )}

              // The names are text like any other; the list above does the same by keyboard.
              onClick={(event) => {
                const name = pressedDepartment(event.target);
                if (name !== null) setDepartment(name === department ? null : name);
              }}
            >
              <FootnotesContext value={footnotes}>
                <DocumentText
                  text={content.text}
                  chunks={chunks}
                  there={there}
                  spans={spans}
                  AnnotationMark={AnnotationMark}
                  department={department}
                />
              </FootnotesContext>
            </article>
            <aside className={styles['margin']} aria-label={reading.ofSide(reading.margin, name)}>
              {surface && margin.form !== 'folded' && (
                <props.Margin form={margin.form === 'card' ? 'card' : 'notes'} />
              )}
            </aside>
          </div>
        </div>
        {popover}
        {surface && isShown && isActive && <ReaderKeys margin={margin} />}
        {surface && isShown && props.overlay}
      </section>
    </SurfaceContext>
  );
}

/** The department a click is on, unless it ends a selection. */
function pressedDepartment(target: EventTarget): string | null {
  if (!(target instanceof Element) || document.getSelection()?.isCollapsed === false) return null;
  return target.closest('[data-department]')?.textContent ?? null;
}

/** Keys belong to the pane one is in. */
function ReaderKeys({ margin }: { readonly margin: Margin }) {
  useReaderShortcuts(margin);
  return null;
}

const noSpans: SpansBySegment = new Map();
const noHits: readonly TextRange[] = [];

/** Segments whose spans did not change keep their very array, and are not drawn again. */
function useSpans(
  { segments }: DocumentContent,
  annotations: readonly AnnotationSpan[],
  side: Side,
): SpansBySegment {
  const hits = useWorkspaceValue((workspace) => paneOf(workspace, side)?.hits ?? noHits);
  const currentHit = useWorkspaceValue((workspace) => paneOf(workspace, side)?.currentHit ?? null);
  const inputs = [segments, annotations, hits] as const;
  const [drawn, setDrawn] = useState({ inputs, spans: noSpans });
  const isCurrent =
    drawn.spans !== noSpans && drawn.inputs.every((one, index) => one === inputs[index]);
  const spans = isCurrent ? drawn.spans : spansBySegment(segments, annotations, hits, drawn.spans);
  // React's way to keep something of the last render: state set while rendering.
  if (!isCurrent) setDrawn({ inputs, spans });
  const hit = currentHit === null ? undefined : hits[currentHit];
  return useMemo(() => markCurrentHit(spans, segments, hit), [spans, segments, hit]);
}

function useJumps(
  jump: Jump | null,
  { document }: DocumentContent,
  scroller: HTMLElement | null,
  root: HTMLElement | null,
): void {
  const done = useRef<number | null>(null);
  // Scrolling is the browser's; before the paint, so that nothing is seen moving.
  useLayoutEffect(() => {
    if (!jump || !scroller || !root || done.current === jump.serial) return;
    done.current = jump.serial;
    const stop = scrollToPlace(scroller, root, jump);
    if (jump.flash && jump.end > jump.start) flashPlace(root, jump);
    return stop;
  }, [jump, scroller, root, document.id]);
}
