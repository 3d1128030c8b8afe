import { ManagedMark } from '../app/ManagedMark.tsx';
import { useAppState } from '../app/useAppState.ts';
import { useStrings } from '../app/useStrings.ts';
import styles from './PacksDialog.module.css';

/** What the admin decided about packs, beside the button that would install one; nothing where nothing is decided. */
export function PacksManaged() {
  const { packRules } = useStrings().policy;
  const { policy } = useAppState();
  const { trust, packFolder, packUpdates, allowUnsignedPacks } = policy;
  const rules =
    trust === 'shippedOnly'
      ? [packRules.shippedOnly]
      : [
          ...(packFolder === null ? [] : [packRules.folder(packFolder)]),
          ...(packUpdates === 'forbidden' ? [packRules.noUpdates] : []),
          ...(allowUnsignedPacks ? [packRules.unsigned] : []),
        ];
  return rules.map((rule) => (
    <p key={rule} className={styles['hint']}>
      <ManagedMark sentence={rule} />
    </p>
  ));
}
