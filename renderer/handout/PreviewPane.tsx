import { useState } from 'react';
import type { Handout, HandoutCopy } from '../../shared/domain/handout.ts';
import { useStrings } from '../app/useStrings.ts';
import { useSettings } from '../app/useSettings.ts';
import { useAnswer } from '../app/useYandu.ts';
import { Choice } from '../ui/Choice.tsx';
import { ExportBar } from './ExportBar.tsx';
import { PdfPages } from './PdfPages.tsx';
import styles from './PreviewPane.module.css';
import { RecheckButton } from './RecheckButton.tsx';
import { usePreview } from './usePreview.ts';

type PreviewPaneProps = { readonly handout: Handout; readonly isSaving: boolean };

/** The exported PDF itself, drawn page by page, and the ways out of the program. */
export function PreviewPane({ handout, isSaving }: PreviewPaneProps) {
  const { handout: words } = useStrings();
  const { language } = useSettings();
  const [copy, setCopy] = useState<HandoutCopy>('facilitator');
  const { shown, isBehind } = usePreview(handout, copy);
  const { data: quotes } = useAnswer('checkQuotes', { id: handout.id }, { keepPrevious: true });

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
        <ExportBar id={handout.id} copy={copy} isSaving={isSaving} />
      </div>
      {shown.status === 'pages' ? (
        <PdfPages pdf={shown.pdf} isBehind={isSaving || isBehind} />
      ) : (
        <p className={styles['state']}>
          {shown.status === 'failed' ? words.previewFailed : words.previewing}
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
