import { Button, Field, Input, mergeClasses, Select } from '@fluentui/react-components';
import { useState } from 'react';
import { useText } from '../../app/locale.ts';
import { useBookStyles } from '../book/Book.styles.ts';
import { useDisclosureStyles } from './Disclosure.styles.ts';
import { groundText } from './ground-text.ts';
import { redactionText } from './redaction-text.ts';
import { type Hiding, MOST_PASSAGES } from './use-hiding.ts';

interface Props {
  readonly hiding: Hiding;
}

const MOST_SHOWN = 40;
const shortened = (words: string): string =>
  Array.from(words).length > MOST_SHOWN ? `${Array.from(words).slice(0, MOST_SHOWN).join('')}…` : words;

function GroundField({ hiding: { grounds, ground, setGround } }: Props) {
  const styles = useDisclosureStyles();
  const t = useText(redactionText);
  return (
    <Field className={styles.narrow} label={t('hide.ground')}>
      <Select value={ground} onChange={(_, { value }) => setGround(value)} data-testid="hide-ground">
        {grounds.map(({ id, ...one }) => (
          <option key={id} value={id}>
            {groundText(one)}
          </option>
        ))}
      </Select>
    </Field>
  );
}

/** Every place where certain words stand: also without a mouse. */
function WordForm({ hiding: { openPlaces, hideAll } }: Props) {
  const styles = useBookStyles();
  const own = useDisclosureStyles();
  const t = useText(redactionText);
  const [word, setWord] = useState('');
  const places = openPlaces(word);
  return (
    <form
      className={styles.tools}
      onSubmit={(event) => {
        event.preventDefault();
        if (places.length > 0) hideAll(places);
      }}
    >
      <Field label={t('hide.word')} hint={t('hide.word_hint')}>
        <Input value={word} maxLength={200} onChange={(_, { value }) => setWord(value)} data-testid="hide-word" />
      </Field>
      <Button type="submit" className={own.besideHint} disabledFocusable={places.length === 0} data-testid="hide-all">
        {t('hide.all', { count: places.length })}
      </Button>
    </form>
  );
}

/** What was chosen by mouse or finger in the text below. */
function SelectionTool({ hiding: { text, selected, hideAll } }: Props) {
  const styles = useDisclosureStyles();
  const t = useText(redactionText);
  return (
    <div className={styles.passage}>
      <span data-testid="hide-selection">
        {selected === null
          ? t('hide.no_selection')
          : t('hide.selection', { words: shortened(text.slice(selected.from, selected.to)) })}
      </span>
      <Button
        disabledFocusable={selected === null}
        onClick={() => (selected === null ? undefined : hideAll([selected]))}
        data-testid="hide-selected"
      >
        {t('hide.selected')}
      </Button>
    </div>
  );
}

/** How something is hidden: by its words, or by what is selected. */
export function HideTools({ hiding }: Props) {
  const styles = useBookStyles();
  const t = useText(redactionText);
  return (
    <section className={styles.card} aria-label={t('hide.title')}>
      <h2 className={styles.heading}>{t('hide.title')}</h2>
      <GroundField hiding={hiding} />
      <WordForm hiding={hiding} />
      <SelectionTool hiding={hiding} />
    </section>
  );
}

/** All that is hidden, each with the way back. */
export function Passages({ hiding: { text, passages, nameOf, show } }: Props) {
  const styles = useBookStyles();
  const own = useDisclosureStyles();
  const t = useText(redactionText);
  const title = t('passages.title', { count: passages.length });
  return (
    <section className={styles.card} aria-label={title}>
      <h2 className={styles.heading} data-testid="passages-title">
        {title}
      </h2>
      {passages.length === 0 ? <p className={styles.quiet}>{t('hide.none')}</p> : null}
      {passages.length > MOST_PASSAGES ? <p>{t('passages.too_many', { count: MOST_PASSAGES })}</p> : null}
      <ul className={mergeClasses(own.hits, own.passages)}>
        {passages.map((passage, at) => {
          const words = shortened(text.slice(passage.from, passage.to));
          return (
            <li key={passage.from} className={own.passage} data-testid="passage">
              <span className={own.grow}>{words}</span>
              <span className={own.quiet}>{nameOf(passage.ground)}</span>
              <Button
                size="small"
                onClick={() => show(passage)}
                aria-label={t('passages.show_of', { words, place: at + 1 })}
                data-testid="passage-show"
              >
                {t('passages.show')}
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
