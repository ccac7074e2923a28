import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { useText } from '../../app/locale.ts';
import { Section } from '../../approvals/Section.tsx';
import { useMinutesStyles } from '../Minutes.styles.ts';
import { CloseItem } from './CloseItem.tsx';
import type { ShownText } from './redacting.ts';
import { publicationText } from './text.ts';
import type { PublicationDesk } from './use-publication.ts';

interface DeskProps {
  readonly desk: PublicationDesk;
}

function People({ desk }: DeskProps) {
  const styles = useMinutesStyles();
  const t = useText(publicationText);
  const gone = new Set(desk.publication.redactions.flatMap((one) => (one.kind === 'PERSON' ? [one.attendeeId] : [])));
  return (
    <ul className={styles.list}>
      {desk.view.attendees
        .filter(({ id }) => !gone.has(id))
        .map(({ id: attendeeId, name }) => (
          <li key={attendeeId} className={styles.item} data-testid="person">
            <span className={styles.grow}>{name}</span>
            <Button
              {...{ size: 'small', appearance: 'subtle', disabledFocusable: desk.busy }}
              aria-label={t('person.redact.label', { name })}
              onClick={() => desk.onGround((ground) => [{ op: 'PERSON', id: crypto.randomUUID(), attendeeId, ground }])}
              data-testid="person-redact"
            >
              {t('person.redact')}
            </Button>
          </li>
        ))}
    </ul>
  );
}

function Items({ desk, onOpen }: DeskProps & { readonly onOpen: (item: ShownText) => void }) {
  const styles = useMinutesStyles();
  const t = useText(publicationText);
  const closed = new Set(desk.publication.redactions.flatMap((one) => (one.kind === 'ITEM' ? [one.itemId] : [])));
  const items = desk.preview.texts.filter(({ part }) => part === 'ITEM');
  if (items.length === 0) return <p className={styles.small}>{t('more.items.none')}</p>;
  return (
    <ul className={styles.list}>
      {items
        .filter(({ id }) => !closed.has(id))
        .map((item) => (
          <li key={item.id} className={styles.item} data-testid="item">
            <span className={styles.grow}>{item.text}</span>
            <Button
              {...{ size: 'small', appearance: 'subtle', disabledFocusable: desk.busy }}
              aria-label={t('item.open.label', { title: item.text })}
              onClick={() => onOpen(item)}
              data-testid="item-close"
            >
              {t('item.open')}
            </Button>
          </li>
        ))}
    </ul>
  );
}

/** Whoever and whatever else shall not be published. */
export function MoreSection({ desk }: DeskProps) {
  const styles = useMinutesStyles();
  const t = useText(publicationText);
  const [closing, setClosing] = useState<ShownText | null>(null);
  return (
    <Section title={t('more')}>
      <h3 className={styles.small}>{t('more.people')}</h3>
      <People desk={desk} />
      <h3 className={styles.small}>{t('more.items')}</h3>
      <Items desk={desk} onOpen={setClosing} />
      {closing ? <CloseItem desk={desk} item={closing} onClose={() => setClosing(null)} /> : null}
    </Section>
  );
}
