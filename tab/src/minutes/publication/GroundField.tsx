import { Field, Input, Select } from '@fluentui/react-components';
import { useText } from '../../app/locale.ts';
import { useMinutesStyles } from '../Minutes.styles.ts';
import { publicationText } from './text.ts';
import type { PublicationDesk } from './use-publication.ts';

type GroundProps = Pick<PublicationDesk, 'publication' | 'ground' | 'setGround' | 'groundMissing'>;

/** One of the grounds of the body's rules; where they have none it is said in words. */
export function GroundField({ publication, ground, setGround, groundMissing }: GroundProps) {
  const styles = useMinutesStyles();
  const t = useText(publicationText);
  const wrong = groundMissing ? { validationMessage: t('ground.missing'), validationState: 'error' as const } : {};
  const { grounds } = publication;
  return (
    <Field label={t('ground')} required className={styles.field} {...wrong}>
      {grounds.length === 0 ? (
        <Input value={ground} maxLength={100} onChange={(_, { value }) => setGround(value)} data-testid="ground" />
      ) : (
        <Select
          value={ground}
          className={styles.control}
          select={{ className: styles.control }}
          onChange={(_, { value }) => setGround(value)}
          data-testid="ground"
        >
          <option value="">{t('ground.choose')}</option>
          {grounds.map(({ id, text, article }) => (
            <option key={id} value={id}>
              {t('ground.option', { article, text })}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
