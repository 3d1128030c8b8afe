import type { AnnotationCounts, InstallReport } from '../../shared/packs/installReport.ts';
import type { PackTrust } from '../../shared/packs/packTrust.ts';
import { useStrings } from '../app/useStrings.ts';
import { useDispatch } from '../app/useWorkspace.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { describeTrust } from './describeTrust.ts';
import styles from './InstallSheet.module.css';

type SheetProps = {
  readonly report: InstallReport;
  readonly onClose: () => void;
  readonly onChooseOther: () => void;
};

/** What came of an installation, and what is left for a person to decide. */
export function InstallReportSheet({ report, onClose, onChooseOther }: SheetProps) {
  const { app, packs, packCheck } = useStrings();
  const done = (
    <Button kind="primary" onClick={onClose} data-autofocus>
      {app.done}
    </Button>
  );
  switch (report.status) {
    case 'refused':
      return (
        <Dialog
          title={packs.refused}
          onClose={onClose}
          footer={
            <>
              <Button onClick={onChooseOther}>{packs.other}</Button>
              {done}
            </>
          }
        >
          <p role="alert" className={styles['lead']}>
            {packCheck[report.code](report.detail)}
          </p>
          <p className={styles['line']}>{packs.kept}</p>
        </Dialog>
      );
    case 'known':
      return (
        <Dialog title={packs.done.known} onClose={onClose} footer={done}>
          <p className={styles['lead']}>{packs.edition(report.title, report.versionLabel)}</p>
        </Dialog>
      );
    case 'installed':
      return (
        <Dialog title={packs.done.installed} onClose={onClose} footer={done}>
          <p className={styles['lead']}>{packs.edition(report.title, report.versionLabel)}</p>
          <Trust trust={report.trust} hasDirectionOverrides={report.hasDirectionOverrides} />
        </Dialog>
      );
    case 'updated':
      return <UpdateSheet report={report} onClose={onClose} />;
  }
}

type UpdateProps = {
  readonly report: Extract<InstallReport, { readonly status: 'updated' }>;
  readonly onClose: () => void;
};

function UpdateSheet({ report, onClose }: UpdateProps) {
  const { app, packs } = useStrings();
  const dispatch = useDispatch();
  const { annotations, documents } = report;
  const isOpen = annotations.review + annotations.unplaced > 0;
  return (
    <Dialog
      title={packs.done.updated}
      onClose={onClose}
      footer={
        <>
          {isOpen && (
            <Button
              onClick={() => {
                onClose();
                dispatch({ kind: 'enterRoom', room: 'reading' });
                dispatch({ kind: 'showTab', tab: 'annotations' });
              }}
            >
              {packs.seeAnnotations}
            </Button>
          )}
          <Button kind="primary" onClick={onClose} data-autofocus>
            {app.done}
          </Button>
        </>
      }
    >
      <p className={styles['lead']}>
        {packs.from(report.title, report.fromLabel, report.versionLabel)}
      </p>
      <Trust trust={report.trust} hasDirectionOverrides={report.hasDirectionOverrides} />
      <Annotations counts={annotations} />
      <Titles label={packs.added} titles={documents.added} />
      <Titles label={packs.removed} titles={documents.removed} />
      <Titles label={packs.changed} titles={documents.changed} />
      <p className={styles['line']}>{packs.same(documents.same)}</p>
      <p className={styles['line']}>{packs.fileKept}</p>
    </Dialog>
  );
}

function Annotations({ counts }: { readonly counts: AnnotationCounts }) {
  const { packs } = useStrings();
  const { placed, review, unplaced } = counts;
  const total = placed + review + unplaced;
  if (total === 0) return <p className={styles['line']}>{packs.noAnnotations}</p>;
  return (
    <section className={styles['group']}>
      <h3>{packs.everyAnnotation(total)}</h3>
      <ul>
        {placed > 0 && <li>{packs.placed(placed)}</li>}
        {review > 0 && <li>{packs.review(review)}</li>}
        {unplaced > 0 && <li>{packs.unplaced(unplaced)}</li>}
      </ul>
    </section>
  );
}

function Titles({ label, titles }: { readonly label: string; readonly titles: readonly string[] }) {
  if (titles.length === 0) return null;
  return (
    <section className={styles['group']}>
      <h3>{label}</h3>
      <ul>
        {titles.map((title, index) => (
          // Two documents may have one title.
          <li key={index}>{title}</li>
        ))}
      </ul>
    </section>
  );
}

type TrustProps = { readonly trust: PackTrust; readonly hasDirectionOverrides: boolean };

function Trust({ trust, hasDirectionOverrides }: TrustProps) {
  const { packs } = useStrings();
  const until = trust.kind === 'signed' && trust.standing === 'over' ? trust.validUntil : null;
  return (
    <>
      <p className={styles['line']}>{describeTrust(trust, packs.trust)}</p>
      {until !== null && <p className={styles['warning']}>{packs.overWarning(until)}</p>}
      {hasDirectionOverrides && <p className={styles['warning']}>{packs.directionWarning}</p>}
    </>
  );
}
