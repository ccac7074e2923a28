import { Button, Field, Input } from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import { useText } from '../../app/locale.ts';
import { goTo } from '../../app/use-route.ts';
import { Section } from '../../approvals/Section.tsx';
import { useMinutesStyles } from '../Minutes.styles.ts';
import { linkedChat } from './chat-link.ts';
import { chatsText } from './text.ts';

/** The page does not know a chat: how it is done from the chat itself, or by a link to it. */
export function ChooseChat() {
  const styles = useMinutesStyles();
  const t = useText(chatsText);
  const [link, setLink] = useState('');
  const [tried, setTried] = useState(false);
  const found = linkedChat(link);
  const wrong = tried && 'wrong' in found ? { validationMessage: t(`from.link.${found.wrong}`) } : {};
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if ('chat' in found) goTo({ page: 'meetings', part: 'chat', chat: found.chat });
  };
  return (
    <Section title={t('from.which')}>
      <p className={styles.lead}>{t('from.steps')}</p>
      <ol className={styles.plain} data-testid="chat-steps">
        {(['add', 'say', 'link'] as const).map((step) => (
          <li key={step}>{t(`from.step.${step}`)}</li>
        ))}
      </ol>
      <form onSubmit={handleSubmit} noValidate className={styles.stack}>
        <Field label={t('from.link')} {...wrong}>
          <Input value={link} maxLength={2000} onChange={(_, { value }) => setLink(value)} data-testid="chat-link" />
        </Field>
        <div>
          <Button type="submit" data-testid="chat-link-send">
            {t('from.next')}
          </Button>
        </div>
      </form>
    </Section>
  );
}
