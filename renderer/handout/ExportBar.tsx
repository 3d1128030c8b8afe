import { Printer } from 'lucide-react';
import { useState } from 'react';
import { exportFormats, type ExportFormat, type HandoutCopy } from '../../shared/domain/handout.ts';
import type { HandoutId } from '../../shared/domain/ids.ts';
import { FormatsManaged } from '../app/FormatsManaged.tsx';
import { useAllowedFormats } from '../app/useAllowedFormats.ts';
import { useAnnounce } from '../app/useAnnounce.ts';
import { useShortcuts } from '../app/useShortcuts.ts';
import { useStrings } from '../app/useStrings.ts';
import { useCall, type Answer } from '../app/useYandu.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import styles from './PreviewPane.module.css';

type ExportBarProps = {
  readonly id: HandoutId;
  readonly copy: HandoutCopy;
  /** True while something typed is not stored yet; what leaves is what is stored. */
  readonly isSaving: boolean;
};

/** The ways out of the program: five kinds of file, and paper. */
export function ExportBar({ id, copy, isSaving }: ExportBarProps) {
  const { handout: words } = useStrings();
  const call = useCall();
  const announce = useAnnounce();
  const [isBusy, setIsBusy] = useState(false);
  const { isAllowed, forbidden } = useAllowedFormats({ kind: 'handout', id }, [
    ...exportFormats,
    'print',
  ]);

  const exportAs = async (format: ExportFormat): Promise<void> => {
    setIsBusy(true);
    const result = await call('exportHandout', { id, copy, format });
    setIsBusy(false);
    if (!result.ok) return;
    const { fileName: file, quotes, fonts } = result.value;
    announce(
      words.exported({
        file,
        equal: quotes.equal,
        total: quotes.total,
        fonts: fonts.map((font) => nameOf(font, words.bundledFont)).join('、'),
      }),
    );
  };
  const print = async (): Promise<void> => {
    if (isBusy || isSaving || !isAllowed('print')) return;
    setIsBusy(true);
    const result = await call('printHandout', { id, copy });
    setIsBusy(false);
    if (result.ok) announce(words.printed);
  };
  useShortcuts([
    { combo: 'Ctrl+P', group: 'handout', label: words.print, run: () => void print() },
  ]);

  return (
    <>
      <div className={styles['formats']} role="group" aria-label={words.exportAs}>
        {exportFormats.map((format) => (
          <Button
            key={format}
            kind={format === 'docx' ? 'primary' : 'plain'}
            disabled={isBusy || isSaving || !isAllowed(format)}
            aria-label={`${words.exportAs} ${words.formats[format]}`}
            onClick={() => void exportAs(format)}
          >
            {words.formats[format]}
          </Button>
        ))}
        <IconButton
          icon={Printer}
          kind="plain"
          label={words.print}
          disabled={isBusy || isSaving || !isAllowed('print')}
          onClick={() => void print()}
        />
      </div>
      <div className={styles['managed']}>
        <FormatsManaged forbidden={forbidden} />
      </div>
    </>
  );
}

function nameOf(
  { name, isBundled }: Answer<'exportHandout'>['fonts'][number],
  bundled: string,
): string {
  return isBundled ? `${name}${bundled}` : name;
}
