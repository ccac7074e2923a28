import { Button, Field, Radio, RadioGroup, Select } from '@fluentui/react-components';
import type { Placing } from '@kaigi/core/contract';
import { levelAnswer, levelAnswered, levelQuestionsToAsk } from '@kaigi/core/shared';
import { useState } from 'react';
import { useText } from '../../app/locale.ts';
import { useBookStyles } from '../book/Book.styles.ts';
import type { PartProps } from './ReceiptFields.tsx';
import { filingText } from './text.ts';

interface Props extends PartProps {
  readonly view: Placing;
}

function Folder({ view: { folders, folderId }, form, onChange }: Props) {
  const styles = useBookStyles();
  const t = useText(filingText);
  const [only] = folders;
  if (folders.length < 2)
    return (
      <p className={styles.quiet} data-testid="filing-folder">
        {t('with_words', { name: t('place.folder'), words: only?.title ?? t('place.none') })}
      </p>
    );
  const used = folders.find(({ id }) => id === form.folderId)?.id ?? folderId ?? '';
  return (
    <Field label={t('place.folder')}>
      <Select value={used} onChange={(_, { value }) => onChange({ folderId: value })} data-testid="filing-folder">
        {used === '' ? <option value="">{t('place.later')}</option> : null}
        {folders.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </Select>
    </Field>
  );
}

function Questions({ view, form: { levelAnswers: answers }, onChange }: Props) {
  const t = useText(filingText);
  const asked = levelQuestionsToAsk(answers);
  const questions = view.questions.filter(({ id }) => asked.includes(id));
  return questions.map(({ id, text }) => (
    <Field key={id} label={text}>
      <RadioGroup
        layout="horizontal"
        value={String(answers[id] ?? '')}
        onChange={(_, { value }) => onChange({ levelAnswers: levelAnswer(answers, id, value === 'true') })}
        data-testid={`filing-level-${id}`}
      >
        <Radio value="true" label={t('yes')} />
        <Radio value="false" label={t('no')} />
      </RadioGroup>
    </Field>
  ));
}

function Level(props: Props) {
  const { view, form, onChange } = props;
  const styles = useBookStyles();
  const t = useText(filingText);
  const [open, setOpen] = useState(Object.keys(form.levelAnswers).length > 0);
  const said = levelAnswered(form.levelAnswers);
  const { name, readers } = view.levels[said ?? view.level];
  const handleToggle = () => {
    if (open) onChange({ levelAnswers: {} });
    setOpen(!open);
  };
  return (
    <>
      <p aria-live="polite" className={styles.flush} data-testid="filing-level">
        {t('with_words', { name, words: readers })}{' '}
        <span className={styles.quiet}>{said === null ? view.levelReason : t('place.answered')}</span>
      </p>
      {open ? <Questions {...props} /> : null}
      <div>
        <Button size="small" onClick={handleToggle} data-testid="filing-level-ask">
          {t(open ? 'place.proposed' : 'place.ask')}
        </Button>
      </div>
    </>
  );
}

/** How it is kept: how long and why, in which 簿冊, and who sees it. All of it follows from the class. */
export function PlacePart(props: Props) {
  const styles = useBookStyles();
  const t = useText(filingText);
  return (
    <section className={styles.card} aria-label={t('place.folder')} data-testid="filing-place">
      <p className={styles.quiet}>{props.view.retention.sentence}</p>
      <Folder {...props} />
      <Level {...props} />
    </section>
  );
}
