import { Button, Field, mergeClasses, Select } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { useText } from '../../app/locale.ts';
import { Section } from '../../approvals/Section.tsx';
import { useMinutesStyles } from '../Minutes.styles.ts';
import { sentencesText } from '../sentences/text.ts';
import { usePublicationStyles } from './Publication.styles.ts';
import { RedactWords } from './RedactWords.tsx';
import { SHOWN, type Shown, type ShownText, shownTexts } from './redacting.ts';
import { publicationText } from './text.ts';
import type { PublicationDesk } from './use-publication.ts';

/** A text that somebody wants to look at; counts up with each wish. */
export interface Wanted {
  readonly id: string;
  readonly nth: number;
}

interface TextProps {
  readonly desk: PublicationDesk;
  readonly text: ShownText;
  readonly onRedact: (text: ShownText) => void;
}

/** Who said it, or what part of the minutes it is: as it stands, and as the copy has it. */
function useHeading({ desk, text }: Pick<TextProps, 'desk' | 'text'>) {
  const part = useText(sentencesText);
  if (text.part !== null) return { original: part(`part.${text.part}`), copy: part(`part.${text.part}`) };
  const person = desk.preview.people.find(({ attendeeId }) => attendeeId === text.attendeeId);
  return { original: person?.name ?? '', copy: person?.copy ?? '' };
}

const idOf = (id: string): string => `text-${id}`;

function Text({ desk, text, onRedact }: TextProps) {
  const styles = usePublicationStyles();
  const shared = useMinutesStyles();
  const t = useText(publicationText);
  const heading = useHeading({ desk, text });
  const changed = text.copy !== text.text || heading.copy !== heading.original;
  return (
    <li
      id={idOf(text.id)}
      tabIndex={-1}
      className={mergeClasses(styles.text, changed && styles.changed)}
      data-testid="text"
      data-text-id={text.id}
    >
      <div className={styles.side}>
        <span className={shared.small}>{`${t('texts.original')} ${heading.original}`}</span>
        <p className={shared.text} data-testid="text-original">
          {text.text}
        </p>
        <Button
          size="small"
          appearance="subtle"
          aria-label={t('texts.redact.label', { text: text.text })}
          onClick={() => onRedact(text)}
          data-testid="text-redact"
        >
          {t('texts.redact')}
        </Button>
      </div>
      <div className={styles.side}>
        <span className={shared.small}>{`${t('texts.copy')} ${heading.copy}`}</span>
        {text.copy === null ? (
          <p className={shared.small} data-testid="text-copy">
            {t('texts.left_out')}
          </p>
        ) : (
          <p className={shared.text} data-testid="text-copy">
            {text.copy}
          </p>
        )}
      </div>
    </li>
  );
}

const AT_ONCE = 200;

/** What is shown of all texts; a text that is wanted is always among them. */
function useShown(texts: readonly ShownText[], wanted: Wanted | null) {
  const [shown, setShown] = useState<Shown>('ALL');
  const [most, setMost] = useState(AT_ONCE);
  const [seen, setSeen] = useState(0);
  const place = texts.findIndex(({ id }) => id === wanted?.id);
  if (wanted && wanted.nth !== seen) {
    setSeen(wanted.nth);
    setShown('ALL');
    setMost((before) => Math.max(before, place + 1));
  }
  useEffect(() => {
    if (seen === 0 || !wanted) return;
    const element = document.getElementById(idOf(wanted.id));
    element?.scrollIntoView({ block: 'center' });
    element?.focus();
  }, [seen, wanted]);
  const all = shownTexts(texts, shown);
  return { shown, setShown, items: all.slice(0, most), left: all.length - most, more: () => setMost(most + AT_ONCE) };
}

export interface TextsSectionProps {
  readonly desk: PublicationDesk;
  readonly wanted: Wanted | null;
}

/** The minutes beside their copy, with the bars as they will look. */
export function TextsSection({ desk, wanted }: TextsSectionProps) {
  const styles = useMinutesStyles();
  const t = useText(publicationText);
  const { shown, setShown, items, left, more } = useShown(desk.preview.texts, wanted);
  const [redacting, setRedacting] = useState<ShownText | null>(null);
  return (
    <Section title={t('texts')}>
      <Field label={t('texts.show')}>
        <Select
          value={shown}
          onChange={(_, { value }) => setShown(SHOWN.find((one) => one === value) ?? 'ALL')}
          data-testid="texts-show"
        >
          {SHOWN.map((one) => (
            <option key={one} value={one}>
              {t(`texts.${one}`)}
            </option>
          ))}
        </Select>
      </Field>
      {items.length === 0 ? <p className={styles.lead}>{t('texts.none')}</p> : null}
      <ul className={styles.list}>
        {items.map((text) => (
          <Text key={text.id} {...{ desk, text, onRedact: setRedacting }} />
        ))}
      </ul>
      {left > 0 ? (
        <div>
          <Button onClick={more} data-testid="texts-more">
            {t('texts.more', { count: left })}
          </Button>
        </div>
      ) : null}
      {redacting ? <RedactWords desk={desk} text={redacting} onClose={() => setRedacting(null)} /> : null}
    </Section>
  );
}
