import { Button, Field, Input, Select } from '@fluentui/react-components';
import { SearchRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { useText } from '../../app/locale.ts';
import type { SearchWish } from '../../app/meeting-routes.ts';
import { useMinutesStyles } from '../Minutes.styles.ts';
import { useMeetingRules } from '../meetings/use-meetings.ts';
import { searchText } from './text.ts';
import { isLongEnough } from './use-search.ts';

type Typed = Readonly<Record<keyof SearchWish, string>>;

const NOTHING: Typed = { q: '', speaker: '', agenda: '', body: '', from: '', to: '' };

/** What was typed, without what was left empty. */
function wishOf({ q, ...rest }: Typed): SearchWish {
  const said = Object.entries(rest).map(([name, value]) => [name, value.trim()] as const);
  return { q: q.trim(), ...Object.fromEntries(said.filter(([, value]) => value !== '')) };
}

interface FieldProps {
  readonly typed: Typed;
  readonly set: (name: keyof SearchWish, value: string) => void;
}

function BodyField({ typed, set }: FieldProps) {
  const t = useText(searchText);
  const bodies = useMeetingRules().data?.items ?? [];
  return (
    <Field label={t('field.body')}>
      <Select value={typed.body} onChange={(_, { value }) => set('body', value)} data-testid="search-body">
        <option value="">{t('field.body.any')}</option>
        {bodies.map(({ bodyId, name }) => (
          <option key={bodyId} value={bodyId}>
            {name}
          </option>
        ))}
      </Select>
    </Field>
  );
}

/** The conditions; nothing is asked before they are sent. */
export function SearchFields({
  wish,
  onWish,
}: {
  readonly wish: SearchWish;
  readonly onWish: (wish: SearchWish) => void;
}) {
  const styles = useMinutesStyles();
  const t = useText(searchText);
  const [typed, setTyped] = useState<Typed>({ ...NOTHING, ...wish });
  const [tried, setTried] = useState(false);
  const short = !isLongEnough(typed.q);
  const set = (name: keyof SearchWish, value: string) => setTyped((before) => ({ ...before, [name]: value }));
  const handleSend = () => {
    setTried(true);
    if (!short) onWish(wishOf(typed));
  };
  return (
    <search>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          handleSend();
        }}
      >
        <Field
          label={t('field.q')}
          className={styles.wide}
          required
          {...(tried && short ? { validationMessage: t('field.q.short') } : {})}
        >
          <Input
            type="search"
            value={typed.q}
            maxLength={200}
            onChange={(_, { value }) => set('q', value)}
            data-testid="search-q"
          />
        </Field>
        {(['speaker', 'agenda'] as const).map((name) => (
          <Field key={name} label={t(`field.${name}`)}>
            <Input
              value={typed[name]}
              maxLength={100}
              onChange={(_, { value }) => set(name, value)}
              data-testid={`search-${name}`}
            />
          </Field>
        ))}
        <BodyField typed={typed} set={set} />
        {(['from', 'to'] as const).map((name) => (
          <Field key={name} label={t(`field.${name}`)}>
            <Input
              type="date"
              value={typed[name]}
              onChange={(_, { value }) => set(name, value)}
              data-testid={`search-${name}`}
            />
          </Field>
        ))}
        <div className={styles.wide}>
          <Button appearance="primary" type="submit" icon={<SearchRegular />} data-testid="search-send">
            {t('box.send')}
          </Button>
        </div>
      </form>
    </search>
  );
}
