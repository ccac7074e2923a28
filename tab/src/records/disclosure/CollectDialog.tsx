import { Button, Checkbox, Field, Input } from '@fluentui/react-components';
import { SearchRegular } from '@fluentui/react-icons';
import type { RecordHit } from '@kaigi/core/contract';
import { plainText } from '@kaigi/core/shared';
import { useState } from 'react';
import { errorWords } from '../../api/error-text.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { MoreButton } from '../../app/MoreButton.tsx';
import { useBookStyles } from '../book/Book.styles.ts';
import { ActDialog } from '../record/ActDialog.tsx';
import { isLongEnough, useSearch } from '../search/use-search.ts';
import { useDisclosureStyles } from './Disclosure.styles.ts';
import { disclosureText } from './text.ts';
import { type ActProps, useDisclosureAct } from './use-disclosures.ts';

const AT_ONCE = 100;

const nameOf = ({ number, title, unitName }: RecordHit): string =>
  [number ?? '', plainText(title), unitName].filter((part) => part !== '').join(' ');

interface FoundProps {
  readonly words: string;
  readonly known: ReadonlySet<string | null>;
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (id: string, isChosen: boolean) => void;
}

/** What was found, to be ticked; what is collected already cannot be ticked again. */
function Found({ words, known, chosen, onChoose }: FoundProps) {
  const styles = useDisclosureStyles();
  const t = useText(disclosureText);
  const locale = useLocale();
  const list = useSearch({ q: words });
  const hits = list.data?.pages.flatMap(({ items }) => items) ?? [];
  if (list.isPending) return <p role="status">{t('collect.searching')}</p>;
  if (!list.data) return <p role="alert">{`${t('collect.failed')} ${errorWords(list.error, locale).sentence}`}</p>;
  if (hits.length === 0) return <p role="status">{t('collect.none')}</p>;
  return (
    <>
      <ul className={styles.hits} aria-label={t('collect.found')}>
        {hits.map((hit) => (
          <li key={hit.id} data-testid="collect-hit">
            <Checkbox
              label={
                known.has(hit.id) ? `${nameOf(hit)}${t('in_brackets', { words: t('collect.already') })}` : nameOf(hit)
              }
              checked={known.has(hit.id) || chosen.has(hit.id)}
              disabled={known.has(hit.id)}
              onChange={(_, { checked }) => onChoose(hit.id, checked === true)}
            />
          </li>
        ))}
      </ul>
      <MoreButton list={list} />
    </>
  );
}

/** The words to search by; Enter searches, and does not send the form around it. */
function Words({ onSearch }: { readonly onSearch: (words: string) => void }) {
  const styles = useBookStyles();
  const own = useDisclosureStyles();
  const t = useText(disclosureText);
  const [typed, setTyped] = useState('');
  const [isShort, setIsShort] = useState(false);
  const search = () => {
    setIsShort(!isLongEnough(typed));
    if (isLongEnough(typed)) onSearch(typed.trim());
  };
  return (
    <search className={styles.tools}>
      <Field
        label={t('collect.words')}
        {...(isShort ? { validationMessage: t('collect.words_hint') } : { hint: t('collect.words_hint') })}
      >
        <Input
          type="search"
          value={typed}
          maxLength={200}
          onChange={(_, { value }) => setTyped(value)}
          onKeyDown={(event) => {
            // Enter that ends a conversion of the input method is no order yet.
            if (event.key !== 'Enter') return;
            event.preventDefault();
            if (!event.nativeEvent.isComposing) search();
          }}
          data-testid="collect-words"
        />
      </Field>
      <Button icon={<SearchRegular />} className={own.besideHint} onClick={search} data-testid="collect-search">
        {t('collect.search')}
      </Button>
    </search>
  );
}

function useChosen() {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const choose = (id: string, isChosen: boolean) =>
    setChosen((before) => new Set(isChosen ? [...before, id] : [...before].filter((one) => one !== id)));
  return { chosen, choose };
}

/** 文書を集める: found by words, ticked over several searches, and added at once. */
export function CollectDialog({ view, onClose }: ActProps) {
  const t = useText(disclosureText);
  const { order, send } = useDisclosureAct({ view, onClose });
  const [words, setWords] = useState('');
  const [tried, setTried] = useState(false);
  const { chosen, choose } = useChosen();
  const known = new Set(view.items.map(({ recordId }) => recordId));
  const wrong = chosen.size === 0 ? t('collect.choose') : t('collect.too_many', { count: AT_ONCE });
  const fits = chosen.size > 0 && chosen.size <= AT_ONCE;
  const handleSubmit = () => {
    setTried(true);
    if (fits) send({ act: 'collect', recordIds: [...chosen] });
  };
  return (
    <ActDialog
      {...{ order, onClose, title: t('act.collect'), lead: t('collect.lead'), submit: t('collect.submit') }}
      testId="collect-dialog"
      onSubmit={handleSubmit}
    >
      <Words onSearch={setWords} />
      {words === '' ? null : <Found {...{ words, known, chosen, onChoose: choose }} />}
      <span role="status" data-testid="collect-chosen">
        {tried && !fits ? wrong : t('collect.chosen', { count: chosen.size })}
      </span>
    </ActDialog>
  );
}
