import { Button, Field, Input, MessageBar, MessageBarBody, MessageBarTitle, Select } from '@fluentui/react-components';
import type { ChatOffer, FromChatAnswer } from '@kaigi/core/contract';
import { type FormEvent, useState } from 'react';
import { errorWords } from '../../api/error-text.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { useNotice } from '../../app/Notices.tsx';
import { goTo } from '../../app/use-route.ts';
import { Section } from '../../approvals/Section.tsx';
import { useMinutesStyles } from '../Minutes.styles.ts';
import { chatsText } from './text.ts';
import { useFromChat } from './use-chat.ts';

interface Typed {
  readonly title: string;
  readonly from: string;
  readonly to: string;
  readonly bodyId: string;
}

type Wrong = 'from.name.missing' | 'from.day.missing' | 'from.day.turned';

function wrongIn({ title, from, to }: Typed): Partial<Record<keyof Typed, Wrong>> {
  return {
    ...(title.trim() === '' ? { title: 'from.name.missing' } : {}),
    ...(from === '' ? { from: 'from.day.missing' } : {}),
    ...(to === '' ? { to: 'from.day.missing' } : from > to ? { to: 'from.day.turned' } : {}),
  };
}

interface FieldsProps {
  readonly typed: Typed;
  readonly change: (change: Partial<Typed>) => void;
  readonly told: (field: keyof Typed) => { validationMessage?: string };
  readonly bodies: ChatOffer['bodies'];
}

function Fields({ typed, change, told, bodies }: FieldsProps) {
  const styles = useMinutesStyles();
  const t = useText(chatsText);
  return (
    <div className={styles.form}>
      <Field label={t('from.name')} required className={styles.wide} {...told('title')}>
        <Input
          {...{ value: typed.title, maxLength: 200 }}
          onChange={(_, { value }) => change({ title: value })}
          data-testid="chat-title"
        />
      </Field>
      {(['from', 'to'] as const).map((name) => (
        <Field key={name} label={t(`from.${name}`)} required className={styles.field} {...told(name)}>
          <Input
            {...{ type: 'date', className: styles.control, value: typed[name] }}
            onChange={(_, { value }) => change({ [name]: value })}
            data-testid={`chat-${name}`}
          />
        </Field>
      ))}
      <Field label={t('from.body')} className={styles.field}>
        <Select
          {...{ className: styles.control, value: typed.bodyId }}
          onChange={(_, { value }) => change({ bodyId: value })}
          data-testid="chat-body"
        >
          <option value="">{t('from.body.none')}</option>
          {bodies.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
    </div>
  );
}

/** Which days of the chat, under which name, of which 会議体; and who will be able to read it. */
export function ChatForm({ chat, offer }: { readonly chat: string; readonly offer: ChatOffer }) {
  const styles = useMinutesStyles();
  const t = useText(chatsText);
  const locale = useLocale();
  const notify = useNotice();
  const { title, from, to, bodies, unitName: unit } = offer;
  const [typed, setTyped] = useState<Typed>({ title, from, to, bodyId: '' });
  const [tried, setTried] = useState(false);
  const { mutate, isPending, error } = useFromChat(chat);
  const wrong = wrongIn(typed);
  const told: FieldsProps['told'] = (field) => {
    const code = tried ? wrong[field] : undefined;
    return code === undefined ? {} : { validationMessage: t(code) };
  };
  const onSuccess = ({ meetingId: id, outcome }: FromChatAnswer) => {
    notify({ text: t(outcome === 'STARTED' ? 'from.started' : 'from.there'), intent: 'success' });
    goTo({ page: 'meetings', part: 'transcript', id, line: null }, 'replace');
  };
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (isPending || Object.keys(wrong).length > 0) return;
    const { bodyId, ...wish } = typed;
    mutate({ ...wish, title: wish.title.trim(), bodyId: bodyId === '' ? null : bodyId }, { onSuccess });
  };
  return (
    <Section title={title}>
      <form onSubmit={handleSubmit} noValidate className={styles.stack} data-testid="chat-form">
        <Fields {...{ typed, told, bodies }} change={(change) => setTyped((before) => ({ ...before, ...change }))} />
        <p className={styles.small}>{t('from.seen', { unit })}</p>
        {error ? (
          <MessageBar intent="error" layout="multiline" data-testid="chat-failed">
            <MessageBarBody>
              <MessageBarTitle>{t('from.failed')}</MessageBarTitle>
              {errorWords(error, locale).sentence}
            </MessageBarBody>
          </MessageBar>
        ) : null}
        <div className={styles.buttons}>
          <Button type="submit" appearance="primary" disabledFocusable={isPending} data-testid="chat-send">
            {isPending ? t('from.busy') : t('from.send')}
          </Button>
        </div>
      </form>
    </Section>
  );
}
