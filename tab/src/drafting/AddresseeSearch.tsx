import { Field, Radio, RadioGroup, SearchBox, Spinner, ToggleButton } from '@fluentui/react-components';
import { useState } from 'react';
import { errorWords } from '../api/error-text.ts';
import { useLocale, useText } from '../app/locale.ts';
import { listText } from '../app/words.ts';
import { useDraftingStyles } from './Drafting.styles.ts';
import { draftingText } from './text.ts';
import { type Addressee, useAddressees } from './use-addressees.ts';

export interface AddresseeSearchProps {
  /** Whether a whole section may be chosen; a review is done by a post. */
  readonly sections: boolean;
  readonly chosen: Addressee | null;
  readonly onChosen: (addressee: Addressee | null) => void;
}

function Results({ chosen, onChosen, kind, typed }: AddresseeSearchProps & { kind: Addressee['kind']; typed: string }) {
  const styles = useDraftingStyles();
  const t = useText(draftingText);
  const locale = useLocale();
  const found = useAddressees(kind, typed);
  if (found.isError && !found.data) return <p role="alert">{errorWords(found.error, locale).sentence}</p>;
  if (found.isFetching && !found.data) return <Spinner size="tiny" />;
  if (!found.data) return null;
  if (found.data.length === 0) return <p className={styles.small}>{t('route.add.none')}</p>;
  return (
    <ul className={styles.results}>
      {found.data.map((addressee) => (
        <li key={addressee.id}>
          <ToggleButton
            className={styles.result}
            checked={chosen?.id === addressee.id}
            appearance="subtle"
            onClick={() => onChosen(addressee)}
            data-testid="addressee"
          >
            <span className={styles.resultText}>
              <span>{addressee.name}</span>
              <span className={styles.small}>{listText(addressee.people, locale)}</span>
            </span>
          </ToggleButton>
        </li>
      ))}
    </ul>
  );
}

/** Finds a post or a section by its name. */
export function AddresseeSearch(props: AddresseeSearchProps) {
  const { sections, onChosen } = props;
  const t = useText(draftingText);
  const [kind, setKind] = useState<Addressee['kind']>(sections ? 'UNIT' : 'POST');
  const [typed, setTyped] = useState('');
  return (
    <>
      {sections ? (
        <Field label={t('route.add.kind')}>
          <RadioGroup
            value={kind}
            onChange={(_, { value }) => {
              setKind(value as Addressee['kind']);
              onChosen(null);
            }}
          >
            <Radio value="UNIT" label={t('route.add.unit')} />
            <Radio value="POST" label={t('route.add.post')} />
          </RadioGroup>
        </Field>
      ) : null}
      <Field label={t('route.add.search')} required hint={t('route.add.search.hint')}>
        <SearchBox
          value={typed}
          maxLength={100}
          onChange={(_, { value }) => setTyped(value)}
          input={{ 'data-testid': 'addressee-search' } as object}
        />
      </Field>
      <Results {...props} kind={kind} typed={typed} />
    </>
  );
}
