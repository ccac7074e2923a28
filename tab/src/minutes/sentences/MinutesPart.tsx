import { Button, MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { DocumentTextRegular } from '@fluentui/react-icons';
import type { MeetingView, MinutesView, ProposalsInput, SentenceEdit, SentencePart } from '@kaigi/core/contract';
import { useState } from 'react';
import { errorWords } from '../../api/error-text.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { useNotice } from '../../app/Notices.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../app/PageStates.tsx';
import { useMe } from '../../app/use-me.ts';
import { Section } from '../../approvals/Section.tsx';
import { useMinutesStyles } from '../Minutes.styles.ts';
import { SaveRefused, SaveState } from '../saving/SaveState.tsx';
import { Proposals } from './Proposals.tsx';
import { SentenceConflicts } from './SentenceConflicts.tsx';
import { SentenceForm } from './SentenceForm.tsx';
import { SentenceItem } from './SentenceItem.tsx';
import { byItem, GROUPS, type ItemOfMinutes } from './sentence-edits.ts';
import { SoughtSentence } from './sought-sentence.ts';
import { sentencesText } from './text.ts';
import { additionOf, NOTHING_TYPED } from './typed-sentence.ts';
import { useDraft, useMinutes, useSentences } from './use-minutes.ts';

interface PartProps {
  readonly view: MeetingView;
  readonly wording: MinutesView['wording'];
  readonly onEdit: (edit: SentenceEdit) => void;
}

interface GroupProps extends PartProps {
  readonly parts: readonly SentencePart[];
  readonly of: ItemOfMinutes;
}

function Addition({ view, parts, of, onEdit }: GroupProps) {
  const t = useText(sentencesText);
  const [adding, setAdding] = useState(false);
  const part = parts[0] ?? 'KEY_POINT';
  if (!adding)
    return (
      <div>
        <Button size="small" appearance="subtle" onClick={() => setAdding(true)} data-testid={`add-${part}`}>
          {t('add', { part: t(`part.${part}`) })}
        </Button>
      </div>
    );
  const place = {
    part,
    itemId: of.item?.id ?? null,
    after: of.sentences.findLast((one) => one.part === part)?.id ?? null,
  };
  return (
    <SentenceForm
      {...{ part, first: NOTHING_TYPED, onClose: () => setAdding(false) }}
      onSave={(typed) => {
        onEdit(additionOf(place, typed, view.attendees));
        setAdding(false);
      }}
    />
  );
}

const isWorded = (part: SentencePart): part is ProposalsInput['part'] => part === 'SUMMARY' || part === 'KEY_POINT';

/** One part under one 議題, such as its decisions. */
function Group(props: GroupProps) {
  const { view, wording, parts, of, onEdit } = props;
  const styles = useMinutesStyles();
  const t = useText(sentencesText);
  const own = of.sentences.filter(({ part }) => parts.includes(part));
  const title = parts[0] ?? 'KEY_POINT';
  if (own.length === 0 && !view.may.edit) return null;
  return (
    <div className={styles.stack}>
      {own.length > 0 ? <h3 className={styles.small}>{t(`part.${title}`)}</h3> : null}
      <ul className={styles.list}>
        {own.map((one) => (
          <li key={one.id} className={styles.row}>
            <SentenceItem
              {...{ view: one, meetingId: view.id, people: view.attendees, mayEdit: view.may.edit, onEdit }}
            />
          </li>
        ))}
      </ul>
      {view.may.edit ? (
        <div className={styles.line}>
          <Addition {...props} />
          {wording && isWorded(title) ? (
            <Proposals {...{ meetingId: view.id, wording, part: title, of, onEdit }} />
          ) : null}
        </div>
      ) : null}
    </div>
  );
}

function Draft({ view, data }: { readonly view: MeetingView; readonly data: MinutesView }) {
  const styles = useMinutesStyles();
  const t = useText(sentencesText);
  const locale = useLocale();
  const notify = useNotice();
  const { mutate, isPending, error } = useDraft(data);
  if (!view.may.edit) return null;
  const again = data.sentences.length > 0;
  const along = again && data.agendaIsNewer;
  return (
    <>
      {along ? (
        <MessageBar intent="warning" layout="multiline" data-testid="agenda-newer">
          <MessageBarBody>{t('draft.agenda')}</MessageBarBody>
        </MessageBar>
      ) : null}
      <div className={styles.line}>
        <Button
          appearance={again && !along ? 'secondary' : 'primary'}
          disabledFocusable={isPending}
          onClick={() => mutate(undefined, { onSuccess: () => notify({ text: t('draft.done'), intent: 'success' }) })}
          data-testid="draft-minutes"
        >
          {isPending ? t('draft.busy') : t(along ? 'draft.along' : again ? 'draft.again' : 'draft')}
        </Button>
        {again && !along ? <span className={styles.small}>{t('draft.hint')}</span> : null}
      </div>
      {error ? (
        <MessageBar intent="error" layout="multiline" data-testid="draft-refused">
          <MessageBarBody>
            <MessageBarTitle>{t('draft.failed')}</MessageBarTitle>
            {errorWords(error, locale).sentence}
          </MessageBarBody>
        </MessageBar>
      ) : null}
    </>
  );
}

interface DeskProps {
  readonly view: MeetingView;
  readonly data: MinutesView;
  readonly staffId: string;
}

function Minutes({ view, data, staffId }: DeskProps) {
  const styles = useMinutesStyles();
  const t = useText(sentencesText);
  const saver = useSentences(data, staffId);
  const onEdit = (edit: SentenceEdit) => saver.add([edit]);
  const groups = byItem(saver.items);
  return (
    <>
      <div className={styles.line}>
        <Draft view={view} data={data} />
        {view.may.edit ? <SaveState saver={saver} /> : null}
      </div>
      <SaveRefused saver={saver} />
      <SentenceConflicts saver={saver} />
      {saver.items.length === 0 ? (
        <EmptyState icon={<DocumentTextRegular />} title={t('minutes.none')} body={t('minutes.none.body')} />
      ) : null}
      {groups.map((of) => (
        <Section key={of.item?.id ?? ''} title={of.item?.text ?? t(groups.length === 1 ? 'item.none' : 'item.before')}>
          {GROUPS.map((parts) => (
            <Group key={parts[0]} {...{ view, wording: data.wording, parts, of, onEdit }} />
          ))}
        </Section>
      ))}
    </>
  );
}

export interface MinutesPartProps {
  readonly view: MeetingView;
  /** The sentence that one comes for: it is gone to. */
  readonly sought?: string | null;
}

/** 会議録の案: by 議題, with decisions, actions, questions, and what each sentence rests on. */
export function MinutesPart({ view, sought = null }: MinutesPartProps) {
  const t = useText(sentencesText);
  const question = useMinutes(view.id);
  const me = useMe().data;
  if (question.isPending || !me) return <LoadingState />;
  if (!question.data)
    return <ErrorState error={question.error} title={t('minutes.error')} onRetry={() => void question.refetch()} />;
  return (
    <SoughtSentence value={sought}>
      <Minutes view={view} data={question.data} staffId={me.staffId} />
    </SoughtSentence>
  );
}
