import { pigments } from '../../../shared/domain/annotation.ts';
import { citationFormats } from '../../../shared/domain/handout.ts';
import { useOpenAnnotation } from '../../app/useOpenAnnotation.ts';
import { useChangeSettings, useSettings } from '../../app/useSettings.ts';
import { useStrings } from '../../app/useStrings.ts';
import { useSurface } from '../../text/useSurface.ts';
import { Select } from '../../ui/Select.tsx';
import styles from './SelectionBar.module.css';
import { useMarking } from './useMarking.ts';
import { useMarkingShortcuts } from './useMarkingShortcuts.ts';
import { usePigmentName } from './usePigmentName.ts';
import { useSelectedPlace, type SelectedPlace } from './useSelectedPlace.ts';

/** The bar's own height with its distance to the line, in CSS pixels. */
const BAR_HEIGHT = 48;
const BAR_WIDTH = 470;
/** Of the button that is there while a note is open. */
const LINK_WIDTH = 140;

/** Appears where the hand has just selected text, and goes with the selection. */
export function SelectionBar() {
  const surface = useSurface();
  const { notes } = useStrings();
  const marking = useMarking(surface);
  const selected = useSelectedPlace(surface);
  const pigmentName = usePigmentName();
  const { openAnnotation } = useOpenAnnotation();
  const { citationFormat } = useSettings();
  const changeSettings = useChangeSettings();
  useMarkingShortcuts(surface, marking);
  if (selected === null) return null;

  const width = openAnnotation === null ? BAR_WIDTH : BAR_WIDTH + LINK_WIDTH;
  const place = barPlace(selected, surface.scroller.getBoundingClientRect(), width);
  return (
    <div
      role="toolbar"
      aria-label={notes.bar}
      className={styles['bar']}
      style={place}
      // A press on the bar must not take the selection away.
      onMouseDown={(event) => {
        if (!(event.target instanceof HTMLSelectElement)) event.preventDefault();
      }}
    >
      {pigments.map((pigment, index) => (
        <button
          key={pigment}
          type="button"
          className={styles['pigment']}
          data-pigment={pigment}
          aria-label={notes.markIn(pigmentName(pigment))}
          aria-keyshortcuts={String(index + 1)}
          title={`${pigmentName(pigment)} ${String(index + 1)}`}
          onClick={() => {
            marking.colour(pigment);
          }}
        />
      ))}
      <span className={styles['gap']} />
      <BarButton label={notes.note} shortcut="N" onClick={marking.note} />
      <BarButton label={notes.addToHandout} shortcut="H" onClick={marking.addToHandout} />
      <BarButton label={notes.cite} shortcut="C" onClick={marking.copy} />
      <Select
        label={notes.citationFormat}
        value={citationFormat}
        options={citationFormats.map((value) => ({ value, label: notes.citationFormats[value] }))}
        onChange={(chosen) => {
          changeSettings({ citationFormat: chosen });
        }}
      />
      <BarButton label={notes.copyLink} shortcut="L" onClick={marking.copyLink} />
      {openAnnotation !== null && (
        <BarButton label={notes.linkInNote} shortcut="Shift+L" onClick={marking.linkInNote} />
      )}
    </div>
  );
}

/** Below the selection's end, where the hand is; above its beginning when there is no room below. */
function barPlace(
  { first, last }: SelectedPlace,
  bounds: DOMRect,
  width: number,
): { readonly left: number; readonly top: number } {
  const left = Math.min(
    Math.max(last.right - width / 2, bounds.left + 8),
    Math.max(window.innerWidth - width - 8, 8),
  );
  const below = last.bottom + 8;
  if (below + BAR_HEIGHT < bounds.bottom) return { left, top: Math.max(below, bounds.top + 8) };
  return { left, top: Math.max(first.top - BAR_HEIGHT, bounds.top + 8) };
}

type BarButtonProps = {
  readonly label: string;
  readonly shortcut: string;
  readonly onClick: () => void;
};

function BarButton({ label, shortcut, onClick }: BarButtonProps) {
  return (
    <button
      type="button"
      className={styles['button']}
      aria-keyshortcuts={shortcut}
      aria-label={label}
      onClick={onClick}
    >
      {label} <kbd aria-hidden>{shortcut.replace('Shift+', '⇧')}</kbd>
    </button>
  );
}
