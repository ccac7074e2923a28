import { Badge, Button } from '@fluentui/react-components';
import { useText } from '../../app/locale.ts';
import { Section } from '../../approvals/Section.tsx';
import { useMinutesStyles } from '../Minutes.styles.ts';
import { everywhere, type Redaction } from './redacting.ts';
import { publicationText } from './text.ts';
import type { PublicationDesk } from './use-publication.ts';

interface ListProps {
  readonly desk: PublicationDesk;
  readonly onShow: (id: string) => void;
}

interface OneProps extends ListProps {
  readonly redaction: Redaction;
}

/** What is redacted, in a few words. */
function useWhat({ view, preview }: PublicationDesk) {
  const t = useText(publicationText);
  return (one: Redaction): string => {
    if (one.kind === 'WORDS') return t('redaction.WORDS', { words: one.words });
    if (one.kind === 'PERSON') {
      const name = view.attendees.find(({ id }) => id === one.attendeeId)?.name ?? t('redaction.gone');
      return t('redaction.PERSON', { name });
    }
    const title = preview.texts.find(({ id }) => id === one.itemId)?.text ?? t('redaction.gone');
    return `${t('redaction.ITEM', { title })}${one.titled ? t('redaction.titled') : ''}`;
  };
}

function useGround({ publication }: PublicationDesk) {
  const t = useText(publicationText);
  return (id: string): string => {
    const known = publication.grounds.find((ground) => ground.id === id);
    return known ? t('ground.option', { article: known.article, text: known.text }) : id;
  };
}

/** The same words left open elsewhere: perhaps somebody has overlooked them. */
function AlsoStands({ desk, redaction }: Omit<OneProps, 'onShow'>) {
  const styles = useMinutesStyles();
  const t = useText(publicationText);
  const others = desk.publication.alsoStands.filter(({ redactionId }) => redactionId === redaction.id);
  if (others.length === 0 || redaction.kind !== 'WORDS') return null;
  return (
    <span className={styles.line} data-testid="also-stands">
      <span className={styles.red}>{t('also.title', { count: others.length })}</span>
      <Button
        size="small"
        disabledFocusable={desk.busy}
        onClick={() => desk.redact(everywhere(desk.preview.texts, redaction))}
        data-testid="also-all"
      >
        {t('also.all')}
      </Button>
    </span>
  );
}

const targetOf = (one: Redaction): string | null =>
  one.kind === 'WORDS' ? one.targetId : one.kind === 'ITEM' ? one.itemId : null;

function One({ desk, redaction, onShow }: OneProps) {
  const styles = useMinutesStyles();
  const t = useText(publicationText);
  const what = useWhat(desk)(redaction);
  const ground = useGround(desk)(redaction.ground);
  const target = targetOf(redaction);
  const { problem } = redaction;
  return (
    <li className={styles.row} data-testid="redaction" data-kind={redaction.kind}>
      <span className={styles.line}>
        <span className={styles.strong}>{what}</span>
        {problem ? (
          <Badge appearance="tint" color="danger">
            {t('redaction.problem')}
          </Badge>
        ) : null}
      </span>
      <span className={styles.small}>
        {ground}
        {redaction.kind === 'WORDS' ? ` ・ ${t(`redaction.${redaction.scope}`)}` : ''}
      </span>
      {problem ? (
        <span className={styles.text} data-testid="redaction-problem">
          {problem.sentence}
        </span>
      ) : null}
      <AlsoStands desk={desk} redaction={redaction} />
      <span className={styles.buttons}>
        {target === null || problem?.why === 'GONE' ? null : (
          <Button
            size="small"
            aria-label={t('redaction.show.label', { what })}
            onClick={() => onShow(target)}
            data-testid="redaction-show"
          >
            {t('redaction.show')}
          </Button>
        )}
        <Button
          size="small"
          appearance="subtle"
          aria-label={t('redaction.remove.label', { what })}
          disabledFocusable={desk.busy}
          onClick={() => desk.redact([{ op: 'REMOVE', id: redaction.id }])}
          data-testid="redaction-remove"
        >
          {t('redaction.remove')}
        </Button>
      </span>
    </li>
  );
}

/** 墨塗り: each with its ground; those that no longer fit come first. */
export function RedactionsSection({ desk, onShow }: ListProps) {
  const styles = useMinutesStyles();
  const t = useText(publicationText);
  const { redactions } = desk.publication;
  const ordered = redactions.toSorted((a, b) => Number(b.problem !== null) - Number(a.problem !== null));
  return (
    <Section title={t('redactions', { count: redactions.length })}>
      {redactions.length === 0 ? <p className={styles.lead}>{t('redactions.none')}</p> : null}
      <ul className={styles.list}>
        {ordered.map((redaction) => (
          <One key={redaction.id} {...{ desk, redaction, onShow }} />
        ))}
      </ul>
    </Section>
  );
}
