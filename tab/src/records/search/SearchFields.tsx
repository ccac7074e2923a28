import { Button, Field, Input, Select } from '@fluentui/react-components';
import { FilterRegular, SearchRegular } from '@fluentui/react-icons';
import { useId, useState } from 'react';
import { fiscalYearText } from '../../app/dates.ts';
import { useLocale, useText } from '../../app/locale.ts';
import type { Wish } from '../../app/record-routes.ts';
import { useMedia } from '../../app/use-media.ts';
import { fiscalYearChoices } from '../fiscal-years.ts';
import { NARROW_WINDOW, useSearchStyles } from './Search.styles.ts';
import { searchText } from './text.ts';
import { CONDITIONS, type Condition, isLongEnough } from './use-search.ts';

type Typed = Readonly<Record<Condition | 'q', string>>;

const KINDS = ['DRAFT_DOCUMENT', 'RECEIPT', 'REFERENCE', 'FINAL_DOCUMENT'] as const;
const STATES = ['OPEN', 'FROZEN', 'DISCARDED'] as const;

const typedOf = (wish: Wish): Typed =>
  Object.fromEntries(['q', ...CONDITIONS].map((name) => [name, wish[name] ?? ''])) as Typed;

/** What was typed, without what was left empty. */
const wishOf = (typed: Typed): Wish =>
  Object.fromEntries(Object.entries(typed).flatMap(([name, value]) => (value.trim() ? [[name, value.trim()]] : [])));

interface FieldsProps {
  readonly typed: Typed;
  readonly set: (name: Condition | 'q', value: string) => void;
}

function Choices({ typed, set }: FieldsProps) {
  const t = useText(searchText);
  const locale = useLocale();
  const choices = {
    fiscalYear: fiscalYearChoices(new Date(), Number(typed.fiscalYear) || new Date().getFullYear()).map(
      (year) => [String(year), fiscalYearText(year, locale)] as const,
    ),
    kind: KINDS.map((kind) => [kind, t(`kind.${kind}`)] as const),
    state: STATES.map((state) => [state, t(`state.${state}`)] as const),
  };
  return (['fiscalYear', 'kind', 'state'] as const).map((name) => (
    <Field key={name} label={t(`field.${name}`)}>
      <Select value={typed[name]} onChange={(_, { value }) => set(name, value)} data-testid={`search-${name}`}>
        <option value="">{t(`field.${name}.any`)}</option>
        {choices[name].map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </Select>
    </Field>
  ));
}

function Words({ typed, set, refused }: FieldsProps & { readonly refused: boolean }) {
  const styles = useSearchStyles();
  const t = useText(searchText);
  const said = refused ? { validationMessage: t('field.q.short') } : { hint: t('field.q.hint') };
  return (
    <Field label={t('field.q')} className={styles.wide} required {...said}>
      <Input
        type="search"
        value={typed.q}
        maxLength={200}
        onChange={(_, { value }) => set('q', value)}
        data-testid="search-q"
      />
    </Field>
  );
}

function Filters(props: FieldsProps) {
  const { typed, set } = props;
  const t = useText(searchText);
  return (
    <>
      <Choices {...props} />
      {(['counterparty', 'classificationCode', 'from', 'to'] as const).map((name) => (
        <Field key={name} label={t(`field.${name}`)}>
          <Input
            {...(name === 'from' || name === 'to' ? { type: 'date' as const } : { maxLength: 40 })}
            value={typed[name]}
            onChange={(_, { value }) => set(name, value)}
            data-testid={`search-${name}`}
          />
        </Field>
      ))}
    </>
  );
}

interface Folded {
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

/** Where there is no room beside the words: behind one button, which says how many are in use. */
function FoldedFilters({ isOpen, onToggle, ...props }: FieldsProps & Folded) {
  const styles = useSearchStyles();
  const t = useText(searchText);
  const id = useId();
  const count = CONDITIONS.filter((name) => props.typed[name].trim() !== '').length;
  return (
    <>
      <Button
        icon={<FilterRegular />}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={onToggle}
        data-testid="search-filters"
      >
        {count === 0 ? t('filters') : t('filters.used', { count })}
      </Button>
      {isOpen ? (
        <fieldset id={id} className={styles.filters} aria-label={t('filters')}>
          <Filters {...props} />
        </fieldset>
      ) : null}
    </>
  );
}

/** What is typed, until a search that was not sent from here is in the address: who sent one may be typing on already. */
function useTyped(wish: Wish) {
  const [typed, setTyped] = useState<Typed>(typedOf(wish));
  const [sent, setSent] = useState<Wish>(wish);
  const [tried, setTried] = useState(false);
  const [isOpen, setIsOpen] = useState(false);
  const [shown, setShown] = useState(wish);
  if (JSON.stringify(shown) !== JSON.stringify(wish)) {
    setShown(wish);
    setTried(false);
    if (JSON.stringify(sent) !== JSON.stringify(wish)) {
      setTyped(typedOf(wish));
      setIsOpen(false);
    }
  }
  return { typed, setTyped, setSent, tried, setTried, isOpen, setIsOpen };
}

/** The conditions; nothing is asked before they are sent. */
export function SearchFields({ wish, onWish }: { readonly wish: Wish; readonly onWish: (wish: Wish) => void }) {
  const styles = useSearchStyles();
  const t = useText(searchText);
  const isNarrow = useMedia(NARROW_WINDOW);
  const { typed, setTyped, setSent, tried, setTried, isOpen, setIsOpen } = useTyped(wish);
  const short = !isLongEnough(typed.q);
  const set: FieldsProps['set'] = (name, value) => setTyped((before) => ({ ...before, [name]: value }));
  const fields = { typed, set };
  const handleSend = () => {
    setTried(true);
    if (short) return;
    setIsOpen(false);
    setSent(wishOf(typed));
    onWish(wishOf(typed));
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
        <Words {...fields} refused={tried && short} />
        {isNarrow ? (
          <FoldedFilters {...fields} isOpen={isOpen} onToggle={() => setIsOpen(!isOpen)} />
        ) : (
          <Filters {...fields} />
        )}
        <div className={styles.send}>
          <Button appearance="primary" type="submit" icon={<SearchRegular />} data-testid="search-send">
            {t('send')}
          </Button>
        </div>
      </form>
    </search>
  );
}
