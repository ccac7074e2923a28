import { Button, Input } from '@fluentui/react-components';
import { AddRegular, DismissRegular } from '@fluentui/react-icons';
import { useText } from '../../app/locale.ts';
import { useMinutesStyles } from '../Minutes.styles.ts';
import type { TypedItem } from './meeting-form.ts';
import { meetingsText } from './text.ts';

export interface ItemFieldsProps {
  readonly kind: 'agenda' | 'papers';
  readonly items: readonly TypedItem[];
  readonly onItems: (items: readonly TypedItem[]) => void;
}

/** Titles one below the other: 議題 or 資料. */
export function ItemFields({ kind, items, onItems }: ItemFieldsProps) {
  const styles = useMinutesStyles();
  const t = useText(meetingsText);
  const handleTitle = (id: string, title: string) =>
    onItems(items.map((item) => (item.id === id ? { ...item, title } : item)));
  return (
    <fieldset className={`${styles.group} ${styles.wide}`}>
      <legend className={styles.legend}>{t(`form.${kind}`)}</legend>
      {items.map(({ id, title }, at) => {
        const name = t(`form.${kind}.of`, { number: at + 1 });
        return (
          <div key={id} className={styles.item}>
            <Input
              className={styles.grow}
              aria-label={name}
              value={title}
              maxLength={200}
              onChange={(_, { value }) => handleTitle(id, value)}
              data-testid={`${kind}-item`}
            />
            <Button
              appearance="subtle"
              icon={<DismissRegular />}
              aria-label={t('form.remove', { what: name })}
              onClick={() => onItems(items.filter((item) => item.id !== id))}
            />
          </div>
        );
      })}
      <div>
        <Button
          size="small"
          icon={<AddRegular />}
          onClick={() => onItems([...items, { id: crypto.randomUUID(), title: '' }])}
          data-testid={`${kind}-add`}
        >
          {t(`form.${kind}.add`)}
        </Button>
      </div>
    </fieldset>
  );
}
