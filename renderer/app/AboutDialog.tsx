import { assertNever } from '../../shared/domain/result.ts';
import type { Policy } from '../../shared/policy/policy.ts';
import type { Strings } from '../../shared/strings/zh.ts';
import { describeTrust } from '../packs/describeTrust.ts';
import { Dialog } from '../ui/Dialog.tsx';
import styles from './AboutDialog.module.css';
import { Upkeep } from './Upkeep.tsx';
import { useAppState } from './useAppState.ts';
import { useLanguage, useStrings } from './useStrings.ts';

/** What is running, on which content, and where the data lies. */
export function AboutDialog({ onClose }: { readonly onClose: () => void }) {
  const { app, packs, policy: policyWords } = useStrings();
  const language = useLanguage();
  const { pack, trust, versions, dataFolder, policy } = useAppState();
  const count = (value: number): string => value.toLocaleString(language === 'zh' ? 'zh-CN' : 'en');
  const text = app.aboutSheet;
  const rows: readonly (readonly [string, string])[] = [
    [text.program, versions.app],
    [text.pack, `${pack.title} ${pack.versionLabel}`],
    [
      text.content,
      text.packLine(pack.documentCount, count(pack.segmentCount), count(pack.characterCount)),
    ],
    [text.signature, describeTrust(trust, packs.trust)],
    [text.digest, pack.digest],
    [text.dataFolder, dataFolder],
    [policyWords.label, policySentence(policy, policyWords)],
    [text.runtime, versions.electron],
    [text.shipped, versions.electronShipped],
    [text.tested, versions.electronTested],
    [text.chromium, versions.chromium],
    [text.node, versions.node],
    [text.sqlite, versions.sqlite],
  ];
  return (
    <Dialog title={app.about} onClose={onClose}>
      <p className={styles['line']}>{text.line}</p>
      <dl className={styles['facts']}>
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Upkeep />
      <p className={styles['small']}>{text.offline}</p>
      <p className={styles['small']}>{text.licence}</p>
    </Dialog>
  );
}

function policySentence({ source, managed }: Policy, words: Strings['policy']): string {
  switch (source.status) {
    case 'absent':
      return words.absent;
    case 'active':
      return words.active(managed.map((key) => words.keys[key]).join(words.separator));
    case 'broken':
      return words.broken(source.file, words.why[source.problem](source.item));
    default:
      return assertNever(source);
  }
}
