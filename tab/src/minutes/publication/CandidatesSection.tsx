import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { useText } from '../../app/locale.ts';
import { Section } from '../../approvals/Section.tsx';
import { useMinutesStyles } from '../Minutes.styles.ts';
import { candidateEdit, keyOf, type WordsCandidate } from './redacting.ts';
import { publicationText } from './text.ts';
import type { PublicationDesk } from './use-publication.ts';

interface SectionProps {
  readonly desk: PublicationDesk;
  readonly onShow: (id: string) => void;
}

interface CandidateProps {
  readonly words: string;
  readonly why: WordsCandidate['why'];
  readonly busy: boolean;
  readonly onTake: () => void;
  readonly onLeave: () => void;
  /** Where it stands; a person stands in many places. */
  readonly onShow?: () => void;
}

function Candidate({ words, why, busy, onTake, onLeave, onShow }: CandidateProps) {
  const styles = useMinutesStyles();
  const t = useText(publicationText);
  const what = t('redaction.WORDS', { words });
  return (
    <li className={styles.row} data-testid="candidate" data-why={why}>
      <span className={styles.line}>
        <span className={styles.strong}>{words}</span>
        <span className={styles.small}>{t(`candidate.${why}`)}</span>
      </span>
      <span className={styles.buttons}>
        <Button
          size="small"
          aria-label={t('candidate.take.label', { words })}
          disabledFocusable={busy}
          onClick={onTake}
          data-testid="candidate-take"
        >
          {t('candidate.take')}
        </Button>
        <Button
          {...{ size: 'small', appearance: 'subtle' }}
          aria-label={t('candidate.leave.label', { words })}
          onClick={onLeave}
          data-testid="candidate-leave"
        >
          {t('candidate.leave')}
        </Button>
        {onShow ? (
          <Button
            {...{ size: 'small', appearance: 'subtle' }}
            aria-label={t('redaction.show.label', { what })}
            onClick={onShow}
          >
            {t('redaction.show')}
          </Button>
        ) : null}
      </span>
    </li>
  );
}

/** What was proposed and not yet left. */
function useCandidates({ publication, view }: PublicationDesk) {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const leave = (key: string) => setLeft((before) => new Set(before).add(key));
  const { people, words } = publication.candidates;
  const named = people.flatMap(({ attendeeId, why }) => {
    const name = view.attendees.find(({ id }) => id === attendeeId)?.name;
    return name === undefined ? [] : [{ attendeeId, why, name }];
  });
  return {
    people: named.filter(({ attendeeId }) => !left.has(attendeeId)),
    words: words.filter((one) => !left.has(keyOf(one))),
    left: left.size,
    leave,
    again: () => setLeft(new Set()),
  };
}

const MOST_AT_ONCE = 200;

function TakeAll({ desk, words }: { readonly desk: PublicationDesk; readonly words: readonly WordsCandidate[] }) {
  const t = useText(publicationText);
  const handleAll = () =>
    desk.onGround((ground) => {
      const edits = words.slice(0, MOST_AT_ONCE).map((one) => candidateEdit(desk.preview.texts, one, ground));
      return edits.every((edit) => edit !== null) ? edits : null;
    });
  return (
    <div>
      <Button size="small" disabledFocusable={desk.busy} onClick={handleAll} data-testid="candidates-all">
        {t('candidates.all')}
      </Button>
    </div>
  );
}

/** What may be personal information, by rules: each is taken or left. */
export function CandidatesSection({ desk, onShow }: SectionProps) {
  const styles = useMinutesStyles();
  const t = useText(publicationText);
  const { people, words, left, leave, again } = useCandidates(desk);
  const { busy } = desk;
  const person = (attendeeId: string) => (ground: string) => [
    { op: 'PERSON' as const, id: crypto.randomUUID(), attendeeId, ground },
  ];
  const count = people.length + words.length;
  return (
    <Section title={t('candidates', { count })}>
      <p className={styles.lead}>{t(count === 0 ? 'candidates.none' : 'candidates.lead')}</p>
      {words.length > 1 ? <TakeAll desk={desk} words={words} /> : null}
      <ul className={styles.list}>
        {people.map(({ attendeeId, name, why }) => (
          <Candidate
            key={attendeeId}
            {...{ words: name, why, busy, onLeave: () => leave(attendeeId) }}
            onTake={() => desk.onGround(person(attendeeId))}
          />
        ))}
        {words.map((one) => (
          <Candidate
            key={keyOf(one)}
            {...{ words: one.words, why: one.why, busy, onLeave: () => leave(keyOf(one)) }}
            onTake={() =>
              desk.onGround((ground) => {
                const edit = candidateEdit(desk.preview.texts, one, ground);
                return edit && [edit];
              })
            }
            onShow={() => onShow(one.targetId)}
          />
        ))}
      </ul>
      {left > 0 ? (
        <span className={styles.line}>
          <span className={styles.small}>{t('candidate.left', { count: left })}</span>
          <Button {...{ size: 'small', appearance: 'subtle' }} onClick={again} data-testid="candidates-again">
            {t('candidate.again')}
          </Button>
        </span>
      ) : null}
    </Section>
  );
}
