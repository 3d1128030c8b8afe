import { useState } from 'react';
import {
  exportFormats,
  type ExportFormat,
  type Handout,
  type HandoutCopy,
} from '../../shared/domain/handout.ts';
import { FormatsManaged } from '../app/FormatsManaged.tsx';
import { useAllowedFormats } from '../app/useAllowedFormats.ts';
import { useAnnounce } from '../app/useAnnounce.ts';
import { useStrings } from '../app/useStrings.ts';
import { useSettings } from '../app/useSettings.ts';
import { useAnswer, useCall } from '../app/useYandu.ts';
import { Button } from '../ui/Button.tsx';
import { Choice } from '../ui/Choice.tsx';
import { PdfPages } from './PdfPages.tsx';
import styles from './PreviewPane.module.css';
import { RecheckButton } from './RecheckButton.tsx';

type PreviewPaneProps = { readonly handout: Handout; readonly isSaving: boolean };

/** The exported PDF itself, drawn page by page, and the ways out of the program. */
export function PreviewPane({ handout, isSaving }: PreviewPaneProps) {
  const { handout: words } = useStrings();
  const call = useCall();
  const { language } = useSettings();
  const announce = useAnnounce();
  const [copy, setCopy] = useState<HandoutCopy>('facilitator');
  const [isBusy, setIsBusy] = useState(false);
  const preview = useAnswer('previewHandout', { id: handout.id, copy }, { keepPrevious: true });
  const { isAllowed, forbidden } = useAllowedFormats(
    { kind: 'handout', id: handout.id },
    exportFormats,
  );
  const { data: quotes } = useAnswer('checkQuotes', { id: handout.id }, { keepPrevious: true });

  const exportAs = async (format: ExportFormat): Promise<void> => {
    setIsBusy(true);
    const result = await call('exportHandout', { id: handout.id, copy, format });
    setIsBusy(false);
    if (!result.ok) return;
    const { fileName, quotes: checked, fonts } = result.value;
    announce(
      words.exported({
        file: fileName,
        equal: checked.equal,
        total: checked.total,
        fonts: fonts.join('、'),
      }),
    );
  };

  return (
    <section className={styles['pane']} aria-label={words.preview}>
      <div className={styles['bar']}>
        <Choice
          legend={words.copy}
          value={copy}
          options={(['facilitator', 'members'] as const).map((value) => ({
            value,
            label: words.copies[value],
          }))}
          onChange={setCopy}
        />
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
        </div>
      </div>
      <div className={styles['managed']}>
        <FormatsManaged forbidden={forbidden} />
      </div>
      {preview.data ? (
        <PdfPages pdf={preview.data} />
      ) : (
        <p className={styles['state']}>
          {preview.isError ? words.previewFailed : words.previewing}
        </p>
      )}
      <footer className={styles['foot']}>
        <span data-equal={quotes?.equal === quotes?.total}>
          {quotes && words.quotes(quotes.equal, quotes.total)}
        </span>
        <span>{isSaving ? words.saving : words.saved(savedAt(handout, language))}</span>
        <RecheckButton />
      </footer>
    </section>
  );
}

function savedAt(handout: Handout, language: 'zh' | 'en'): string {
  return new Date(handout.updatedAt).toLocaleTimeString(language === 'zh' ? 'zh-CN' : 'en-GB', {
    hour: '2-digit',
    minute: '2-digit',
  });
}
