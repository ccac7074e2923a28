import { Badge, Button, Link, mergeClasses } from '@fluentui/react-components';
import type { AttendeeView, SentenceEdit, SentenceView } from '@kaigi/core/contract';
import { useState } from 'react';
import { dayText } from '../../app/dates.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { meetingHash } from '../../app/meeting-routes.ts';
import { useMinutesStyles } from '../Minutes.styles.ts';
import { SentenceForm } from './SentenceForm.tsx';
import { useSought } from './sought-sentence.ts';
import { sentencesText } from './text.ts';
import { changeOf, typedOf } from './typed-sentence.ts';

export interface SentenceItemProps {
  readonly view: SentenceView;
  readonly meetingId: string;
  readonly people: readonly AttendeeView[];
  readonly mayEdit: boolean;
  readonly onEdit: (edit: SentenceEdit) => void;
  /** Where the transcript is shown elsewhere than in this page. */
  readonly onSource?: (line: string) => void;
}

/** The lines a sentence rests on, each one press away; 追記 where there are none. */
function Sources({ view, meetingId, onSource }: Pick<SentenceItemProps, 'view' | 'meetingId' | 'onSource'>) {
  const t = useText(sentencesText);
  if (view.isAddition)
    return (
      <Badge appearance="tint" color="warning" data-testid="addition">
        {t('sentence.addition')}
      </Badge>
    );
  return view.sources.map((line, at) => (
    <Link
      key={line}
      {...(onSource
        ? { as: 'button', onClick: () => onSource(line) }
        : { href: meetingHash({ page: 'meetings', part: 'transcript', id: meetingId, line, play: true }) })}
      aria-label={t('sentence.source.label', { text: view.text, number: at + 1 })}
      data-testid="source"
    >
      {t('sentence.source', { number: at + 1 })}
    </Link>
  ));
}

function Facts(props: Pick<SentenceItemProps, 'view' | 'meetingId' | 'onSource'>) {
  const styles = useMinutesStyles();
  const t = useText(sentencesText);
  const locale = useLocale();
  const { view } = props;
  const { outcome, owner, due, origin, speaker } = view;
  const day = due?.on ? dayText(due.on, locale) : '';
  return (
    <span className={styles.line}>
      {outcome ? (
        <Badge appearance="tint" color="brand" data-testid="outcome" data-outcome={outcome}>
          {t(`outcome.${outcome}`)}
        </Badge>
      ) : null}
      {speaker ? <span className={styles.muted}>{speaker}</span> : null}
      {owner ? <span>{t('action.owner', { name: owner.name })}</span> : null}
      {due ? (
        <span>
          {day === '' || due.words === ''
            ? t('action.due', { words: day || due.words })
            : t('action.due.on', { day, words: due.words })}
        </span>
      ) : null}
      <Sources {...props} />
      <span className={styles.small}>{t(`sentence.${origin}`)}</span>
    </span>
  );
}

/** One sentence of the minutes with what it rests on. */
export function SentenceItem(props: SentenceItemProps) {
  const { view, people, mayEdit, onEdit } = props;
  const styles = useMinutesStyles();
  const t = useText(sentencesText);
  const [changing, setChanging] = useState(false);
  const { isSought, ref } = useSought(view.id);
  const sought = isSought
    ? { ref, tabIndex: -1, className: mergeClasses(styles.stack, styles.pointed) }
    : { className: styles.stack };
  const close = () => setChanging(false);
  if (changing)
    return (
      <SentenceForm
        {...{ part: view.part, first: typedOf(view), onClose: close }}
        onSave={(typed) => {
          onEdit(changeOf(view, typed, people));
          close();
        }}
      />
    );
  return (
    <div {...sought} data-testid="sentence" data-sentence-id={view.id} data-part={view.part}>
      <span className={styles.text}>{view.text}</span>
      <Facts {...props} />
      {mayEdit ? (
        <span className={styles.buttons}>
          <Button
            size="small"
            aria-label={t('sentence.change.label', { text: view.text })}
            onClick={() => setChanging(true)}
            data-testid="sentence-change"
          >
            {t('sentence.change')}
          </Button>
          <Button
            size="small"
            appearance="subtle"
            aria-label={t('sentence.remove.label', { text: view.text })}
            onClick={() => onEdit({ op: 'REMOVE', id: view.id, version: view.version })}
            data-testid="sentence-remove"
          >
            {t('sentence.remove')}
          </Button>
        </span>
      ) : null}
    </div>
  );
}
